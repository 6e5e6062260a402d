"""What is kept of drills: the rules by which they fall due, each drill with its times, and what is mended after."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.accounts.models import Account
from rihai.kit.due import Due
from rihai.kit.ids import new_id
from rihai.places.models import Place
from rihai.preparedness.plans.hazards import Hazard
from rihai.preparedness.plans.models import PlanStep, PlanVersion


class DrillRule(models.Model):
    """Every so many months a drill of a hazard at each prison of a place, from a day on."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    hazard = models.CharField(max_length=10, choices=Hazard.choices)
    every = models.PositiveSmallIntegerField()
    basis = models.CharField(max_length=300, blank=True)
    owner = models.ForeignKey(Account, on_delete=models.SET_NULL, null=True, related_name="+")
    started_on = models.DateField()
    ended_on = models.DateField(null=True)
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ("place__name", "hazard", "id")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["place", "hazard"], condition=models.Q(ended_on=None), name="preparedness_one_rule_of_drills"
            )
        ]

    def __str__(self) -> str:
        return self.hazard


class How(models.TextChoices):
    """How it is practised."""

    DRILL = "drill", _("drill")
    TABLE = "table", _("simulation at a table")


class DrillState(models.TextChoices):
    """How far a drill is."""

    PLANNED = "planned", _("planned")
    HELD = "held", _("held, not yet evaluated")
    EVALUATED = "evaluated", _("evaluated")
    NOT_HELD = "not_held", _("not held")


class Drill(Due):
    """A drill of a hazard at a prison. `due_on` is the day by which its rule wants it, `planned_on` the day set.

    `edition` is the version of the plan that was played; None where there was none in force. `done_on` is the day on
    which it was held. `answer` is the form by which it was evaluated, and `found` what that gave.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    hazard = models.CharField(max_length=10, choices=Hazard.choices)
    how = models.CharField(max_length=10, choices=How.choices, default=How.DRILL)
    rule = models.ForeignKey(DrillRule, on_delete=models.SET_NULL, null=True, related_name="drills")
    edition = models.ForeignKey(PlanVersion, on_delete=models.PROTECT, null=True, related_name="+")
    planned_on = models.DateField(null=True)
    state = models.CharField(max_length=10, choices=DrillState.choices, default=DrillState.PLANNED)
    led_by = models.CharField(max_length=120, blank=True)
    took_part = models.PositiveIntegerField(null=True)
    says = models.CharField(max_length=1000, blank=True)
    answer_id = models.UUIDField(null=True)
    found = models.JSONField(default=dict)
    made_by_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("due_on", "id")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["place", "hazard", "state"], name="preparedness_drill_of")
        ]

    def __str__(self) -> str:
        return self.hazard


class DrillTime(models.Model):
    """How many minutes after the alarm a step of the plan was done; None: it was not done."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    drill = models.ForeignKey(Drill, on_delete=models.CASCADE, related_name="times")
    step = models.ForeignKey(PlanStep, on_delete=models.PROTECT, related_name="+")
    minutes = models.PositiveSmallIntegerField(null=True)

    class Meta:
        ordering = ("step__order", "id")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["drill", "step"], name="preparedness_time_once")
        ]

    def __str__(self) -> str:
        return str(self.minutes)


class ItemState(models.TextChoices):
    """How far an item is. Whoever did it does not verify it."""

    OPEN = "open", _("open")
    DONE = "done", _("said to be done")
    VERIFIED = "verified", _("verified")
    DROPPED = "dropped", _("asked no more")


class AfterAction(Due):
    """What is to be mended after a drill or an emergency: by which post, looked after by whom, by when.

    `drill` is where it comes from; `emergency_id` where it comes from an emergency; neither: written by hand.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    hazard = models.CharField(max_length=10, choices=Hazard.choices)
    drill = models.ForeignKey(Drill, on_delete=models.PROTECT, null=True, related_name="items")
    emergency_id = models.UUIDField(null=True, db_index=True)
    says = models.CharField(max_length=400)
    whose = models.CharField(max_length=160)
    state = models.CharField(max_length=10, choices=ItemState.choices, default=ItemState.OPEN)
    done_says = models.CharField(max_length=600, blank=True)
    done_by = models.ForeignKey(Account, on_delete=models.SET_NULL, null=True, related_name="+")
    done_by_name = models.CharField(max_length=120, blank=True)
    verified_on = models.DateField(null=True)
    verified_by_name = models.CharField(max_length=120, blank=True)
    verified_says = models.CharField(max_length=600, blank=True)
    made_by_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("due_on", "id")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["place", "state", "due_on"], name="preparedness_items_due")
        ]

    def __str__(self) -> str:
        return str(self.pk)
