"""Figures about places: capacity, counts of people held, caseloads; each with its day and its source."""

from __future__ import annotations

from typing import ClassVar
from urllib.parse import urlsplit

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from rihai.kit.templatetags.kit import day
from rihai.places.models.place import Place

# No prison or country is larger; keeps a slip of the finger out and every sum within an integer.
MOST = 10_000_000


class Precision(models.TextChoices):
    """How exactly a day is known."""

    DAY = "day", _("the day")
    MONTH = "month", _("the month")
    YEAR = "year", _("the year alone")


class Standard(models.TextChoices):
    """By what a capacity is reckoned. The space norms are those of `IND-02b` of the Mandela instrument."""

    OFFICIAL = "official", _("official capacity, as the authority states it")
    NATIONAL = "national", _("space norm of the country’s prison rules")
    ICRC = "icrc", _("3.4 m² a person in shared rooms (ICRC)")
    CPT = "cpt", _("4 m² a person in shared rooms (CPT)")
    OTHER = "other", _("another, named in the note")


class Who(models.TextChoices):
    """Which people a part of a count is of. Children living with a parent are never counted as prisoners."""

    ALL = "", _("everyone")
    MEN = "men", _("men")
    WOMEN = "women", _("women")
    JUVENILES = "juveniles", _("under 18")
    TRANSGENDER = "transgender", _("transgender people")
    CHILDREN = "children", _("children living with a parent")


class Status(models.TextChoices):
    """On what ground they are held."""

    ANY = "", _("any")
    UNDER_TRIAL = "under_trial", _("under trial")
    CONVICTED = "convicted", _("convicted")
    CONDEMNED = "condemned", _("condemned to death")
    OTHER = "other", _("other (civil, internees, deportees)")


class Figure(models.Model):
    """What every figure carries: when it was true and who says so. `as_of` empty: the source gives no day."""

    as_of = models.DateField(null=True, blank=True)
    precision = models.CharField(max_length=5, choices=Precision.choices, default=Precision.DAY)
    source = models.CharField(max_length=300)
    url = models.URLField(max_length=300, blank=True)
    note = models.CharField(max_length=400, blank=True)
    code = models.CharField(max_length=160, unique=True, null=True, blank=True, editable=False)  # known to the seed

    class Meta:
        abstract = True

    @property
    def cited(self) -> str:
        """The source with its address cut down to the site, as it stands beside a figure."""
        site = urlsplit(self.url).hostname or "" if self.url else ""
        return self.source.replace(self.url, site.removeprefix("www.")) if site else self.source

    @property
    def when(self) -> str:
        """The day, the month or the year, as exactly as it is known."""
        if self.as_of is None:
            return gettext("no day given")
        if self.precision == Precision.YEAR:
            return str(self.as_of.year)
        written = day(self.as_of)
        return written if self.precision == Precision.DAY else written.partition(" ")[2]


class Capacity(Figure):
    """How many people a place is meant for, by a named standard."""

    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="capacities")
    places = models.PositiveIntegerField(validators=[MaxValueValidator(MOST)])
    standard = models.CharField(max_length=12, choices=Standard.choices, default=Standard.OFFICIAL)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["place", "-as_of"])]

    def __str__(self) -> str:
        return f"{self.places} ({self.standard})"


class HeldCount(Figure):
    """People held in a place on a day, as published or told; `total` empty: the source gives only parts."""

    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="counts")
    total = models.PositiveIntegerField(null=True, blank=True, validators=[MaxValueValidator(MOST)])

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["place", "-as_of"])]

    def __str__(self) -> str:
        return "" if self.total is None else str(self.total)


class HeldPart(models.Model):
    """One row of a count: so many of these people, held on this ground."""

    count = models.ForeignKey(HeldCount, on_delete=models.CASCADE, related_name="parts")
    who = models.CharField(max_length=12, choices=Who.choices, blank=True)
    status = models.CharField(max_length=12, choices=Status.choices, blank=True)
    persons = models.PositiveIntegerField(validators=[MaxValueValidator(MOST)])

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["count", "who", "status"], name="places_part_once")
        ]

    def __str__(self) -> str:
        return str(self.persons)


class Caseload(Figure):
    """The officers of a probation or parole office and the people they supervise."""

    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="caseloads")
    officers = models.PositiveIntegerField(null=True, blank=True, validators=[MaxValueValidator(MOST)])
    people = models.PositiveIntegerField(null=True, blank=True, validators=[MaxValueValidator(MOST)])

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["place", "-as_of"])]

    def __str__(self) -> str:
        return f"{self.people} / {self.officers}"
