"""The register of demands by authorities: what was asked on what paper, who decided, and the least that was given."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from rihai.accounts.models.account import Account
from rihai.kit.ids import new_id
from rihai.kit.sealed import SealedText


class Outcome(models.TextChoices):
    """What became of a demand."""

    REFUSED = "refused", _("refused")
    PARTLY = "partly", _("given in part")
    GIVEN = "given", _("given")


class Demand(models.Model):
    """One demand. One person proposes what to do, another decides; neither can do both."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    authority = models.CharField(max_length=160)
    reference = models.CharField(max_length=80)
    received_on = models.DateField()
    due_on = models.DateField(null=True, blank=True)
    asked = SealedText(seal="accounts.demand.asked")
    person_id = models.UUIDField(null=True, blank=True)
    basis = models.CharField(max_length=240, blank=True)
    recorded_by = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    outcome = models.CharField(max_length=8, choices=Outcome.choices, blank=True)
    given = SealedText(seal="accounts.demand.given", null=True, blank=True)
    grounds = SealedText(seal="accounts.demand.grounds", null=True, blank=True)
    proposed_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    proposed_at = models.DateTimeField(null=True)
    decided_by = models.ForeignKey(Account, on_delete=models.PROTECT, null=True, related_name="+")
    decided_at = models.DateTimeField(null=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ("-received_on", "-id")

    def __str__(self) -> str:
        return str(self.pk)

    @property
    def state(self) -> str:
        """open, proposed or decided."""
        return "decided" if self.decided_at else "proposed" if self.proposed_at else "open"
