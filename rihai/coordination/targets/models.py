"""What is kept of targets: what each list of prisoners counted, the target with its steps, and what it was before."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.kit.ids import new_id
from rihai.places.models import Place


class CensusCount(models.Model):
    """What one list of prisoners counted on the day it was taken in; gone when the list is undone. It names nobody.

    `under_trial`: people of the list whose legal status was believed to be under trial when it was taken in.
    """

    census_id = models.UUIDField(primary_key=True)
    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="+")
    on = models.DateField()
    people = models.PositiveIntegerField()
    under_trial = models.PositiveIntegerField()
    status_unknown = models.PositiveIntegerField(default=0)
    counted_at = models.DateTimeField()

    class Meta:
        ordering = ("on", "counted_at")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["place", "on"], name="coordination_count_of"),
        ]

    def __str__(self) -> str:
        return f"{self.under_trial} of {self.people}"


class Path(models.TextChoices):
    """How a target is to be reached."""

    LINEAR = "linear", _("a straight line from where it began")
    STEPS = "steps", _("steps written by hand")


class Target(models.Model):
    """How many people under trial a prison or a district is to hold at most, by when. `goal` empty: not known.

    `baseline_census` is the list where it began; without one `baseline_source` says who counted.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    baseline = models.PositiveIntegerField()
    baseline_on = models.DateField()
    baseline_source = models.CharField(max_length=300, blank=True)
    goal = models.PositiveIntegerField(null=True)
    due_on = models.DateField(null=True)
    path = models.CharField(max_length=8, choices=Path.choices, default=Path.LINEAR)
    steps: models.JSONField[list[Any], list[Any]] = models.JSONField(default=list)
    why = models.CharField(max_length=600, blank=True)
    made_by_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    ended_on = models.DateField(null=True)
    ended_why = models.CharField(max_length=400, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("place__name", "-made_at")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["place"], condition=models.Q(ended_on=None), name="coordination_target_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.baseline} {self.goal}"


class TargetRevision(models.Model):
    """What a target was before it was changed, and why it was. Added to, never changed."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    target = models.ForeignKey(Target, on_delete=models.CASCADE, related_name="revisions")
    was: models.JSONField[dict[str, Any], dict[str, Any]] = models.JSONField(default=dict)
    reason = models.CharField(max_length=400)
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ("-at", "-id")

    def __str__(self) -> str:
        return str(self.pk)
