"""What lists come to: people at risk, missing facts, days lost; by place, as far as the actor sees."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Case, Count, DateField, F, Func, IntegerField, Model, Q, QuerySet, Sum, Value, When

from rihai.kit.actor import Actor
from rihai.kit.counting import count_apart
from rihai.places.models import Inside, Place
from rihai.profile.flags import FLAGS
from rihai.screening.models import AtRisk, Gap
from rihai.screening.queries.lists import PAGE
from rihai.screening.queries.sight import findings_for, gaps_for, risks_for, screened_for

AnyRow = TypeVar("AnyRow", bound=Model)


@dataclass(frozen=True, slots=True)
class AtRiskPage:
    """One group's people, a page at a time; and how many people each group has, or has at least."""

    rows: tuple[AtRisk, ...]
    counts: dict[str, int]
    later: UUID | None


def at_risk(code: str, place: int | None, *, actor: Actor, after: UUID | None = None) -> AtRiskPage:
    """The people of a group whom the actor sees, in the order in which they were screened."""
    found = within(risks_for(actor), place)
    counts = count_apart({one: found.filter(code=one) for one in FLAGS}, "person_id")
    rows = found.filter(code=code).select_related("person", "place").order_by("pk")
    if after:
        rows = rows.filter(pk__gt=after)
    page = list(rows[: PAGE + 1])
    later = page[PAGE - 1].pk if len(page) > PAGE else None
    return AtRiskPage(tuple(page[:PAGE]), counts, later)


@dataclass(frozen=True, slots=True)
class Missing:
    """A fact, and how many people knowing it would help to settle."""

    fact: str
    people: int


@dataclass(frozen=True, slots=True)
class Lacking:
    """A place, and how many of its people lack a fact."""

    place: Place
    people: int


def settling(place: int | None, *, actor: Actor, most: int = 12) -> list[Missing]:
    """The missing facts that would settle most people, most people first."""
    found = within(gaps_for(actor), place).order_by().values_list("fact").annotate(n=Count("person", distinct=True))
    return [Missing(fact, people) for fact, people in found.order_by("-n", "fact")[:most]]


def lacking(*, actor: Actor) -> list[Lacking]:
    """The places whose people lack facts, most people first."""
    found = gaps_for(actor).order_by().values_list("place").annotate(n=Count("person", distinct=True))
    counts = dict(found)
    places = Place.objects.in_bulk(list(counts))
    return sorted((Lacking(places[key], n) for key, n in counts.items()), key=lambda one: (-one.people, one.place.name))


def gaps_at(place: int, *, actor: Actor) -> QuerySet[Gap]:
    """Every missing fact at a place, by person and case."""
    found = within(gaps_for(actor), place).select_related("person")
    return found.order_by("person__full_name", "person_id", "case_id", "fact")


def gaps_to_fill(fact: str, place: int | None, *, actor: Actor, persons: Sequence[UUID] | None, most: int) -> list[Gap]:
    """One missing fact of people of a place, by prison and name; of `persons` alone where they are given."""
    found = within(gaps_for(actor), place).filter(fact=fact).select_related("person", "place")
    if persons is not None:
        found = found.filter(person__in=persons)
    return list(
        found.order_by("place__name", "person__full_name", "person_id", "case_id")[: most * 3 if persons else most]
    )


def gaps_of(person_id: UUID, *, actor: Actor) -> list[Gap]:
    """Every missing fact of one person."""
    found = gaps_for(actor).filter(person=person_id).select_related("person", "place")
    return list(found.order_by("case_id", "fact"))


@dataclass(frozen=True, slots=True)
class Lost:
    """Days lost at a place, by a cause or before a court: with every condition met, and with some left to a court.

    The two are never added up. `key` is the place's number, the provision's id, or the court as records write it; empty
    where the reader's classes do not hold the finding behind it, or the record names no court.
    """

    key: int | str
    met_people: int
    met_days: int
    open_people: int
    open_days: int


Standing = tuple[UUID, int, date | None, date | None]


class DaysTo(Func):
    """How many days lie from the second day to the first."""

    output_field = IntegerField()
    arg_joiner = " - "
    template = "(%(expressions)s)"
    arity = 2

    def as_sqlite(self, compiler: Any, connection: Any, **more: Any) -> Any:
        """SQLite keeps days as text."""
        template = "CAST(julianday(%(expressions)s) AS INTEGER)"
        return self.copy().as_sql(compiler, connection, template=template, arg_joiner=") - julianday(", **more)


