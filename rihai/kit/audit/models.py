"""What is kept of acts and readings: the lines, the end of their chain, and who opened which person."""

from __future__ import annotations

import json
from typing import Any, ClassVar

from django.db import models


class Event(models.Model):
    """One line of the trail. Nothing refers to another table, so that a line outlives what it is about.

    `subject` is an id as text and never a name; `written` is the detail as canonical JSON, kept as text because its
    exact bytes are part of the digest.
    """

    number = models.BigIntegerField(primary_key=True)
    moment = models.DateTimeField(db_index=True)
    act = models.CharField(max_length=100)
    actor_id = models.UUIDField(null=True)
    actor_name = models.CharField(max_length=120, blank=True)
    kind = models.CharField(max_length=100, blank=True)
    subject = models.CharField(max_length=64, blank=True)
    reason = models.TextField(blank=True)
    written = models.TextField()
    previous = models.CharField(max_length=64)
    digest = models.CharField(max_length=64)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["subject", "number"], name="kit_event_subject"),
            models.Index(fields=["actor_id", "number"], name="kit_event_actor"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.act}"

    @property
    def detail(self) -> dict[str, Any]:
        """What the act says of itself beside its columns."""
        held: dict[str, Any] = json.loads(self.written)
        return held


class Head(models.Model):
    """The end of the chain, one row; whoever appends holds it until the transaction ends."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    number = models.BigIntegerField(default=0)
    digest = models.CharField(max_length=64)

    def __str__(self) -> str:
        return f"{self.number}:{self.digest}"


class Opening(models.Model):
    """One person's page opened by one actor: an index beside the trail, for *who opened this*."""

    person_id = models.UUIDField()
    event_number = models.BigIntegerField()
    actor_id = models.UUIDField(null=True)
    actor_name = models.CharField(max_length=120, blank=True)
    moment = models.DateTimeField()

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["person_id", "-event_number"], name="kit_opening_person"),
            models.Index(fields=["actor_id", "-event_number"], name="kit_opening_actor"),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.event_number}"
