"""What is kept of the levels: what people said at the end, what superiors see on the job, figures before and after."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from rihai.kit.ids import new_id
from rihai.places.models import Place
from rihai.training.certificates.models import Completion
from rihai.training.sessions.models import Session


class Reaction(models.Model):
    """What one of those who came said at the end, from 1 to 5 by question; of whom, nobody knows."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="reactions")
    answer_id = models.UUIDField(unique=True)
    points = models.JSONField(default=dict)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return str(self.pk)


class Judgement(models.Model):
    """What a superior saw on the job, three or six months after a course was finished: `seen` of `of` points."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    completion = models.ForeignKey(Completion, on_delete=models.PROTECT, related_name="judgements")
    months = models.PositiveSmallIntegerField()
    answer_id = models.UUIDField(unique=True)
    seen = models.PositiveSmallIntegerField()
    of = models.PositiveSmallIntegerField()
    on = models.DateField()
    by_id = models.UUIDField()
    by_name = models.CharField(max_length=120)

    class Meta:
        ordering = ("on", "id")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["completion", "months"], name="training_judgement_once")
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Figure(models.Model):
    """A figure of a place before a session and after it; that one comes from the other is not said.

    `measure` is the code of what a room of the house counts; empty where the figures come from elsewhere (`source`).
    Both spans are of `months` months; `after` is empty until the second has run out.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    session = models.ForeignKey(Session, on_delete=models.PROTECT, related_name="figures")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    measure = models.CharField(max_length=80, blank=True)
    title = models.CharField(max_length=200, blank=True)
    source = models.CharField(max_length=300, blank=True)
    months = models.PositiveSmallIntegerField()
    before = models.PositiveIntegerField(null=True)
    after = models.PositiveIntegerField(null=True)
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "id")

    def __str__(self) -> str:
        return str(self.pk)
