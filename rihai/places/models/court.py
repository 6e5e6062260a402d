"""The sorts of court there are, and which sort a court is."""

from __future__ import annotations

from django.db import models

from rihai.places.kinds import CourtLevel
from rihai.places.models.place import Place


class CourtSort(models.Model):
    """A sort of court the law knows: Court of Sessions, Juvenile Court and the like; not one court-house."""

    code = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=120)
    name_ur = models.CharField(max_length=120, blank=True)
    level = models.CharField(max_length=20, choices=CourtLevel.choices)
    scope = models.CharField(max_length=60, blank=True)  # per what there is one: district, division, province
    aliases = models.CharField(max_length=200, blank=True)
    note = models.CharField(max_length=200, blank=True)
    source = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        return self.name


class Court(models.Model):
    """What is particular to a court."""

    place = models.OneToOneField(Place, on_delete=models.CASCADE, primary_key=True, related_name="court")
    level = models.CharField(max_length=20, choices=CourtLevel.choices)
    sort = models.ForeignKey(CourtSort, on_delete=models.PROTECT, null=True, blank=True)

    def __str__(self) -> str:
        return str(self.place)
