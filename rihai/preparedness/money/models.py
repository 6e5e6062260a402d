"""What is kept of crisis money: lines, requests on them, and what was spent on a request."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.kit.files import StoredFile
from rihai.kit.ids import new_id
from rihai.places.models import Place


class Line(models.Model):
    """Money that a funder gave for emergencies at a place and what stands in it, between two days."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    place = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    funder = models.CharField(max_length=160)
    amount = models.DecimalField(max_digits=14, decimal_places=2)
    started_on = models.DateField()
    ended_on = models.DateField()
    paper = models.CharField(max_length=160, blank=True)
    made_by_name = models.CharField(max_length=120)
    made_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("place__name", "-started_on", "id")

    def __str__(self) -> str:
        return self.name


class State(models.TextChoices):
    """Where a request stands."""

    ASKED = "asked", _("asked for")
    APPROVED = "approved", _("approved")
    REFUSED = "refused", _("refused")
    SETTLED = "settled", _("settled")


class Request(models.Model):
    """Money asked for on a line, decided by somebody else. `beyond`: more than was left, by a decision with its reason.

    `emergency` is the one for which it is; `paid` is known of one that `queries.requests_for` gave.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    line = models.ForeignKey(Line, on_delete=models.PROTECT, related_name="requests")
    emergency = models.ForeignKey("preparedness.Emergency", on_delete=models.PROTECT, null=True, related_name="+")
    amount = models.DecimalField(max_digits=14, decimal_places=2)
    what = models.CharField(max_length=400)
    state = models.CharField(max_length=8, choices=State.choices, default=State.ASKED)
    asked_by_id = models.UUIDField()
    asked_by_name = models.CharField(max_length=120)
    asked_at = models.DateTimeField()
    decided_by_name = models.CharField(max_length=120, blank=True)
    decided_at = models.DateTimeField(null=True)
    decided_why = models.CharField(max_length=400, blank=True)
    beyond = models.BooleanField(default=False)
    settled_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-asked_at", "-id")

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def paid(self) -> Decimal:
        """What was paid from it."""
        paid: Decimal = vars(self)["spent"]
        return paid


class Spending(models.Model):
    """What was paid from a request: to whom, for what, with its receipt or why there is none. Never changed."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="spendings")
    amount = models.DecimalField(max_digits=14, decimal_places=2)
    on = models.DateField()
    paid_to = models.CharField(max_length=160)
    what = models.CharField(max_length=300)
    receipt = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    no_receipt = models.CharField(max_length=300, blank=True)
    by_name = models.CharField(max_length=120)
    at = models.DateTimeField()

    class Meta:
        ordering = ("on", "id")
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(condition=models.Q(amount__gt=0), name="preparedness_spent_something"),
            models.CheckConstraint(
                condition=models.Q(receipt__isnull=False) | ~models.Q(no_receipt=""), name="preparedness_receipt_or_why"
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)
