"""What is kept of the calendar: how often a prison sends its list, and each list expected. It names no person."""

from __future__ import annotations

from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.kit.ids import new_id
from rihai.people.intake.models import Census
from rihai.places.models import Place


class Every(models.IntegerChoices):
    """How often a list is expected, in months; never: the prison is off the calendar."""

    MONTH = 1, _("every month")
    TWO_MONTHS = 2, _("every two months")
    QUARTER = 3, _("every three months")
    HALF_YEAR = 6, _("every six months")
    NEVER = 0, _("no list is expected")


class How(models.TextChoices):
    """By which way a prison was asked."""

    LETTER = "letter", _("by letter")
    EMAIL = "email", _("by e-mail")
    MESSAGE = "message", _("by message")
    TELEPHONE = "telephone", _("by telephone")
    IN_PERSON = "in_person", _("in person")


class CensusRhythm(models.Model):
    """How often a prison's list is expected, and by which day of the month."""

    place = models.OneToOneField(Place, on_delete=models.CASCADE, primary_key=True, related_name="+")
    every = models.PositiveSmallIntegerField(_("how often"), choices=Every.choices, default=Every.MONTH)
    day = models.PositiveSmallIntegerField(
        _("day of the month"),
        default=5,
        validators=[MinValueValidator(1), MaxValueValidator(28)],
        help_text=_("From 1 to 28. The list is late from the day after."),
    )
    version = models.PositiveIntegerField(default=1, editable=False)

    def __str__(self) -> str:
        return f"{self.place_id} {self.every}"


class ExpectedCensus(models.Model):
    """A list that is expected of a prison by a day. It may be refused and come after all; both are kept.

    It is late from the day after `due_on` while it has neither come nor been refused; `late_at`: when that was raised.
    `from_on` is the day after which a list counts for it.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    place = models.ForeignKey(Place, on_delete=models.CASCADE, related_name="+", db_index=False)
    from_on = models.DateField()
    due_on = models.DateField(db_index=True)
    asked_on = models.DateField(null=True)
    asked_how = models.CharField(max_length=12, choices=How.choices, blank=True)
    asked_whom = models.CharField(max_length=120, blank=True)
    asked_by_name = models.CharField(max_length=120, blank=True)
    refused_on = models.DateField(null=True)
    refused_by = models.CharField(max_length=120, blank=True)
    refusal = models.CharField(max_length=500, blank=True)
    census = models.ForeignKey(Census, on_delete=models.SET_NULL, null=True, related_name="+")
    come_on = models.DateField(null=True)
    late_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("-due_on", "id")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["place", "due_on"], name="people_expectedcensus_once")
        ]

    def __str__(self) -> str:
        return f"{self.place_id} {self.due_on}"

    @property
    def is_open(self) -> bool:
        """Whether it is still waited for."""
        return self.come_on is None and self.refused_on is None
