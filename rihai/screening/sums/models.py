"""Sums of a place: how many people lack a fact, and the days they lose; rows about nobody.

A row counts the people held at a place whose rows are of the classes in `mask` (`sums.masks`); guarded people stand in
no sum. Sums are kept in the transaction that keeps what they are sums of (`sums.keeping`).
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from rihai.places.models import Place


class GapCount(models.Model):
    """How many people of a place lack a fact; of the empty fact, how many lack any."""

    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="+")
    fact = models.CharField(max_length=80, blank=True)
    mask = models.PositiveSmallIntegerField()
    people = models.IntegerField(default=0)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["place", "fact", "mask"], name="screening_gapcount_once")
        ]

    def __str__(self) -> str:
        return f"{self.fact} {self.people}"


class Under(models.TextChoices):
    """What lost days stand under: nothing (each person once), what the law says, why somebody is still inside."""

    ALL = "all"
    LAW = "law"
    INSIDE = "inside"


class Part(models.TextChoices):
    """Days met until today, arguable until today, or arguable until they were met."""

    MET = "met"
    OPEN = "open"
    UNTIL_MET = "until_met"


class LostSum(models.Model):
    """Days lost by people of a place under one heading.

    Days that go on are kept as the sum of the ordinals of the days they began on, so that the sum of today's days
    follows without asking anybody: people x today - sum. Of UNTIL_MET the days themselves are kept. `note` is a note of
    the finding that changes its cause.
    """

    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="+")
    under = models.CharField(max_length=6, choices=Under.choices)
    part = models.CharField(max_length=9, choices=Part.choices)
    provision = models.CharField(max_length=80, blank=True)
    court = models.CharField(max_length=160, blank=True)
    note = models.CharField(max_length=40, blank=True)
    mask = models.PositiveSmallIntegerField()
    people = models.IntegerField(default=0)
    days = models.BigIntegerField(default=0)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["under", "place", "part", "provision", "court", "note", "mask"], name="screening_lostsum_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.under} {self.part} {self.people}"
