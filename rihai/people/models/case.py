"""What is believed of a person's criminal cases, as far as pages filter and show it; a projection of the statements.

A case keeps its key as long as it is believed, so that rooms above may point at it; its charges, sentences and hearings
are written anew.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from rihai.kit.ids import new_id
from rihai.people.models.person import LegalStatus, Person


class CriminalCase(models.Model):
    """One FIR or one court matter. Days are kept where they are known to the day; the record knows them in part."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="criminal_cases")
    case_id = models.CharField(max_length=200)
    place_in_record = models.PositiveSmallIntegerField(default=0)
    fir_number = models.CharField(max_length=60, blank=True)
    fir_on = models.DateField(null=True)
    police_station = models.CharField(max_length=160, blank=True)
    court = models.CharField(max_length=160, blank=True)
    legal_status = models.CharField(max_length=24, choices=LegalStatus.choices, blank=True)
    arrested_on = models.DateField(null=True)
    convicted_on = models.DateField(null=True)
    bail_granted = models.BooleanField(null=True)

    class Meta:
        ordering = ("place_in_record", "id")

    def __str__(self) -> str:
        return str(self.pk)


class Charge(models.Model):
    """One accusation under one section."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="charges")
    criminal_case = models.ForeignKey(CriminalCase, on_delete=models.CASCADE, related_name="charges")
    place_in_record = models.PositiveSmallIntegerField(default=0)
    act = models.CharField(max_length=60, blank=True)
    section = models.CharField(max_length=60, blank=True)
    sub_limb = models.CharField(max_length=60, blank=True)
    section_text = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("place_in_record", "id")
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["act", "section"], name="people_charge_section")]

    def __str__(self) -> str:
        return str(self.pk)


class Sentence(models.Model):
    """One sentence of a court; its term as the record writes it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="sentences")
    criminal_case = models.ForeignKey(CriminalCase, on_delete=models.CASCADE, related_name="sentences")
    place_in_record = models.PositiveSmallIntegerField(default=0)
    kind = models.CharField(max_length=24, blank=True)
    term = models.JSONField(null=True)
    imposed_on = models.DateField(null=True)

    class Meta:
        ordering = ("place_in_record", "id")

    def __str__(self) -> str:
        return str(self.pk)


class Hearing(models.Model):
    """A day in court that the record knows: the last one, or the next."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="hearings")
    criminal_case = models.ForeignKey(CriminalCase, on_delete=models.CASCADE, related_name="hearings")
    listed_on = models.DateField(db_index=True)
    is_next = models.BooleanField()

    class Meta:
        ordering = ("listed_on", "id")

    def __str__(self) -> str:
        return str(self.pk)


class ChildInside(models.Model):
    """A child of the person; one who lives in the prison is never counted as a prisoner."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="children")
    born_earliest = models.DateField(null=True)
    born_latest = models.DateField(null=True)
    lives_in_prison = models.BooleanField(null=True)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return str(self.pk)
