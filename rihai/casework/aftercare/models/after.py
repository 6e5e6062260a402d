"""After the gate: follow-ups by interval, and days with a probation or parole officer."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.casework.aftercare.models.plan import ReleasePlan
from rihai.casework.aftercare.tables import intervals
from rihai.kit.due import Due
from rihai.kit.ids import new_id
from rihai.people.models import Person


class Outcome(models.TextChoices):
    """What came of asking after her; each is an answer and is counted."""

    REACHED = "reached", _("reached")
    NOT_REACHED = "not_reached", _("not reached this time")
    NOT_FOUND = "not_found", _("could not be found")
    NO_CONTACT = "no_contact", _("does not want contact")


class How(models.TextChoices):
    """In which way she was asked after."""

    VISIT = "visit", _("face to face")
    PHONE = "phone", _("by phone")
    VIDEO = "video", _("by video")
    MESSAGE = "message", _("by message")
    THROUGH = "through", _("through somebody the person named")


class Roof(models.TextChoices):
    """Where she sleeps."""

    SAFE = "safe", _("a safe place")
    SHORT = "short", _("a place for a short time")
    NONE = "none", _("no place")
    UNSAID = "unsaid", _("did not say")


class YesNo(models.TextChoices):
    """An answer in outline."""

    YES = "yes", _("yes")
    PARTLY = "partly", _("hardly")
    NO = "no", _("no")
    UNSAID = "unsaid", _("did not say")


class Supervision(models.TextChoices):
    """Whether she is in touch with who supervises her."""

    NONE = "none", _("nobody supervises")
    YES = "yes", _("in touch")
    NO = "no", _("not in touch")
    UNSAID = "unsaid", _("did not say")


class FollowUp(Due):
    """Somebody asks after her by a day: the interval is a code of the schedule, `attempt` counts from 1.

    `dropped_why`: it is not asked any more (back in custody, not wanted, release taken back), without an outcome.
    `has_needs_care` is health in outline; words of it are `CareWord`s.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    plan = models.ForeignKey(ReleasePlan, on_delete=models.CASCADE, related_name="followups")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    made_for = models.UUIDField()
    interval = models.SlugField(max_length=8)
    attempt = models.PositiveSmallIntegerField(default=1)
    outcome = models.CharField(max_length=12, choices=Outcome.choices, blank=True)
    how = models.CharField(max_length=10, choices=How.choices, blank=True)
    roof = models.CharField(max_length=8, choices=Roof.choices, blank=True)
    money = models.CharField(max_length=8, choices=YesNo.choices, blank=True)
    cared_for = models.CharField(max_length=8, choices=YesNo.choices, blank=True)
    safe = models.CharField(max_length=8, choices=YesNo.choices, blank=True)
    supervision = models.CharField(max_length=8, choices=Supervision.choices, blank=True)
    note = models.CharField(max_length=600, blank=True)
    next_step = models.CharField(max_length=300, blank=True)
    by_name = models.CharField(max_length=120, blank=True)
    dropped_at = models.DateTimeField(null=True)
    dropped_why = models.CharField(max_length=12, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("due_on", "attempt", "id")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["outcome", "dropped_at", "due_on"], name="casework_followup_due")
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["plan", "interval", "attempt"], name="casework_followup_once")
        ]

    def __str__(self) -> str:
        return f"{self.interval}/{self.attempt}"

    @property
    def title(self) -> str:
        """The interval in the reader's language."""
        found = intervals().get(self.interval)
        return found.title if found else self.interval


LEFT_OPEN = models.Q(outcome="", dropped_at=None)
"""Follow-ups that wait for an answer."""


class AppointmentKind(models.TextChoices):
    """With whom."""

    PROBATION = "probation", _("probation officer")
    PAROLE = "parole", _("parole officer")
    POLICE = "police", _("police station: to report")
    OTHER = "other", _("another office")


class Kept(models.TextChoices):
    """What came of an appointment."""

    KEPT = "kept", _("kept")
    EXCUSED = "excused", _("not kept, excused")
    MISSED = "missed", _("not kept")
    OFF = "off", _("called off by the office")


class OfficerDay(Due):
    """A day with an officer who supervises her: `due_on` is that day."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    plan = models.ForeignKey(ReleasePlan, on_delete=models.CASCADE, related_name="appointments")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    made_for = models.UUIDField()
    kind = models.CharField(max_length=10, choices=AppointmentKind.choices)
    officer = models.CharField(max_length=120, blank=True)
    where = models.CharField(max_length=160)
    at_time = models.TimeField(null=True)
    kept = models.CharField(max_length=10, choices=Kept.choices, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("due_on", "id")

    def __str__(self) -> str:
        return str(self.pk)
