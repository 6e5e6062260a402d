"""The register of demands by authorities."""

from __future__ import annotations

from uuid import UUID

from django.db.models import F, QuerySet
from django.utils.translation import gettext as _

from rihai.accounts.models import Demand
from rihai.errors import NotFound
from rihai.kit.actor import Actor


def demands_for(actor: Actor) -> QuerySet[Demand]:
    """Every demand, newest first, for those who record or decide."""
    if not (actor.may("demands.record") or actor.may("demands.decide")):
        return Demand.objects.none()
    return Demand.objects.select_related("recorded_by", "proposed_by", "decided_by")


def demands_open(actor: Actor) -> QuerySet[Demand]:
    """Those not decided yet, what is due first at the top."""
    return demands_for(actor).filter(decided_at=None).order_by(F("due_on").asc(nulls_last=True), "received_on")


def demand_for(actor: Actor, pk: UUID) -> Demand:
    """One of them. Raises NotFound."""
    found = demands_for(actor).filter(pk=pk).first()
    if found is None:
        raise NotFound(_("There is no such demand."))
    return found
