"""What is due about our leave to work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q
from django.utils.translation import gettext as _

from rihai.errors import NotFound
from rihai.kit.actor import Actor
from rihai.places.models import Permit
from rihai.places.models.permit import ANSWER_DAYS, RENEW_DAYS, PermitState

CAPABILITY = "places.permits"


@dataclass(frozen=True, slots=True)
class PermitDue:
    """A leave that waits for an act: to be renewed (it expires or has expired) or asked for again."""

    permit: Permit
    due_on: date
    renew: bool


def permit_for(permit_id: UUID) -> Permit:
    """One leave; whoever is signed in sees it. Raises NotFound."""
    found = Permit.objects.select_related("place", "renews", "paper").filter(pk=permit_id).first()
    if found is None:
        raise NotFound(_("There is no such leave to work."))
    return found


def permits_due(*, actor: Actor, on: date, place_id: int | None = None) -> list[PermitDue]:
    """What waits on a day for whoever sees to leaves: their own, or all for who has the capability."""
    near = Q(state__in=[PermitState.GIVEN, PermitState.EXPIRED], expires_on__lte=on + timedelta(days=RENEW_DAYS))
    unanswered = Q(state=PermitState.ASKED, asked_on__lte=on - timedelta(days=ANSWER_DAYS))
    asked_again = Permit.objects.exclude(state=PermitState.REFUSED).exclude(renews=None).values("renews")
    found = Permit.objects.filter(near | unanswered, place__closed_on=None).exclude(pk__in=asked_again)
    if place_id is not None:
        found = found.filter(place_id=place_id)
    elif not actor.may(CAPABILITY):
        found = found.filter(owner_id=actor.pk)
    due = [_due(permit) for permit in found.select_related("place")]
    return sorted(due, key=lambda one: (one.due_on, one.permit.pk))


def _due(permit: Permit) -> PermitDue:
    if permit.state == PermitState.ASKED:
        return PermitDue(permit, permit.asked_on + timedelta(days=ANSWER_DAYS), renew=False)
    renewal = permit.renewal_due_on()
    assert renewal is not None, "asked of those alone that were given until a day"
    return PermitDue(permit, renewal, renew=True)
