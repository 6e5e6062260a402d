"""The decision of two people to erase an incident: who asked and why, who agreed; it stays when the rest is gone."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from rihai.accounts.models import Account
from rihai.kit.ids import new_id
from rihai.monitoring.incidents.models.incident import Incident


class Why(models.TextChoices):
    """On what an erasure rests; a code, because a reason in words would keep what is erased."""

    TIME = "time", _("it was kept its time, and is not needed any more")
    WISH = "wish", _("whom it happened to took back that it is written down")
    TWICE = "twice", _("it was written down twice, and the other stays")


class Erasure(models.Model):
    """Asked by one of the team; done when another of them agrees. The database itself refuses that one does both."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    incident = models.OneToOneField(Incident, on_delete=models.PROTECT, related_name="erasure")
    why = models.CharField(max_length=5, choices=Why.choices)
    asked_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    agreed_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    agreed_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(agreed_by=None) | ~Q(agreed_by=F("asked_by")), name="monitoring_erased_by_two"
            )
        ]

    def __str__(self) -> str:
        return str(self.pk)
