"""Fines, diyat and compensation as ordered, and what was paid of them."""

from __future__ import annotations

from django.db import models

from rihai.kit.ids import new_id
from rihai.legal.matters.models.codes import MoneyKind, PaidBy
from rihai.legal.matters.models.matter import Matter, Party
from rihai.legal.matters.models.paper import MatterFile


class MoneyOrder(models.Model):
    """What a court ordered one client to pay, and the imprisonment in default of it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    matter = models.ForeignKey(Matter, on_delete=models.CASCADE, related_name="money_orders")
    party = models.ForeignKey(Party, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=8, choices=MoneyKind.choices)
    amount = models.DecimalField(max_digits=14, decimal_places=2)
    ordered_on = models.DateField()
    default_months = models.PositiveSmallIntegerField(null=True, blank=True)
    default_days = models.PositiveSmallIntegerField(null=True, blank=True)
    default_from = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("ordered_on", "id")

    def __str__(self) -> str:
        return str(self.pk)


class Payment(models.Model):
    """A part that was paid: when, by whom, with which receipt."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    matter = models.ForeignKey(Matter, on_delete=models.CASCADE, related_name="payments")
    order = models.ForeignKey(MoneyOrder, on_delete=models.CASCADE, related_name="payments")
    amount = models.DecimalField(max_digits=14, decimal_places=2)
    paid_on = models.DateField()
    paid_by = models.CharField(max_length=12, choices=PaidBy.choices)
    payer = models.CharField(max_length=160, blank=True)
    challan = models.CharField(max_length=80, blank=True)
    file = models.ForeignKey(MatterFile, on_delete=models.PROTECT, null=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ("paid_on", "id")

    def __str__(self) -> str:
        return str(self.pk)
