"""What is kept of two entries that may be one person: what somebody said of them, for good."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from rihai.kit.ids import new_id
from rihai.training.sessions.models import Trainee


class Twins(models.Model):
    """Two entries of which somebody said that they are one person (`is_same`), or never are; `one` stands for both."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    one = models.ForeignKey(Trainee, on_delete=models.PROTECT, related_name="+")
    other = models.ForeignKey(Trainee, on_delete=models.PROTECT, related_name="+")
    is_same = models.BooleanField()
    because = models.CharField(max_length=200, blank=True)
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ("-at", "-id")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["one", "other"], name="training_twins_once")
        ]

    def __str__(self) -> str:
        return str(self.pk)
