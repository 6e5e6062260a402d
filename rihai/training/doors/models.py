"""What is kept of a door: to which session, for what, how long; of the secret in its address only a digest."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.kit.ids import new_id
from rihai.training.sessions.models import Session


class Asks(models.TextChoices):
    """What is answered behind a door; the first two are the moments of a test."""

    BEFORE = "before", _("the test before")
    AFTER = "after", _("the test after")
    SAID = "said", _("what people say at the end")


class Door(models.Model):
    """An address that a session's participants open on their own phones, for a few hours. `sheets`: how many came."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    session = models.ForeignKey(Session, on_delete=models.CASCADE, related_name="doors")
    asks = models.CharField(max_length=6, choices=Asks.choices)
    digest = models.CharField(max_length=64, unique=True)
    sheets = models.PositiveSmallIntegerField(default=0)
    opened_by_name = models.CharField(max_length=120)
    opened_at = models.DateTimeField()
    ends_at = models.DateTimeField()

    class Meta:
        ordering = ("-opened_at", "-id")
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["session", "ends_at"], name="training_door_open")]

    def __str__(self) -> str:
        return str(self.pk)

    def is_open(self, at: datetime) -> bool:
        """Whether anything can still be answered behind it."""
        return self.ends_at > at
