"""What is kept of cascades: in which session a trainer learnt what they teach."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from rihai.kit.ids import new_id
from rihai.training.courses.models import Trainer
from rihai.training.sessions.models import Session


class TrainedIn(models.Model):
    """A trainer came out of a session; what they teach afterwards hangs on it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    trainer = models.ForeignKey(Trainer, on_delete=models.CASCADE, related_name="trained_in")
    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="made_trainers")
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "id")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["trainer", "session"], name="training_trained_once")
        ]

    def __str__(self) -> str:
        return str(self.pk)
