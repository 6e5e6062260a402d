"""What offers an emergency: a threshold of disease that is crossed, an incident that is written down.

Nothing opens itself. Of an incident nothing is kept but its place and what kind of emergency it may
be; of a sealed one nothing at all: what it offered before it was sealed is taken away, unless somebody has answered it.
"""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.urls import reverse

from rihai.accounts.operations import notify
from rihai.accounts.operations.house import as_house
from rihai.accounts.queries.posted import posted_at
from rihai.kit.offers import Done
from rihai.preparedness.emergencies.models import Emergency, Proposal, Source, State
from rihai.preparedness.plans.hazards import Hazard
from rihai.preparedness.reach import ACT

OFFERED = "preparedness.emergency_offered"
OF_INCIDENT = {
    "D2.3": Hazard.ESCAPE, "R1.2": Hazard.RIOT, "R1.3": Hazard.HOSTAGE, "R1.4": Hazard.FIRE, "R1.5": Hazard.ESCAPE,
    "E1.1": Hazard.WATER, "E1.7": Hazard.FLOOD,
}  # fmt: skip
"""By the sub-class of an incident what may be happening; who opens it may say that it is something else."""


def on_threshold(done: Done) -> None:
    """After a threshold of disease was crossed."""
    propose(done.detail["place"], Hazard.OUTBREAK, Source.DISEASE, done.detail["alert"], at=done.at)


def on_incident(done: Done) -> None:
    """After an incident was written down or changed."""
    known = done.detail
    if known.get("sealed"):
        with as_house(done.at):
            Proposal.objects.filter(source=Source.INCIDENT, source_id=known["incident"], answered_at=None).delete()
        return
    hazard = OF_INCIDENT.get(known.get("sub", ""))
    if hazard is not None and known.get("place") is not None:
        propose(known["place"], hazard, Source.INCIDENT, known["incident"], at=done.at)


def propose(place_id: int, hazard: Hazard, source: Source, source_id: UUID, *, at: datetime) -> Proposal | None:
    """Offer an emergency, once for each source, and tell who acts there; none where one of the hazard is open."""
    with as_house(at):
        if Emergency.objects.filter(place=place_id, hazard=hazard, state=State.OPEN).exists():
            return None
        made, is_new = Proposal.objects.get_or_create(
            source=source, source_id=source_id, defaults={"place_id": place_id, "hazard": hazard, "at": at}
        )
    if not is_new:
        return None
    notify(posted_at(place_id, {ACT}, at=at), OFFERED, url=reverse("preparedness:proposal", args=[made.pk]), at=at)
    return made
