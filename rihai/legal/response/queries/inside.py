"""Still inside although: the board of what the clocks ask for, and the days lost by cause, prison and court."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar
from uuid import UUID

from rihai.kit.actor import Actor
from rihai.legal.response.causes import ToDo, by_provision, cause_of, done_by_line, next_act
from rihai.legal.response.models import ClockAct, Response
from rihai.legal.response.queries.changed import key_of
from rihai.legal.response.queries.sight import clock_acts_for, responses_for
from rihai.places.models import Place
from rihai.screening.models import Finding
from rihai.screening.queries import sums
from rihai.screening.queries.figures import within
from rihai.screening.queries.lists import INSIDE, REACHED, Asked, Listed, listed
from rihai.screening.queries.sight import findings_for, screened_for
from rihai.screening.queries.sums import days_lost, days_lost_by, days_lost_inside
from rihai.screening.shown.records import records_behind

Heading = TypeVar("Heading")


@dataclass(frozen=True, slots=True)
class OnBoard:
    """One line of the board: why the person is inside, what is asked for now, what was done, who has it."""

    finding: Finding
    cause: str
    to_do: ToDo | None
    done: tuple[ClockAct, ...] = ()
    response: Response | None = None


@dataclass(frozen=True, slots=True)
class Board:
    """One page of the board, longest inside first."""

    rows: tuple[OnBoard, ...] = ()
    page: Listed = field(default_factory=Listed)


def board(
    place: int | None, *, actor: Actor, today: date, after: UUID | None = None, before: UUID | None = None
) -> Board:
    """Who is still inside although, with what the clocks ask for; a constant number of queries."""
    found = listed(Asked(tab=INSIDE, place=place), actor=actor, today=today, after=after, before=before)
    records = records_behind(found.rows)
    people = {one.person_id for one in found.rows}
    done = done_by_line(clock_acts_for(actor).filter(person__in=people))
    responses = {key_of(one): one for one in responses_for(actor).filter(person__in=people, twin=0)}
    rows = []
    for one in found.rows:
        cause, kept = cause_of(one, records[one.pk]), done.get(key_of(one), [])
        to_do = next_act(one, cause, kept, today) if cause else None
        rows.append(OnBoard(one, cause, to_do, tuple(kept), responses.get(key_of(one))))
    return Board(tuple(rows), found)


@dataclass(slots=True)
class Lost:
    """Days lost under one heading, by people held now; each day of a person stands under one heading only."""

    people: int = 0
    met_days: int = 0
    open_days: int = 0


@dataclass(frozen=True, slots=True)
class LostBy:
    """Days lost by cause, by prison and by court; every table adds up to the same."""

    cause: Mapping[str, Lost]
    place: Mapping[Place, Lost]
    court: Mapping[str, Lost]


@dataclass(frozen=True, slots=True)
class LostOf:
    """The days lost by one person held now, and under which headings they stand."""

    person_id: UUID
    place_id: int
    cause: str
    court: str
    met_from: date | None
    open_from: date | None


def lost_of_people(place: int | None, *, actor: Actor) -> list[LostOf]:
    """Everybody held now who loses days, with the one cause and court they stand under; three queries.

    The cause is that of the finding of *still inside although* which has held the person longest; where there is none,
    nothing but a decision is missing. The court is that of the finding that opened the gate first.
    """
    people = within(screened_for(actor).filter(open_from__isnull=False), place)
    rows = list(people.values_list("person_id", "place_id", "met_from", "open_from"))
    kept = within(findings_for(actor).filter(outcome__in=REACHED), place).filter(person__in=people.values("person_id"))
    ordered = kept.order_by("sort_on", "pk")
    cause: dict[UUID, str] = {}
    inside = ordered.filter(still_inside=True)
    for person, provision, notes in inside.values_list("person_id", "provision", "notes").iterator():
        if not cause.get(person):
            cause[person] = by_provision(provision, notes)
    court: dict[UUID, str] = {}
    for person, at in ordered.filter(kind="release").values_list("person_id", "court").iterator():
        court.setdefault(person, at)
    return [
        LostOf(person, at, cause.get(person, ""), court.get(person, ""), met, open_) for person, at, met, open_ in rows
    ]


def lost_by(place: int | None, *, actor: Actor, today: date) -> LostBy:
    """Days lost by the people held now, under three headings, from the sums of screening: nobody is gone through."""
    by_cause: dict[str, Lost] = {}
    for (provision, note), one in days_lost_inside(today, actor=actor, place=place).items():
        lost = by_cause.setdefault(by_provision(provision, [note]), Lost())
        lost.people += one.people
        lost.met_days += one.met_days
        lost.open_days += one.open_days
    by_place = {at: _of(one) for at, one in days_lost(today, actor=actor, place=place)}
    by_court = {str(one.key): _of(one) for one in days_lost_by("court", today, actor=actor, place=place)}
    return LostBy(_most_first(by_cause), _most_first(by_place), _most_first(by_court))


def _of(one: sums.Lost) -> Lost:
    return Lost(one.people, one.met_days, one.open_days)


def _most_first(found: Mapping[Heading, Lost]) -> dict[Heading, Lost]:
    some = {key: one for key, one in found.items() if one.met_days or one.open_days}
    return dict(sorted(some.items(), key=lambda pair: (-pair[1].met_days, -pair[1].open_days, str(pair[0]))))
