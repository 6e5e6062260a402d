"""Samples of rows whose evidence somebody looks for, and what was found."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.kit.ids import new_id
from rihai.results.models.lists import ServiceRow
from rihai.results.models.projects import Indicator


class Outcome(models.TextChoices):
    """What was found of a row's evidence."""

    SHOWN = "shown", _("the evidence was seen and says the same")
    DIFFERS = "differs", _("the evidence says something else")
    MISSING = "missing", _("no evidence was found")


class Sample(models.Model):
    """Rows drawn by lot from those behind a figure; the seed draws the same ones again from the same rows."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    indicator = models.ForeignKey(Indicator, on_delete=models.PROTECT, related_name="samples")
    first = models.DateField()
    end = models.DateField()
    seed = models.CharField(max_length=40)
    size = models.PositiveIntegerField()
    drawn_from = models.PositiveIntegerField()
    drawn_by_name = models.CharField(max_length=120)
    drawn_at = models.DateTimeField()

    class Meta:
        ordering = ("-drawn_at",)

    def __str__(self) -> str:
        return str(self.pk)


class Checked(models.Model):
    """One drawn row, and what somebody found of its evidence; empty until then."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    sample = models.ForeignKey(Sample, on_delete=models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField()
    row = models.ForeignKey(ServiceRow, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=8, choices=Outcome.choices, blank=True)
    says = models.CharField(max_length=400, blank=True)
    by_name = models.CharField(max_length=120, blank=True)
    at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("number",)
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["sample", "row"], name="results_checked_once")
        ]

    def __str__(self) -> str:
        return f"{self.sample_id} {self.number}"
