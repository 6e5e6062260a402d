"""Who works where: units and postings."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models

from rihai.accounts.models.account import Account
from rihai.accounts.roles import ROLES, Role
from rihai.kit.ids import new_id
from rihai.places.models import Place


class Unit(models.Model):
    """A team of ours: a programme, the survivor unit, the helpline, a project; with the places it works at."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    name = models.CharField(max_length=120)
    purpose = models.CharField(max_length=240, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("name", "id")

    def __str__(self) -> str:
        return self.name


class UnitPlace(models.Model):
    """A place a unit works at, with all that stands in it."""

    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="at")
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["unit", "place"], name="accounts_unit_place_once")
        ]

    def __str__(self) -> str:
        return f"{self.unit_id} {self.place_id}"


class Posting(models.Model):
    """A role at a place, in a unit or, with neither, in the whole office; `ended_on` is the first day without it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="postings")
    role = models.CharField(max_length=32, choices=[(key, role.title) for key, role in ROLES.items()])
    place = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="postings")
    started_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    given_by = models.ForeignKey(Account, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ("started_on", "id")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["account", "started_on"]),
            models.Index(fields=["ended_on"]),
        ]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=models.Q(place__isnull=True) | models.Q(unit__isnull=True), name="accounts_posting_one_where"
            )
        ]

    def __str__(self) -> str:
        return f"{self.role} {self.account_id}"

    @property
    def of_role(self) -> Role:
        """The role, with all it gives."""
        return ROLES[self.role]

    def holds_on(self, day: date) -> bool:
        """Whether it holds on a day; the day it ends it does not."""
        return self.started_on <= day and (self.ended_on is None or day < self.ended_on)
