"""What is learned in a matter and belongs to the record: written there as statements by hand, so that all follows.

Of strategic litigation nothing is written to the record of its many clients: what a court says there is said of none of
them alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from typing import Any

from rihai.kit.actor import Actor
from rihai.legal.matters.models import Kind, Matter, Party, Side
from rihai.people.models import Person
from rihai.people.operations import correct_facts
from rihai.people.queries.records import record_of
from rihai.people.record import Path, path_text


def clients(matter: Matter) -> list[Party]:
    """The clients whose record is written: those of one case, while they are clients."""
    if matter.kind == Kind.STRATEGIC:
        return []
    found = Party.objects.filter(matter=matter, side=Side.CLIENT, ended_at=None, person__isnull=False)
    return [one for one in found if one.case_id]


def case_of(party: Party, *, actor: Actor, at: datetime) -> dict[str, Any]:
    """What is believed of the client's case, in the classes the actor sees."""
    assert party.person_id is not None, "a client is a person of the record"
    cases = record_of(party.person_id, actor=actor, at=at).get("cases") or ()
    return next((case for case in cases if case.get("case_id") == party.case_id), {})


def say(
    party: Party,
    facts: Mapping[str, Any],
    *,
    gone: Collection[str] = (),
    true_on: date,
    actor: Actor,
    at: datetime,
) -> bool:
    """Write facts of the client's case into the record, or take back what was written by hand; says whether it was.

    Facts are written together, and only where one of them is not believed already: the day of a fact stands or falls
    with the fact it belongs to. Raises what `correct_facts` does.
    """
    if party.person_id is None or not party.case_id:
        return False
    known = case_of(party, actor=actor, at=at)
    gone = [one for one in gone if one in known and one not in facts]
    if not gone and all(known.get(name) == value for name, value in facts.items()):
        return False
    version = Person.objects.values_list("version", flat=True).get(pk=party.person_id)
    correct_facts(
        person_id=party.person_id,
        version=version,
        record={"cases": [{"case_id": party.case_id, **facts}]} if facts else {},
        raw={},
        takes_back=[path_text(Path(party.case_id, name)) for name in gone],
        true_on=true_on,
        actor=actor,
        at=at,
    )
    return True


def merged_by_day(ours: Iterable[Mapping[str, Any]], known: object) -> list[dict[str, Any]]:
    """A list fact whose items have a day: ours, and what else is believed of other days; oldest first."""
    found: dict[str, dict[str, Any]] = {}
    for one in known if isinstance(known, list) else ():
        if isinstance(one, Mapping) and isinstance(one.get("on"), str):
            found[one["on"]] = dict(one)
    found |= {str(one["on"]): dict(one) for one in ours}
    return [found[day] for day in sorted(found)]
