"""Pregnancy, and babies with their vaccinations; a baby is never counted as a prisoner. Class health.

Sources: Nelson Mandela Rules 28, 29; Bangkok Rules 33(3), 39, 48, 51.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.kit.ids import new_id
from rihai.kit.sealed import SealedText
from rihai.people.models import Person

MOTHER_SEAL, BABY_SEAL = "casework.pregnancy.text", "casework.baby.name"
"""The fixed labels under which words are sealed; never to be changed."""


class Ending(models.TextChoices):
    """How a pregnancy ended."""

    LIVE = "live", _("a live birth")
    STILL = "still", _("a stillbirth")
    LOSS = "loss", _("the pregnancy was lost")
    NOT_KNOWN = "not_known", _("not known")
    TWICE = "twice", _("written down twice")


class Pregnancy(models.Model):
    """One pregnancy, from the day it is known: the day expected, where she will give birth, visits, and its end."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    made_for = models.UUIDField()
    known_on = models.DateField()
    expected_on = models.DateField(null=True, db_index=True)
    birth_where = models.CharField(max_length=160, blank=True)
    birth_plan = SealedText(seal=MOTHER_SEAL, null=True)
    visits = models.PositiveSmallIntegerField(default=0)
    last_visit_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    ending = models.CharField(max_length=10, choices=Ending.choices, blank=True)
    written_by = models.UUIDField()
    written_by_name = models.CharField(max_length=120)
    written_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("-known_on", "-id")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["person"], condition=models.Q(ended_on=None), name="casework_one_pregnancy")
        ]

    def __str__(self) -> str:
        return str(self.pk)


class Baby(models.Model):
    """A small child of hers, as the vaccinator knows it: what it is called, and since when it lives.

    The record of `people` says how many children live inside; this one says which doses they had.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    made_for = models.UUIDField()
    called = SealedText(seal=BABY_SEAL)
    born_on = models.DateField()
    lives_inside = models.BooleanField(default=True)
    left_on = models.DateField(null=True)
    written_by = models.UUIDField()
    written_by_name = models.CharField(max_length=120)
    written_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("born_on", "id")

    def __str__(self) -> str:
        return str(self.pk)


class Dose(models.Model):
    """A dose that was given, by the code of the schedule (`vaccines.csv`), by whom and where.

    `given_by` is the vaccinator as the card or the register names them, who is seldom whoever writes it down here.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    made_for = models.UUIDField()
    baby = models.ForeignKey(Baby, on_delete=models.PROTECT, related_name="doses")
    code = models.CharField(max_length=12)
    given_on = models.DateField()
    given_by = models.CharField(max_length=120, blank=True)
    given_where = models.CharField(max_length=120, blank=True)
    written_by_name = models.CharField(max_length=120)
    written_at = models.DateTimeField()

    class Meta:
        ordering = ("given_on", "id")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["baby", "code"], name="casework_a_dose_once")
        ]

    def __str__(self) -> str:
        return self.code
