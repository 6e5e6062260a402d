"""A place, what stands in what, and what is particular to a prison."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import get_language

from rihai.places.kinds import Holds, Kind, PrisonType


class Place(models.Model):
    """Where people are held, served, tried or at home, and where we work: from the country down to a lock-up."""

    kind = models.CharField(max_length=20, choices=Kind.choices)
    name = models.CharField(max_length=160)
    name_ur = models.CharField(max_length=160, blank=True)
    aliases = models.CharField(max_length=400, blank=True)
    sought = models.TextField(editable=False)  # every name, folded: what a search compares
    within = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="holds")
    # Stable, for what the seed and the demo know by name; empty for what an office adds.
    code = models.CharField(max_length=160, unique=True, null=True, blank=True, editable=False)
    address = models.CharField(max_length=240, blank=True)
    phone = models.CharField(max_length=40, blank=True)
    note = models.CharField(max_length=400, blank=True)
    source = models.CharField(max_length=300, blank=True)
    invented = models.BooleanField(default=False, editable=False)
    closed_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["kind", "name", "id"]),
            models.Index(fields=["name", "id"]),
        ]

    def __str__(self) -> str:
        return self.shown

    @property
    def shown(self) -> str:
        """The name in the reader's language; where no Urdu name is known, the English one."""
        return self.name_ur if self.name_ur and (get_language() or "").startswith("ur") else self.name

    @property
    def other_name(self) -> str:
        """The name that `shown` does not show; empty where only one is known."""
        return self.name if self.shown != self.name else self.name_ur


class Inside(models.Model):
    """Every place with all that stands in it, itself included; kept by operations, so that access is one join."""

    outer = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="inner_pairs")
    inner = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="outer_pairs")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["outer", "inner"], name="places_inside_once")
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["inner", "outer"])]

    def __str__(self) -> str:
        return f"{self.inner_id} in {self.outer_id}"


class Prison(models.Model):
    """What is particular to a prison."""

    place = models.OneToOneField(Place, on_delete=models.CASCADE, primary_key=True, related_name="prison")
    type = models.CharField(max_length=20, choices=PrisonType.choices, blank=True)
    holds = models.CharField(max_length=20, choices=Holds.choices, blank=True)
    # False where name and type come from general knowledge and nobody has checked them against a source.
    verified = models.BooleanField(default=False)

    def __str__(self) -> str:
        return str(self.place)
