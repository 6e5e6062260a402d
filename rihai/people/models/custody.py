"""Custody as it happened: episodes, movements by sequence, placements. Acts, written by operations alone."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.kit.ids import new_id
from rihai.people.models.person import Person
from rihai.places.models import Place


class MovementKind(models.TextChoices):
    """What happened; release, death and escape end the episode. `TAKEN_BACK`: one of the three that never happened."""

    ADMISSION = "admission", _("admission")
    TRANSFER = "transfer", _("transfer")
    COURT = "court", _("to court and back")
    AWAY = "away", _("away for a time")
    RELEASE = "release", _("release")
    DEATH = "death", _("death")
    ESCAPE = "escape", _("escape")
    TAKEN_BACK = "taken_back", _("written by mistake, taken back")


ENDS = (MovementKind.RELEASE, MovementKind.DEATH, MovementKind.ESCAPE)


class CustodyEpisode(models.Model):
    """One continuous time in custody, from admission to release, death or escape; `sequence` counts from 1."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="episodes")
    sequence = models.PositiveIntegerField()
    started_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    ended_by = models.CharField(max_length=12, choices=MovementKind.choices, blank=True)

    class Meta:
        ordering = ("sequence",)

    def __str__(self) -> str:
        return str(self.pk)


class Movement(models.Model):
    """One event in or out. `on` empty: the day is not known. `source_id` as in a statement; empty: written by hand."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="movements")
    episode = models.ForeignKey(CustodyEpisode, on_delete=models.CASCADE, related_name="movements")
    sequence = models.PositiveIntegerField()
    kind = models.CharField(max_length=12, choices=MovementKind.choices)
    from_place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, related_name="+")
    to_place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, related_name="+")
    on = models.DateField(null=True)
    reason = models.CharField(max_length=240, blank=True)
    source_id = models.UUIDField(null=True, db_index=True)
    recorded_by = models.UUIDField(null=True)
    recorded_by_name = models.CharField(max_length=120, blank=True)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ("episode__sequence", "sequence")

    def __str__(self) -> str:
        return str(self.pk)


class Placement(models.Model):
    """A stay in one prison, and one part of it where known, inside an episode; `ended_on` empty: still."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="placements")
    episode = models.ForeignKey(CustodyEpisode, on_delete=models.CASCADE, related_name="placements")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    unit = models.CharField(max_length=80, blank=True)
    started_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    source_id = models.UUIDField(null=True)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return str(self.pk)
