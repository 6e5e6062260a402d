"""What is kept of the conditions of a prison: figures written by hand. Those of inspections and lists stand there."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from rihai.kit.ids import new_id
from rihai.places.models import Place


class ConditionPoint(models.Model):
    """A figure of a series on a day: how it was found, and who says so. Never changed: taken back, with why."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="+")
    series = models.CharField(max_length=20)
    on = models.DateField()
    value = models.DecimalField(max_digits=12, decimal_places=2)
    method = models.CharField(max_length=200, blank=True)
    source = models.CharField(max_length=300)
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True)
    taken_back_why = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("on", "id")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["place", "series", "on"], name="monitoring_condition_of"),
        ]

    def __str__(self) -> str:
        return f"{self.series} {self.on}"
