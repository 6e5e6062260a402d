"""What is kept of institutional action plans: the goal, its activities, and each step an activity came to."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.kit.due import Due
from rihai.kit.files import StoredFile
from rihai.kit.ids import new_id
from rihai.places.models import Place


class ActionPlan(models.Model):
    """What an institution set out to change. `place` empty: the whole office's."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    institution = models.CharField(max_length=160)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, related_name="+")
    goal = models.CharField(max_length=400)
    basis = models.CharField(max_length=600, blank=True)
    started_on = models.DateField()
    due_on = models.DateField(null=True)
    closed_on = models.DateField(null=True)
    closed_why = models.CharField(max_length=400, blank=True)
    made_by_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("-started_on", "-id")

    def __str__(self) -> str:
        return self.goal


class Status(models.TextChoices):
    """Where an activity stands."""

    PLANNED = "planned", _("not begun")
    BEGUN = "begun", _("begun")
    DONE = "done", _("done")
    GIVEN_UP = "given_up", _("given up")


class Activity(Due):
    """One thing to be done, by the holder of a post, until a day; done only with what shows it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    plan = models.ForeignKey(ActionPlan, on_delete=models.CASCADE, related_name="activities")
    number = models.PositiveSmallIntegerField()
    says = models.CharField(max_length=400)
    responsible = models.CharField(max_length=160)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.PLANNED)
    made_by_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("number",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["plan", "number"], name="coordination_activity_once")
        ]

    def __str__(self) -> str:
        return str(self.number)

    @property
    def is_over(self) -> bool:
        """Whether nothing is to be done about it any more."""
        return self.status in {Status.DONE, Status.GIVEN_UP}

    def is_late(self, on: date) -> bool:
        """Whether its day has passed and it is neither done nor given up."""
        return not self.is_over and self.is_overdue(on)


class ActivityStep(models.Model):
    """How an activity came to stand where it does: what was said, and a file that shows it. Added to, never changed."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="steps")
    status = models.CharField(max_length=10, choices=Status.choices)
    due_on = models.DateField(null=True)
    says = models.CharField(max_length=600, blank=True)
    evidence = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "id")

    def __str__(self) -> str:
        return str(self.pk)
