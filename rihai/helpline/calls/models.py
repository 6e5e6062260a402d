"""A call that was not answered: from which number, under the seal, how often it was tried to ring back."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.accounts.models import Account
from rihai.helpline.requests.models import HelpRequest
from rihai.kit.ids import new_id
from rihai.kit.sealed import BlindIndex, SealedText

SEAL = "helpline.call.number"


class MissedCall(models.Model):
    """A number that rang. One that rings again while it waits is counted, not written down twice."""

    class State(models.TextChoices):
        """What became of it."""

        WAITING = "waiting", _("to ring back")
        REACHED = "reached", _("reached")
        LEFT = "left", _("not reached, left")

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    number = SealedText(seal=SEAL, null=True)
    number_index = BlindIndex(of="number", seal=SEAL, normaliser="digits")
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    came_at = models.DateTimeField()
    last_at = models.DateTimeField()
    times = models.PositiveIntegerField(default=1)
    tries = models.PositiveSmallIntegerField(default=0)
    tried_at = models.DateTimeField(null=True)
    tried_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    request = models.ForeignKey(HelpRequest, on_delete=models.SET_NULL, null=True, related_name="+")
    made_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ("came_at", "id")
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["state", "came_at"], name="helpline_missed_state"),
        ]

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def ending(self) -> str:
        """The last digits alone: enough to tell two apart, too little to ring or to know somebody by."""
        return "…" + (self.number or "")[-3:]
