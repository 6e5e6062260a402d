"""What is kept of meetings: the day, what became of it, who came, and how far its minutes are."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from rihai.coordination.bodies.models import Body, Post
from rihai.kit.ids import new_id


class State(models.TextChoices):
    """How far a meeting is."""

    PLANNED = "planned", pgettext_lazy("of a meeting", "planned")
    CALLED = "called", _("called")
    HELD = "held", pgettext_lazy("of a meeting", "held")
    NOT_HELD = "not_held", pgettext_lazy("of a meeting", "not held")


class Whose(models.TextChoices):
    """By whose act a meeting was moved or fell out."""

    CHAIR = "chair", _("the chair")
    SECRETARY = "secretary", _("the secretary")
    COURT = "court", _("the court")
    PRISON = "prison", _("the prison")
    GOVERNMENT = "government", _("the government")
    NO_QUORUM = "no_quorum", _("too few came")
    OUTSIDE = "outside", _("something outside: flood, strike, unrest")
    NOT_SAID = "not_said", _("nobody said why")


class Meeting(models.Model):
    """One meeting. `period` is the first day of the time for which the rule asks it; None: called beside the rule.

    `beyond`: of each list its agenda is filled from, how many more it held than stand on the agenda.
    `quorum` and `there` are what was worked out when it was held: posts needed, posts there. `minutes_ready_at`: the
    minutes are written; `approved_in` is the later meeting that approved them, after which nothing in them changes.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    body = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="meetings")
    number = models.PositiveIntegerField()
    period = models.DateField(null=True)
    on = models.DateField()
    starts_at = models.TimeField(null=True)
    venue = models.CharField(max_length=160, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.PLANNED)
    because = models.CharField(max_length=300, blank=True)
    whose = models.CharField(max_length=12, choices=Whose.choices, blank=True)
    called_at = models.DateTimeField(null=True)
    called_by_name = models.CharField(max_length=120, blank=True)
    quorum = models.PositiveSmallIntegerField(null=True)
    there = models.PositiveSmallIntegerField(null=True)
    opening = models.CharField(max_length=1000, blank=True)
    beyond: models.JSONField[dict[str, int], dict[str, int]] = models.JSONField(default=dict)
    minutes_ready_at = models.DateTimeField(null=True)
    minutes_by_name = models.CharField(max_length=120, blank=True)
    approved_in = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="approves")
    approved_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("-on", "-number")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["body", "number"], name="coordination_meeting_number"),
            models.UniqueConstraint(fields=["body", "period"], name="coordination_meeting_period"),
        ]

    def __str__(self) -> str:
        return f"{self.number}"

    @property
    def is_open(self) -> bool:
        """Whether it still lies ahead."""
        return self.state in {State.PLANNED, State.CALLED}

    @property
    def is_quorate(self) -> bool | None:
        """Whether enough posts were there; None where no quorum is laid down, or it was not held."""
        return None if self.quorum is None or self.there is None else self.there >= self.quorum

    @property
    def is_approved(self) -> bool:
        """Whether a later meeting approved its minutes."""
        return self.approved_at is not None


class Moved(models.Model):
    """That a meeting was postponed: from which day to which, why, by whose act."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="moves")
    from_on = models.DateField()
    to_on = models.DateField()
    because = models.CharField(max_length=300)
    whose = models.CharField(max_length=12, choices=Whose.choices)
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "id")

    def __str__(self) -> str:
        return str(self.pk)


class Came(models.TextChoices):
    """Whether a post was there."""

    PRESENT = "present", _("present")
    SENT = "sent", _("sent somebody")
    ABSENT = "absent", _("absent")


class Attendance(models.Model):
    """Whether a post was there, as it was held that day; `deputy` who was sent, `because` why nobody came."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="attendance")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120, blank=True)
    came = models.CharField(max_length=8, choices=Came.choices)
    deputy = models.CharField(max_length=120, blank=True)
    because = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("-post__is_chair", "post__order", "id")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["meeting", "post"], name="coordination_came_once")
        ]

    def __str__(self) -> str:
        return str(self.pk)
