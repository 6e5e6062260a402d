"""Bail as a court granted it, and who stands surety."""

from __future__ import annotations

from django.db import models

from rihai.kit.ids import new_id
from rihai.kit.sealed import BlindIndex, SealedText
from rihai.legal.matters.models.matter import Matter, Party
from rihai.places.models import Place


class BailOrder(models.Model):
    """One order of bail for one client: what it asks, how far its paper has come, and whether it is furnished."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    matter = models.ForeignKey(Matter, on_delete=models.CASCADE, related_name="bail_orders")
    party = models.ForeignKey(Party, on_delete=models.CASCADE, related_name="+")
    court = models.ForeignKey(Place, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    court_name = models.CharField(max_length=160, blank=True)
    granted_on = models.DateField()
    conditions = models.CharField(max_length=400, blank=True)
    personal_bond = models.BooleanField(default=False)
    amount = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    sureties_needed = models.PositiveSmallIntegerField(default=1)
    reduced_to = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    reduced_on = models.DateField(null=True, blank=True)
    nobody_stands = models.BooleanField(default=False)
    furnished_on = models.DateField(null=True, blank=True)
    sent_on = models.DateField(null=True, blank=True)
    arrived_on = models.DateField(null=True, blank=True)
    cancelled_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("granted_on", "id")

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def court_text(self) -> str:
        """The court as it is shown."""
        return self.court.shown if self.court else self.court_name


class Surety(models.Model):
    """Somebody who stands surety, or would: sealed, because who has money and pity is nobody's business."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    matter = models.ForeignKey(Matter, on_delete=models.CASCADE, related_name="sureties")
    order = models.ForeignKey(BailOrder, on_delete=models.CASCADE, related_name="sureties")
    name = SealedText(seal="legal.surety.name")
    number = SealedText(seal="legal.surety.number", null=True)
    number_index = BlindIndex(of="number", seal="legal.surety.number")
    phone = SealedText(seal="legal.surety.phone", null=True)
    missing = models.CharField(max_length=200, blank=True)
    verified_by = models.CharField(max_length=120, blank=True)
    verified_on = models.DateField(null=True, blank=True)
    furnished_on = models.DateField(null=True, blank=True)
    refused_on = models.DateField(null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return str(self.pk)
