"""A project, its indicators, and figures that somebody entered with their evidence."""

from __future__ import annotations

from datetime import date, timedelta
from typing import ClassVar

from django.db import models
from django.db.models.functions import Lower
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from rihai.kit.files.models import StoredFile
from rihai.kit.ids import new_id
from rihai.places.models import Place


class Grain(models.TextChoices):
    """How long the periods of a project are."""

    MONTH = "month", _("months")
    QUARTER = "quarter", _("quarters")
    HALF = "half", _("half years")
    YEAR = "year", _("years")


class Project(models.Model):
    """A project. `codes_of` names the register its codes come from: two projects with one register share their people.

    `ended_on` is not included; empty means still. `places` are where it works: rooms’ own figures are counted there.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    code = models.CharField(max_length=30, unique=True)
    name = models.CharField(max_length=160)
    name_ur = models.CharField(max_length=160, blank=True)
    funders = models.JSONField(default=list)
    places = models.ManyToManyField(Place, related_name="+", blank=True)
    started_on = models.DateField()
    ended_on = models.DateField(null=True)
    grain = models.CharField(max_length=8, choices=Grain.choices, default=Grain.QUARTER)
    services = models.JSONField(default=list)
    women_only = models.BooleanField(default=False)
    codes_of = models.CharField(max_length=60, blank=True)
    tags = models.JSONField(default=list)
    dhis2_set = models.CharField(max_length=60, blank=True)
    dhis2_unit = models.CharField(max_length=60, blank=True)
    made_by_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("-started_on", "code")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(Lower("code"), name="results_project_code_once")
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def shown(self) -> str:
        """Its name in the reader's language."""
        return self.name_ur if self.name_ur and (get_language() or "").startswith("ur") else self.name


class Basis(models.TextChoices):
    """Where a figure comes from."""

    ROWS = "rows", _("counted from the project’s lists of sessions")
    MEASURE = "measure", _("counted from the rooms’ own records")
    ENTERED = "entered", _("entered by hand, with evidence")


class Unit(models.TextChoices):
    """What is counted; people are never added to anything."""

    PEOPLE = "people", _("people, each once")
    ACTS = "acts", _("sessions, cases or acts")
    DAYS = "days", _("days")
    THINGS = "things", _("things or places")
    REACH = "reach", _("people reached as somebody stated, not each once")


class Indicator(models.Model):
    """One figure of a project. `narrowed` narrows a measure by its columns; `target` and `baseline` may be unknown."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="indicators")
    code = models.CharField(max_length=60)
    title = models.CharField(max_length=200)
    title_ur = models.CharField(max_length=200, blank=True)
    basis = models.CharField(max_length=8, choices=Basis.choices)
    unit = models.CharField(max_length=8, choices=Unit.choices)
    measure = models.CharField(max_length=80, blank=True)
    narrowed = models.JSONField(default=dict)
    service = models.CharField(max_length=40, blank=True)
    definition = models.CharField(max_length=500, blank=True)
    includes = models.CharField(max_length=500, blank=True)
    excludes = models.CharField(max_length=500, blank=True)
    source = models.CharField(max_length=300, blank=True)
    baseline = models.PositiveIntegerField(null=True)
    target = models.PositiveIntegerField(null=True)
    part_of = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="parts")
    tags = models.JSONField(default=list)
    dhis2_element = models.CharField(max_length=60, blank=True)
    order = models.PositiveSmallIntegerField(default=0)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("order", "code")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["project", "code"], name="results_indicator_once")
        ]

    def __str__(self) -> str:
        return self.code

    @property
    def shown(self) -> str:
        """Its title in the reader's language."""
        return self.title_ur if self.title_ur and (get_language() or "").startswith("ur") else self.title

    @property
    def is_entered(self) -> bool:
        """Whether somebody writes the figure in."""
        return self.basis == Basis.ENTERED

    @property
    def is_people(self) -> bool:
        """Whether people are counted."""
        return self.unit == Unit.PEOPLE


class Method(models.TextChoices):
    """How an entered figure was come by."""

    COUNTED = "counted", _("counted one by one")
    ESTIMATED = "estimated", _("estimated")
    AT_LEAST = "at_least", _("at least so many")


class Entry(models.Model):
    """A figure somebody entered for some days (`end` not included), with how it was come by and what shows it.

    It is never changed: who was wrong withdraws it with a reason and enters another.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    indicator = models.ForeignKey(Indicator, on_delete=models.CASCADE, related_name="entries")
    first = models.DateField()
    end = models.DateField()
    value = models.PositiveIntegerField()
    method = models.CharField(max_length=9, choices=Method.choices)
    evidence = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    says = models.CharField(max_length=1000, blank=True)
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_why = models.CharField(max_length=400, blank=True)

    class Meta:
        ordering = ("first", "at")

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def last(self) -> date:
        """Its last day."""
        return self.end - timedelta(days=1)

    @property
    def is_estimate(self) -> bool:
        """Whether it is less than a count."""
        return self.method != Method.COUNTED

    @property
    def is_shown(self) -> bool:
        """Whether anything shows it."""
        return bool(self.evidence_id or self.says)
