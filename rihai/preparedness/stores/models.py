"""What is kept of stores: the store, its items, their lots with what is left, and every movement."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.kit.ids import new_id
from rihai.places.models import Place

MOST = 10_000_000
"""More than any store holds of anything."""


class Store(models.Model):
    """Where equipment is kept at a place, and by which post."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    kept_by = models.CharField(max_length=120)
    note = models.CharField(max_length=300, blank=True)
    closed_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("place__name", "name", "id")

    def __str__(self) -> str:
        return self.name


class Sort(models.TextChoices):
    """What an item is for."""

    PROTECTION = "protection", _("protection of the body")
    MEDICAL = "medical", _("first aid and medicine")
    HYGIENE = "hygiene", _("water and hygiene")
    FIRE = "fire", _("fire and rescue")
    LIGHT = "light", _("light, power and radio")
    SHELTER = "shelter", _("shelter and food")
    OTHER = "other", _("something else")


class Item(models.Model):
    """One thing a store keeps. `minimum` empty: nobody has said how much there must be."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    store = models.ForeignKey(Store, on_delete=models.PROTECT, related_name="items")
    name = models.CharField(max_length=120)
    sort = models.CharField(max_length=12, choices=Sort.choices)
    unit = models.CharField(max_length=40)
    minimum = models.PositiveIntegerField(null=True)
    ended_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("sort", "name", "id")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["store", "name"], condition=models.Q(ended_on=None), name="preparedness_item_once"
            )
        ]

    def __str__(self) -> str:
        return self.name


class Lot(models.Model):
    """What came in together and expires together. `level` is the sum of its movements, held by them alone."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="lots")
    mark = models.CharField(max_length=60, blank=True)
    expires_on = models.DateField(null=True)
    level = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = (models.F("expires_on").asc(nulls_last=True), "id")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=models.Q(level__gte=0), name="preparedness_never_below_nothing"),
            models.UniqueConstraint(fields=["item", "mark", "expires_on"], name="preparedness_lot_once"),
            models.UniqueConstraint(
                fields=["item", "mark"], condition=models.Q(expires_on=None), name="preparedness_undated_lot_once"
            ),
        ]

    def __str__(self) -> str:
        return self.mark

    def is_expired(self, on: date) -> bool:
        """Whether its day has passed: it is written off, and issued no more."""
        return self.expires_on is not None and self.expires_on < on


class Way(models.TextChoices):
    """How a lot became more or less."""

    RECEIPT = "receipt", _("received")
    ISSUE = "issue", _("issued")
    BACK = "back", _("came back")
    COUNT = "count", _("counted otherwise")
    WRITE_OFF = "write_off", _("written off")


class Movement(models.Model):
    """One change of a lot: added to, never changed. `left` is what was left of the lot then.

    `emergency` is the one in which it was issued.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    lot = models.ForeignKey(Lot, on_delete=models.PROTECT, related_name="movements")
    way = models.CharField(max_length=10, choices=Way.choices)
    change = models.IntegerField()
    left = models.PositiveIntegerField()
    whom = models.CharField(max_length=160, blank=True)
    why = models.CharField(max_length=300, blank=True)
    paper = models.CharField(max_length=80, blank=True)
    emergency = models.ForeignKey("preparedness.Emergency", on_delete=models.PROTECT, null=True, related_name="+")
    on = models.DateField()
    by_id = models.UUIDField()
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ("-at", "-id")

    def __str__(self) -> str:
        return str(self.pk)
