"""What is kept of recommendations: findings, what is asked of whom, answers, and whether it was kept."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.kit.due import Due
from rihai.kit.ids import new_id
from rihai.kit.links import TimedLink
from rihai.monitoring.inspections.models import Inspection
from rihai.places.models import Place


class InspectionFinding(models.Model):
    """What was found, in words, with the items and the rules it rests on.

    `endangers`: the authority is not asked about it before the report, because somebody could come to harm; `why`.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    inspection = models.ForeignKey(Inspection, on_delete=models.CASCADE, related_name="findings")
    number = models.PositiveIntegerField()
    says = models.CharField(max_length=1000)
    items = models.JSONField(default=list)
    rules = models.JSONField(default=list)
    is_critical = models.BooleanField(default=False)
    endangers = models.BooleanField(default=False)
    endangers_why = models.CharField(max_length=400, blank=True)
    made_by_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("number",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["inspection", "number"], name="monitoring_finding_once")
        ]

    def __str__(self) -> str:
        return f"{self.inspection_id} {self.number}"


class Via(models.TextChoices):
    """How an answer came."""

    ACCOUNT = "account", _("by account")
    LINK = "link", _("by link")


class FindingAnswer(models.Model):
    """What the authority says of a finding while it is a draft; printed beside it. Added to, never changed."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    finding = models.ForeignKey(InspectionFinding, on_delete=models.CASCADE, related_name="answers")
    says = models.CharField(max_length=2000)
    by_name = models.CharField(max_length=120)
    via = models.CharField(max_length=10, choices=Via.choices)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "id")

    def __str__(self) -> str:
        return str(self.pk)


class Level(models.TextChoices):
    """Who can really act, often somebody above the prison."""

    PRISON = "prison", _("the head of the prison")
    PRISONS = "prisons", _("the inspectorate general of prisons")
    HOME = "home", _("the home department")
    HEALTH = "health", _("the health department")
    FINANCE = "finance", _("the finance department")
    COURTS = "courts", _("the courts")
    PROSECUTION = "prosecution", _("the prosecution")
    POLICE = "police", _("the police")
    PROBATION = "probation", _("probation and parole")
    WELFARE = "welfare", _("social welfare")
    OTHER = "other", _("another authority")


class Standing(models.TextChoices):
    """What became of a recommendation."""

    OPEN = "open", _("open")
    KEPT = "kept", _("carried out")
    PARTLY = "partly", _("carried out in part")
    NOT_KEPT = "not_kept", _("not carried out")
    WITHDRAWN = "withdrawn", _("withdrawn")


class Recommendation(Due):
    """What is asked of an authority, by when. `code` is its number on paper: that of the inspection, a dot, its own.

    `repeats` is the earlier one that was not kept; `times` how often it was made, this time included.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    finding = models.ForeignKey(InspectionFinding, on_delete=models.CASCADE, related_name="recommendations")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    code = models.CharField(max_length=20, unique=True)
    says = models.CharField(max_length=1000)
    level = models.CharField(max_length=12, choices=Level.choices)
    authority = models.CharField(max_length=160, blank=True)
    standing = models.CharField(max_length=10, choices=Standing.choices, default=Standing.OPEN)
    repeats = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="repeated_by")
    times = models.PositiveSmallIntegerField(default=1)
    made_by_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("due_on", "code")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["place", "standing", "due_on"], name="monitoring_recs_due"),
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def to_whom(self) -> str:
        """The authority by its name where it was written, else by its level."""
        return self.authority or str(self.get_level_display())


class ResponseKind(models.TextChoices):
    """What an authority answers."""

    ACCEPTED = "accepted", _("accepted")
    IN_PART = "in_part", _("accepted in part")
    REFUSED = "refused", _("not accepted")
    DONE = "done", _("said to be done")


class Response(models.Model):
    """What an authority answers to a recommendation; each stays, the newest counts."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    recommendation = models.ForeignKey(Recommendation, on_delete=models.CASCADE, related_name="responses")
    kind = models.CharField(max_length=10, choices=ResponseKind.choices)
    says = models.CharField(max_length=2000, blank=True)
    promised_on = models.DateField(null=True)
    by_name = models.CharField(max_length=120)
    via = models.CharField(max_length=10, choices=Via.choices)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "id")

    def __str__(self) -> str:
        return str(self.pk)


class Verified(models.TextChoices):
    """What a later visit found of a recommendation."""

    KEPT = "kept", _("carried out")
    PARTLY = "partly", _("carried out in part")
    NOT_KEPT = "not_kept", _("not carried out")
    CANNOT_TELL = "cannot_tell", _("cannot be told")


class Verification(models.Model):
    """Whether a recommendation was kept, as a later visit found; one a visit."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    recommendation = models.ForeignKey(Recommendation, on_delete=models.CASCADE, related_name="verifications")
    inspection = models.ForeignKey(Inspection, on_delete=models.CASCADE, related_name="verifications")
    outcome = models.CharField(max_length=12, choices=Verified.choices)
    seen = models.CharField(max_length=1000, blank=True)
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "id")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["recommendation", "inspection"], name="monitoring_verified_once")
        ]

    def __str__(self) -> str:
        return str(self.pk)


class AuthorityLink(TimedLink):
    """A way for an authority without an account to read the draft of an inspection and answer it, for a time."""

    inspection = models.ForeignKey(Inspection, on_delete=models.CASCADE, related_name="links")
    authority = models.CharField(max_length=160)

    def __str__(self) -> str:
        return str(self.pk)