def days_lost(today: date, *, actor: Actor, place: int | None = None) -> list[tuple[Place, Lost]]:
    """Days lost at each place by the people held there now, most days first; each day of a person counted once.

    The sums of `parts`, worked out by the database: a place is a line, however many are held there.
    """
    is_met, since = Q(met_from__lt=today), F("open_from")
    is_open = Q(open_from__lt=today) & (Q(met_from=None) | Q(met_from__gt=since))
    until = Case(When(is_met, then=F("met_from")), default=Value(today), output_field=DateField())
    sums = within(screened_for(actor), place).filter(is_met | is_open).order_by().values("place").annotate(
        met=Count("pk", filter=is_met), met_days=Sum(DaysTo(Value(today, DateField()), "met_from"), filter=is_met),
        open=Count("pk", filter=is_open), open_days=Sum(DaysTo(until, since), filter=is_open),
    )  # fmt: skip
    found = [Lost(one["place"], one["met"], one["met_days"] or 0, one["open"], one["open_days"] or 0) for one in sums]
    places = Place.objects.in_bulk([one.key for one in found])
    return [(places[int(one.key)], one) for one in _most_first(found)]


def days_lost_by(
    what: str, today: date, *, actor: Actor, opening: Collection[str], place: int | None = None
) -> list[Lost]:
    """The same days by the provision that opens the gate ("provision"), or by the court of its case ("court").

    A person's days stand under the finding since whose day they are lost: of several cases that hold, the last to be
    reached. `opening` are the provisions that say *shall*. They come to the same sums as by place.
    """
    rows = _standings(actor, place)
    behind = _behind(what, actor, opening)
    return _summed(
        (
            (behind.get((key, "met", met), ""), behind.get((key, "open", open_ or met), ""), met, open_)
            for key, _held, met, open_ in rows
        ),
        today,
    )


def _standings(actor: Actor, place: int | None) -> list[Standing]:
    """Who loses days: where, since when met, since when at least arguable."""
    found = within(screened_for(actor), place).filter(Q(met_from__isnull=False) | Q(open_from__isnull=False))
    return list(found.values_list("pk", "place_id", "met_from", "open_from"))


def _behind(what: str, actor: Actor, opening: Collection[str]) -> dict[tuple[UUID, str, date | None], str]:
    """Of each person, part and day, the first finding in the order of lists that the day comes from."""
    found: dict[tuple[UUID, str, date | None], str] = {}
    rows = findings_for(actor).filter(kind="release", outcome__in=("met", "arguable"), provision__in=sorted(opening))
    told = rows.order_by("rank", "case_id").values_list("person", "outcome", "since_on", what)
    for person, outcome, since, value in told.iterator():
        found.setdefault((person, "open", since), value)
        if outcome == "met":
            found.setdefault((person, "met", since), value)
    return found


def _summed(rows: Iterable[tuple[int | str, int | str, date | None, date | None]], today: date) -> list[Lost]:
    """Sums by key, most days first; of each row the key of its met days and the key of its arguable ones."""
    sums: dict[int | str, list[int]] = {}
    for met_key, open_key, met_from, open_from in rows:
        met, open_ = parts(met_from, open_from, today)
        if met:
            one = sums.setdefault(met_key, [0, 0, 0, 0])
            one[0], one[1] = one[0] + 1, one[1] + met
        if open_:
            one = sums.setdefault(open_key, [0, 0, 0, 0])
            one[2], one[3] = one[2] + 1, one[3] + open_
    return _most_first(Lost(key, *numbers) for key, numbers in sums.items())


def _most_first(found: Iterable[Lost]) -> list[Lost]:
    return sorted(found, key=lambda one: (-one.met_days, -one.open_days, str(one.key)))


def parts(met_from: date | None, open_from: date | None, today: date) -> tuple[int, int]:
    """(days met, days arguable) of one person: each day stands in one of the two."""
    met = max(0, (today - met_from).days) if met_from else 0
    whole = max(0, (today - open_from).days) if open_from else met
    return met, max(0, whole - met)


def within(found: QuerySet[AnyRow], place: int | None) -> QuerySet[AnyRow]:
    """The rows of a place and all that stands in it; every row for None."""
    if place is None:
        return found
    return found.filter(place__in=Inside.objects.filter(outer=place).values("inner_id"))
