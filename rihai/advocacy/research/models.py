"""What is kept of research: who asked, who approved, which extract was made with which risk, who fetched it."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.kit.files.models import StoredFile
from rihai.kit.ids import new_id
from rihai.kit.links import TimedLink


class Standing(models.TextChoices):
    """How far an application is."""

    ASKED = "asked", _("to be decided")
    APPROVED = "approved", _("approved")
    REFUSED = "refused", _("refused")
    ENDED = "ended", _("ended")


class ResearchRequest(models.Model):
    """An application: who, of which institution, which question, cleared by which ethics committee, until when.

    `agreed_by` signed the agreement (`agreement`, word for word) on `agreed_on`; without it nothing is handed over.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    researcher = models.CharField(max_length=160)
    institution = models.CharField(max_length=200)
    contact = models.CharField(max_length=200, blank=True)
    question = models.CharField(max_length=1000)
    ethics = models.CharField(max_length=300)
    ethics_file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    until_on = models.DateField()
    standing = models.CharField(max_length=10, choices=Standing.choices, default=Standing.ASKED)
    asked_by = models.UUIDField()
    asked_by_name = models.CharField(max_length=120)
    asked_at = models.DateTimeField()
    decided_by_name = models.CharField(max_length=120, blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_says = models.CharField(max_length=600, blank=True)
    agreed_by = models.CharField(max_length=160, blank=True)
    agreed_on = models.DateField(null=True)
    agreement = models.TextField(blank=True)
    ended_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("-asked_at", "-id")

    def __str__(self) -> str:
        return str(self.pk)


class ResearchExtract(models.Model):
    """One extract as it was made. `k` is the smallest group found, `diversity` the fewest different facts in a group.

    `risk` is what `risk.py` measured and, as `outside`, what a known library did; `coarsened` by how many steps each
    column was made coarser.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    request = models.ForeignKey(ResearchRequest, on_delete=models.PROTECT, related_name="extracts")
    on = models.DateField()
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    rows = models.PositiveIntegerField()
    rows_withheld = models.PositiveIntegerField()
    k = models.PositiveIntegerField()
    diversity = models.PositiveIntegerField()
    risk: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField(default=dict)
    coarsened: models.JSONField[dict[str, int], dict[str, int]] = models.JSONField(default=dict)
    facts_withheld: models.JSONField[dict[str, int], dict[str, int]] = models.JSONField(default=dict)
    made_by_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()

    class Meta:
        ordering = ("-made_at", "-id")

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def outside(self) -> dict[str, Any]:
        """What a known library measured: library, version, rows, k, and by column l and t; empty before."""
        found: dict[str, Any] = self.risk.get("outside") or {}
        return found


class ResearchLink(TimedLink):
    """A way for a researcher without an account to fetch an extract, at most `most` times (`kit/links.py`)."""

    extract = models.ForeignKey(ResearchExtract, on_delete=models.PROTECT, related_name="links")
    receiver = models.CharField(max_length=160)
    most = models.PositiveSmallIntegerField(default=1)

    def __str__(self) -> str:
        return str(self.pk)


class ResearchDownload(models.Model):
    """That a copy of an extract left: by whom, when, to whom, under which agreement. Added to, never changed.

    `number` is that of the copy, whose rows stand in an order of their own; `digest` the SHA-256 of its table (hex).
    By a `link`, `by_name` made it and the receiver fetched it.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    extract = models.ForeignKey(ResearchExtract, on_delete=models.PROTECT, related_name="downloads")
    number = models.PositiveIntegerField(null=True)
    digest = models.CharField(max_length=64, blank=True)
    link = models.ForeignKey(ResearchLink, on_delete=models.PROTECT, null=True, related_name="downloads")
    by_name = models.CharField(max_length=120)
    receiver = models.CharField(max_length=160)
    agreement = models.TextField()
    at = models.DateTimeField()

    class Meta:
        ordering: ClassVar[tuple[str, ...]] = ("at", "id")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["extract", "number"], name="advocacy_copy_number")
        ]

    def __str__(self) -> str:
        return str(self.pk)
