"""What the people held at places come to: missing facts and days lost, from the sums kept with every screening."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Sum

from rihai.kit.actor import Actor
from rihai.places.models import Place
from rihai.screening.models import Finding, Gap, GapCount, LostSum
from rihai.screening.queries.figures import within
from rihai.screening.queries.sight import screened_for, seen
from rihai.screening.sums.keeping import headings_of, note_of, parts_of
from rihai.screening.sums.masks import PERSONAL, bit_of
from rihai.screening.sums.models import Part, Under
from rihai.screening.sums.sight import apart_for, sums_for


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
    sums = within(GapCount.objects.filter(sums_for(actor).seen()).exclude(fact=""), place)
    counts = Counter(dict(sums.values_list("fact").annotate(n=Sum("people"))))
    counts.update(fact for _person, _at, fact in _gaps_apart(place, actor) if fact)
    found = [Missing(fact, people) for fact, people in counts.items() if people]
    return sorted(found, key=lambda one: (-one.people, one.fact))[:most]


def lacking(*, actor: Actor) -> list[Lacking]:
    """The places whose people lack facts, most people first."""
    sums = GapCount.objects.filter(sums_for(actor).seen(), fact="")
    counts = Counter(dict(sums.values_list("place").annotate(n=Sum("people"))))
    counts.update(at for _person, at, fact in _gaps_apart(None, actor) if not fact)
    places = Place.objects.in_bulk([key for key, people in counts.items() if people])
    return sorted((Lacking(one, counts[key]) for key, one in places.items()), key=_by_people)


def _by_people(one: Lacking) -> tuple[int, str]:
    return -one.people, one.place.name


def _gaps_apart(place: int | None, actor: Actor) -> Iterator[tuple[UUID, int, str]]:
    """Who lacks a fact (and, with none named, any) and stands in no sum that the actor sees."""
    people = apart_for(actor)
    if not people:
        return
    sums = sums_for(actor)
    rows = within(Gap.objects.filter(seen(actor), person__in=list(people)), place)
    at: dict[UUID, int] = {}
    known: defaultdict[tuple[UUID, str], bool] = defaultdict(bool)
    for person, held, fact, data_class, and_legal in rows.values_list(
        "person_id", "place_id", "fact", "data_class", "and_legal"
    ):
        at[person] = held
        summed = people[person] and sums.sees(held, bit_of(data_class, and_legal))
        for key in ((person, fact), (person, "")):
            known[key] |= summed
    for (person, fact), is_summed in known.items():
        if not is_summed:
            yield person, at[person], fact


@dataclass(frozen=True, slots=True)
class Lost:
    """Days lost at a place, by a cause or before a court: with every condition met, and with some left to a court.

    The two are never added up. `key` is the place's number, the provision's id, or the court as records write it; empty
    where the reader's classes do not hold the finding behind it, or the record names no court. `people` are those whose
    days go on; whoever was reached today is counted with no days yet.
    """

    key: int | str
    met_people: int
    met_days: int
    open_people: int
    open_days: int
    people: int = 0


Tally = tuple[int | str, Part, int, int]
"""A key, a part of days lost, how many people, and the sum that is kept of them."""


def days_lost(today: date, *, actor: Actor, place: int | None = None) -> list[tuple[Place, Lost]]:
    """Days lost at each place by the people held there now, most days first; each day of a person counted once."""
    found = _summed((at, part, people, days) for at, part, people, days in _totals(actor, place))
    lost = _lost(found, today)
    places = Place.objects.in_bulk([one.key for one in lost])
    return [(places[int(one.key)], one) for one in lost]


def days_lost_by(what: str, today: date, *, actor: Actor, place: int | None = None) -> list[Lost]:
    """The same days by the provision that opens the gate ("provision"), or by the court of its case ("court").

    A person's days stand under the finding since whose day they are lost: of several cases that hold, the last to be
    reached. They come to the same sums as by place.
    """
    return _lost(_under(Under.LAW, what, actor, place), today)


def days_lost_inside(today: date, *, actor: Actor, place: int | None = None) -> dict[tuple[str, str], Lost]:
    """The same days by the finding of *still inside although* that has held longest: its provision and the note that
    changes its cause; under empty ones those of people who are inside for nothing of the kind."""
    found = _lost(_under(Under.INSIDE, "provision", actor, place), today)
    return {_cause(one.key): one for one in found}


_BETWEEN = "|"


def _cause(key: int | str) -> tuple[str, str]:
    provision, _mark, note = str(key).partition(_BETWEEN)
    return provision, note


def _under(under: Under, what: str, actor: Actor, place: int | None) -> dict[tuple[int | str, Part], list[int]]:
    """Sums by heading; what stands under none that the actor sees stands under the empty one."""
    told = _summed([*_told(under, what, actor, place), *_told_apart(under, what, actor, place)])
    rest = _summed(("", part, people, days) for _at, part, people, days in _totals(actor, place))
    for (_key, part), (people, days) in list(told.items()):
        rest[("", part)][0] -= people
        rest[("", part)][1] -= days
    for key, (people, days) in rest.items():
        one = told.setdefault(key, [0, 0])
        one[0], one[1] = one[0] + people, one[1] + days
    return told


def _summed(rows: Iterable[Tally]) -> dict[tuple[int | str, Part], list[int]]:
    found: defaultdict[tuple[int | str, Part], list[int]] = defaultdict(lambda: [0, 0])
    for key, part, people, days in rows:
        found[key, part][0] += people
        found[key, part][1] += days
    return found


def _totals(actor: Actor, place: int | None) -> Iterator[Tally]:
    """By place: from the sums, and of who stands in none that the actor sees."""
    sums = sums_for(actor)
    kept = within(LostSum.objects.filter(sums.seen(), under=Under.ALL), place)
    for at, part, people, days in kept.values_list("place", "part").annotate(n=Sum("people"), d=Sum("days")):
        yield at, Part(part), people, days
    apart = apart_for(actor)
    for _person, at, parts in _standings(apart, actor, place):
        if not (apart[_person] and sums.sees(at, PERSONAL)):
            yield from ((at, part, 1, days) for part, days in parts.items())


def _standings(
    people: dict[UUID, bool], actor: Actor, place: int | None
) -> Iterator[tuple[UUID, int, dict[Part, int]]]:
    """Where these people are held and what they lose, of those whom the actor sees."""
    if not people:
        return
    rows = within(screened_for(actor).filter(pk__in=list(people), open_from__isnull=False), place)
    for person, at, met, since in rows.values_list("pk", "place_id", "met_from", "open_from"):
        yield person, at, parts_of(met, since)


def _told(under: Under, what: str, actor: Actor, place: int | None) -> Iterator[Tally]:
    kept = within(LostSum.objects.filter(sums_for(actor).seen(), under=under), place)
    columns = (what, "note", "part")
    for key, note, part, people, days in kept.values_list(*columns).annotate(n=Sum("people"), d=Sum("days")):
        yield _named(under, key, note), Part(part), people, days


def _told_apart(under: Under, what: str, actor: Actor, place: int | None) -> Iterator[Tally]:
    """The findings behind the days of people who stand in no sum that the actor sees."""
    people, sums = apart_for(actor), sums_for(actor)
    losing = {person: parts for person, _at, parts in _standings(people, actor, place)}
    if not losing:
        return
    rows = Finding.objects.filter(seen(actor), person__in=list(losing)).exclude(behind="")
    columns: tuple[str, ...] = ("person_id", "place_id", "behind", "data_class", "and_legal", "notes", what)
    for person, at, behind, data_class, and_legal, notes, key in rows.values_list(*columns):
        if people[person] and sums.sees(at, bit_of(data_class, and_legal)):
            continue
        for heading, part in headings_of(behind):
            if heading == under and part in losing[person]:
                yield _named(under, key, note_of(under, notes)), part, 1, losing[person][part]


def _named(under: Under, key: Any, note: str) -> str:
    return f"{key}{_BETWEEN}{note}" if under == Under.INSIDE else str(key)


def _lost(sums: dict[tuple[int | str, Part], list[int]], today: date) -> list[Lost]:
    """Days of today from sums, most days first."""
    found: defaultdict[int | str, list[int]] = defaultdict(lambda: [0, 0, 0, 0, 0])
    for (key, part), (people, days) in sums.items():
        since = people * today.toordinal() - days
        first, lost = (0, since) if part == Part.MET else (2, since if part == Part.OPEN else days)
        found[key][first] += people
        found[key][first + 1] += lost
        found[key][4] += people if part != Part.UNTIL_MET else 0
    lines = [Lost(key, *numbers) for key, numbers in found.items() if any(numbers)]
    return sorted(lines, key=lambda one: (-one.met_days, -one.open_days, str(one.key)))
