"""What offers an emergency: a threshold of disease that is crossed, an incident that is written down.

Nothing opens itself. Of an incident nothing is kept but its place and what kind of emergency it may be; of a sealed one
nothing at all: what it offered before it was sealed is taken away with its notices, answered or not. An emergency that
somebody opened stands, and names no incident.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.urls import reverse

from rihai.accounts.operations import notify, take_notices_away
from rihai.accounts.operations.house import as_house
from rihai.accounts.queries.posted import posted_at
from rihai.kit.offers import Done
from rihai.places.models import Place
from rihai.preparedness.emergencies.models import EITHER, Emergency, Proposal, Source, State
from rihai.preparedness.emergencies.queries import AT
from rihai.preparedness.plans.hazards import Hazard
from rihai.preparedness.reach import ACT

OFFERED = "preparedness.emergency_offered"
OF_INCIDENT: dict[str, tuple[Hazard, ...]] = {
    "D2.3": (Hazard.ESCAPE,), "R1.2": (Hazard.RIOT,), "R1.3": (Hazard.HOSTAGE,), "R1.4": (Hazard.FIRE,),
    "R1.5": (Hazard.ESCAPE,), "E1.1": (Hazard.WATER,), "E1.7": EITHER,
}  # fmt: skip
"""By the sub-class of an incident what may be happening; who opens it may say that it is something else."""


def on_threshold(done: Done) -> None:
    """After a threshold of disease was crossed."""
    propose(done.detail["place"], (Hazard.OUTBREAK,), Source.DISEASE, done.detail["alert"], at=done.at)


def on_incident(done: Done) -> None:
    """After an incident was written down or changed: what it says now is offered, what it said before no more."""
    known = done.detail
    if known["sealed"]:
        _take_away(known["incident"], at=done.at)
        return
    place, hazards = known["place"], OF_INCIDENT.get(known["sub"], ())
    still = {"place": place, "hazard": _one_of(hazards)} if hazards else None
    _take_away(known["incident"], but=still, at=done.at, answered_at=None)
    if hazards and place is not None:
        propose(place, hazards, Source.INCIDENT, known["incident"], at=done.at)


def _one_of(hazards: Sequence[Hazard]) -> str:
    return hazards[0].value if len(hazards) == 1 else ""


def _take_away(incident: UUID, *, at: datetime, but: dict[str, Any] | None = None, **which: Any) -> None:
    """What an incident offered is offered no more, and nobody has a notice of it; `but` this."""
    with as_house(at):
        rows = Proposal.objects.filter(source=Source.INCIDENT, source_id=incident, **which)
        for one in rows.exclude(**but) if but else rows:
            take_notices_away(OFFERED, url=_address(one), at=at)
            one.delete()


def _address(proposal: Proposal) -> str:
    return reverse("preparedness:proposal", args=[proposal.pk])


def propose(
    place_id: int, hazards: Sequence[Hazard], source: Source, source_id: UUID, *, at: datetime
) -> Proposal | None:  # fmt: skip
    """Offer an emergency, once for each source, and tell who acts there; of several hazards it is one of EITHER.

    None where one of them goes on already, and at a place where no emergency is opened.
    """
    with as_house(at):
        if not Place.objects.filter(pk=place_id, kind__in=AT, closed_on=None).exists():
            return None
        if Emergency.objects.filter(place=place_id, hazard__in=hazards, state=State.OPEN).exists():
            return None
        made, is_new = Proposal.objects.get_or_create(
            source=source, source_id=source_id, defaults={"place_id": place_id, "hazard": _one_of(hazards), "at": at}
        )
    if not is_new:
        return None
    notify(posted_at(place_id, {ACT}, at=at), OFFERED, url=_address(made), at=at)
    return made
