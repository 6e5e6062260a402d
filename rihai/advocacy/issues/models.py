"""What is kept of policy issues: positions as versions, steps, figures, a bill as tried, cases brought for many."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.kit.files import StoredFile
from rihai.kit.ids import new_id
from rihai.legal.matters.models import PublicFacts


class Stage(models.TextChoices):
    """How far a reform has come."""

    STUDIED = "studied", _("being studied")
    ASKED = "asked", _("asked of whoever decides")
    DRAFTED = "drafted", _("a bill or order is drafted")
    BEFORE = "before", _("before a committee or assembly")
    DECIDED = "decided", _("decided, not yet in force")
    IN_FORCE = "in_force", _("in force")
    REFUSED = "refused", _("refused")
    DROPPED = "dropped", _("no longer followed")


ENDED = (Stage.IN_FORCE, Stage.REFUSED, Stage.DROPPED)


class Issue(models.Model):
    """What in law or practice is to change. `contribution` says what was ours in it: never that we brought it about."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    title = models.CharField(max_length=200)
    problem = models.CharField(max_length=2000)
    law = models.CharField(max_length=300, blank=True)
    stage = models.CharField(max_length=8, choices=Stage.choices, default=Stage.STUDIED)
    next_on = models.DateField(null=True)
    outcome = models.CharField(max_length=1000, blank=True)
    contribution = models.CharField(max_length=1000, blank=True)
    changed_on = models.DateField(null=True)
    made_by_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("title", "id")

    def __str__(self) -> str:
        return self.title

    @property
    def has_ended(self) -> bool:
        """Whether nothing is followed any more."""
        return self.stage in ENDED


class Position(models.Model):
    """What the office holds, as it stood from a moment; the newest number is what it holds now. Never changed."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    issue = models.ForeignKey(Issue, on_delete=models.CASCADE, related_name="positions")
    number = models.PositiveSmallIntegerField()
    says = models.CharField(max_length=4000)
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ("-number",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["issue", "number"], name="advocacy_position_once")
        ]

    def __str__(self) -> str:
        return str(self.number)


class StepKind(models.TextChoices):
    """What was done, or happened."""

    EVIDENCE = "evidence", _("evidence")
    SUBMISSION = "submission", _("submission")
    MEETING = "meeting", _("meeting")
    STAGE = "stage", _("another stage")
    OUTCOME = "outcome", _("what came of it")


class IssueStep(models.Model):
    """One step, with whom, and a file or a link that shows it. Added to, never changed."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    issue = models.ForeignKey(Issue, on_delete=models.CASCADE, related_name="steps")
    kind = models.CharField(max_length=10, choices=StepKind.choices)
    stage = models.CharField(max_length=8, choices=Stage.choices, blank=True)
    on = models.DateField()
    says = models.CharField(max_length=1000, blank=True)
    who = models.CharField(max_length=200, blank=True)
    link = models.URLField(max_length=500, blank=True)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ("-on", "-at")

    def __str__(self) -> str:
        return str(self.pk)


class IssueFigure(models.Model):
    """A count of our own records for a whole quarter, kept as it was that day. `number` empty: too few to be told."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    issue = models.ForeignKey(Issue, on_delete=models.CASCADE, related_name="figures")
    measure = models.CharField(max_length=80)
    first = models.DateField()
    end = models.DateField()
    number = models.PositiveIntegerField(null=True)
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ("measure", "first")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["issue", "measure", "first"], name="advocacy_figure_once")
        ]

    def __str__(self) -> str:
        return self.measure


class IssueTrial(models.Model):
    """Whom a bill or order would reach, tried as a draft pack over everybody held: counts alone, controlled and frozen.

    `rows` are provisions with their texts and, by kind of change, a number (none: too few to be told). `release` is
    what was let out, beside which the next is controlled. `census_on` is the day of the newest list in the record then.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    issue = models.ForeignKey(Issue, on_delete=models.CASCADE, related_name="trials")
    trial_id = models.UUIDField()
    pack = models.CharField(max_length=40)
    pack_version = models.CharField(max_length=40)
    digest = models.CharField(max_length=32)
    against = models.CharField(max_length=40)
    on = models.DateField()
    census_on = models.DateField(null=True)
    people = models.PositiveIntegerField(null=True)
    rows = models.JSONField(default=list)
    release = models.JSONField(default=dict)
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ("-at",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["issue", "trial_id"], name="advocacy_trial_once")
        ]

    def __str__(self) -> str:
        return f"{self.pack} {self.pack_version}"


class IssueCase(models.Model):
    """A case brought for many that bears on the issue: its public facts alone, which legal wrote down."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    issue = models.ForeignKey(Issue, on_delete=models.CASCADE, related_name="cases")
    facts = models.ForeignKey(PublicFacts, on_delete=models.CASCADE, related_name="+")
    says = models.CharField(max_length=400, blank=True)
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["issue", "facts"], name="advocacy_case_once")
        ]

    def __str__(self) -> str:
        return str(self.pk)
