"""What a program is told of one person: who they are and each fact with its source; never anything sealed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from rihai.accounts.acting import asked_at
from rihai.accounts.queries import sight_of
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.people.models import Person
from rihai.people.queries.page import ShownFact, shown_fact
from rihai.people.queries.people import person_seen
from rihai.people.queries.records import SCREENED, said_about
from rihai.people.record import Belief, believed
from rihai.people.shown import order_of


@dataclass(frozen=True, slots=True)
class ToldFact:
    """A fact as the page shows it, its case where it is of one, its value as a record writes it, and since when."""

    case_id: str
    value: Any
    shown: ShownFact


@dataclass(frozen=True, slots=True)
class ToldPerson:
    """One person; `withheld` are the classes that are kept from the actor."""

    person: Person
    facts: Sequence[ToldFact]
    withheld: Sequence[DataClass]


def told_of(person_id: UUID, *, actor: Actor, at: datetime | None = None) -> ToldPerson | None:
    """The person and what is believed of them, in a constant number of queries; None for who is not seen.

    The id of somebody who was merged gives the one they are.
    """
    moment = at or asked_at()
    person = person_seen(person_id, actor=actor, at=moment)
    if person is None:
        return None
    beliefs = believed(said_about(person.pk, actor=actor, at=moment, classes=SCREENED))
    facts = [_told(one) for one in sorted(beliefs, key=lambda one: (one.path.case_id, order_of(one.path.fact)))]
    return ToldPerson(person, facts, sight_of(actor, person.pk, at=moment).withheld)


def _told(belief: Belief) -> ToldFact:
    return ToldFact(belief.path.case_id, belief.value, shown_fact(belief))
