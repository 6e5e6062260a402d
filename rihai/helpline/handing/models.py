"""That a request was handed on, to which room, and under which code it is kept there."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.accounts.models import Account
from rihai.helpline.requests.models import HelpRequest
from rihai.kit.ids import new_id


class Room(models.TextChoices):
    """Who goes on with it."""

    CASEWORK = "casework", _("Casework: somebody visits and helps")
    LEGAL = "legal", _("A lawyer: a matter is opened")
    MONITORING = "monitoring", _("A monitor: an allegation is written down")


class HandedOn(models.Model):
    """One hand-over; `to` is who leads there, where somebody was named."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    request = models.ForeignKey(HelpRequest, on_delete=models.CASCADE, related_name="handed")
    room = models.CharField(max_length=12, choices=Room.choices)
    target_id = models.UUIDField()
    to = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("at", "id")

    def __str__(self) -> str:
        return self.room
