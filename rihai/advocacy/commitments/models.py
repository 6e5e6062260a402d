"""What is kept of commitments and recommendations, and each step one came to."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.advocacy.campaigns.models import Campaign
from rihai.advocacy.issues.models import Issue
from rihai.advocacy.reports.models import Body, Report
from rihai.kit.due import Due
from rihai.kit.files import StoredFile
from rihai.kit.ids import new_id


class CommitmentKind(models.TextChoices):
    """Whether somebody promised it, or a body asked it of them."""

    PROMISED = "promised", _("commitment")
    RECOMMENDED = "recommended", _("recommendation")


class CommitmentState(models.TextChoices):
    """Whether it was kept."""

    OPEN = "open", _("open")
    PARTLY = "partly", _("kept in part")
    KEPT = "kept", _("kept")
    BROKEN = "broken", _("broken")
    DROPPED = "dropped", _("followed no more")


OVER = (CommitmentState.KEPT, CommitmentState.BROKEN, CommitmentState.DROPPED)


class Commitment(Due):
    """What the holder of a post promised, or a body recommended to them: by when, from which source, whether kept."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kind = models.CharField(max_length=11, choices=CommitmentKind.choices)
    says = models.CharField(max_length=2000)
    who = models.CharField(max_length=200)
    made_on = models.DateField()
    source = models.CharField(max_length=300)
    body = models.CharField(max_length=10, choices=Body.choices, blank=True)
    session = models.CharField(max_length=80, blank=True)
    paragraph = models.CharField(max_length=30, blank=True)
    topic = models.CharField(max_length=120, blank=True)
    campaign = models.ForeignKey(Campaign, on_delete=models.PROTECT, null=True, related_name="commitments")
    issue = models.ForeignKey(Issue, on_delete=models.PROTECT, null=True, related_name="commitments")
    report = models.ForeignKey(Report, on_delete=models.PROTECT, null=True, related_name="recommendations")
    state = models.CharField(max_length=8, choices=CommitmentState.choices, default=CommitmentState.OPEN)
    made_by_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("due_on", "id")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["kind", "state", "due_on"], name="advocacy_commitment_due")
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def is_over(self) -> bool:
        """Whether it is followed no more."""
        return self.state in OVER


class CommitmentStep(models.Model):
    """How it came to stand where it does: what was said or seen, and a file that shows it. Added to, never changed."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    commitment = models.ForeignKey(Commitment, on_delete=models.CASCADE, related_name="steps")
    state = models.CharField(max_length=8, choices=CommitmentState.choices)
    due_on = models.DateField(null=True)
    says = models.CharField(max_length=1000, blank=True)
    evidence = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "id")

    def __str__(self) -> str:
        return str(self.pk)
