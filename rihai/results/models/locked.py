"""Periods that are locked and signed off, their figures as they stood then, and every restatement of one."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from rihai.accounts.models import Account
from rihai.kit.ids import new_id
from rihai.results.models.projects import Indicator, Project


class LockedPeriod(models.Model):
    """A period whose figures stand; `end` is not included. Signed off by somebody else than who locked it.

    `hands` are the accounts that locked it or restated a figure of it since it was last signed: none of them signs.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="periods")
    first = models.DateField()
    end = models.DateField()
    locked_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    locked_by_name = models.CharField(max_length=120)
    locked_at = models.DateTimeField()
    signed_by_name = models.CharField(max_length=120, blank=True)
    signed_at = models.DateTimeField(null=True)
    left_out = models.JSONField(default=dict)
    hands = models.JSONField(default=list)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("first",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["project", "first"], name="results_locked_once")
        ]

    def __str__(self) -> str:
        return f"{self.project_id} {self.first:%Y-%m-%d}"


class LockedFigure(models.Model):
    """An indicator as it stood: in the period, and from the project's beginning to the period's end. None: not known.

    `keys` are marks of those who were counted (see `counting.marks`), by which a later count can say who came, who went
    and who turned out to be one person; no name and no id can be read from them.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    period = models.ForeignKey(LockedPeriod, on_delete=models.PROTECT, related_name="figures")
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="locked")
    value = models.PositiveIntegerField(null=True)
    to_date = models.PositiveIntegerField(null=True)
    mark = models.CharField(max_length=9, blank=True)
    sessions = models.PositiveIntegerField(null=True)
    parts = models.JSONField(default=dict)
    baseline = models.PositiveIntegerField(null=True)
    target = models.PositiveIntegerField(null=True)
    keys = models.JSONField(default=list)

    class Meta:
        ordering = ("indicator__order", "indicator__code")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["period", "indicator"], name="results_figure_once")
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Restatement(models.Model):
    """A locked figure was restated: what it was, what it is, why, by whom. What it was stays and is shown."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    figure = models.ForeignKey(LockedFigure, on_delete=models.PROTECT, related_name="restatements")
    was = models.PositiveIntegerField(null=True)
    now = models.PositiveIntegerField(null=True)
    was_to_date = models.PositiveIntegerField(null=True)
    now_to_date = models.PositiveIntegerField(null=True)
    reason = models.CharField(max_length=600)
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ("at",)

    def __str__(self) -> str:
        return str(self.pk)


class MergedSince(models.Model):
    """Two who were counted turned out to be one: the marks of both, and when; no person can be read from it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    kept = models.CharField(max_length=24, db_index=True)
    gone = models.CharField(max_length=24, db_index=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.pk)
