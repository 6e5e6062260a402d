"""What the tests of releases set up: somebody screened, and a release as it is said."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from rihai.accounts.operations.house import as_house
from rihai.legal.release.operations import Said
from rihai.people.models import CustodyEpisode, Movement, Person, Placement
from rihai.screening.models import Finding, Screened


def bail(on: date, **more: Any) -> Said:
    """A release on bail by a court."""
    given: dict[str, Any] = {
        "kind": "bail", "authority": "court", "released_on": on, "court": "Sessions Court Gulistan",
        "order_number": "CrM 12/2026", "ordered_on": on - timedelta(days=3), "arrived_on": on - timedelta(days=1),
        "to_whom": "family",
    }  # fmt: skip
    return Said(**{**given, **more})


def standing(person: Person) -> dict[str, Any]:
    """What the record says of somebody's custody, in plain values."""
    with as_house(timezone.now()):
        now = Person.objects.get(pk=person.pk)
        return {
            "held_at": now.held_at_id,
            "version": now.version,
            "episodes": list(
                CustodyEpisode.objects.filter(person=person).values_list("sequence", "ended_on", "ended_by")
            ),
            "movements": list(Movement.objects.filter(person=person).values_list("sequence", "kind")),
            "placements": list(Placement.objects.filter(person=person).values_list("place", "ended_on")),
            "screened": list(Screened.objects.filter(person=person).values_list("met_from", "open_from")),
            "findings": Finding.objects.filter(person=person).count(),
        }
