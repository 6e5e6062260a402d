"""Requests of some days by level, topic and way, with the time to the first answer; counted by the house.

A mistake or misuse is left out. Whoever stands above the line reads each number; for anybody else small ones are
withheld, and what would give them away, as in whatever leaves the house.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median
from typing import Any

from django.db.models import F, Q, QuerySet, UUIDField, Value
from django.db.models.functions import TruncDate

from rihai.accounts.operations.house import as_house
from rihai.helpline.requests.models import Clock, Ending, HelpRequest, Way
from rihai.helpline.requests.triage import Level, Topic, What
from rihai.kit.actor import Actor
from rihai.profile.disclosure import RULE, Figures, Key, control

VOLUMES, ABOVE = "helpline.volumes", "helpline.supervise"
NOBODY = Value(None, output_field=UUIDField(null=True))
WITHIN: Mapping[str, timedelta] = {
    Level.RED: timedelta(minutes=15), Level.AMBER: timedelta(days=1), Level.YELLOW: timedelta(days=3),
    Level.GREEN: timedelta(days=3),
}  # fmt: skip
"""By when a first answer is due, by level: somebody was told or reached, or an answer was written."""
KINDS: Mapping[str, Any] = {"level": Level, "topic": Topic, "way": Way}
HIDDEN = "c"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a table: of what, how many, and of the answered ones half were answered within `median`."""

    code: str
    label: Any
    count: int | str
    median: timedelta | None = None
    in_time: int | str = ""


@dataclass(frozen=True, slots=True)
class Volumes:
    """The tables of some days."""

    total: int | str
    levels: Sequence[Line]
    topics: Sequence[Line]
    ways: Sequence[Line]
    red_told: tuple[int | str, int | str]
    is_guarded: bool


def requests_of(first: date, end: date) -> QuerySet[HelpRequest]:
    """The requests that began in these days, the second not included."""
    rows = HelpRequest.objects.exclude(ending=Ending.MISTAKE).order_by()
    return rows.annotate(on=TruncDate("began_at")).filter(on__gte=first, on__lt=end)


def volumes(actor: Actor, *, first: date, end: date) -> Volumes | None:
    """The tables, for whoever reads them; None for anybody else."""
    if not actor.may(VOLUMES) and not actor.may(ABOVE):
        return None
    with as_house():
        rows = list(requests_of(first, end).values_list("level", "topic", "way", "began_at", "answered_at"))
        red = Clock.objects.filter(request__in=requests_of(first, end).filter(level=Level.RED), what=What.TELL)
        told = red.filter(stopped_at__lte=F("due_at")).count(), red.count()
    taken = [row[4] - row[3] if row[4] else None for row in rows]
    found = {kind: Counter(str(row[at]) for row in rows) for at, kind in enumerate(KINDS)}
    in_time = Counter(row[0] for row, time in zip(rows, taken, strict=True) if time and time <= WITHIN[row[0]])
    guarded = not actor.may(ABOVE)
    shown = _guard(found, len(rows), in_time, told) if guarded else {}
    medians = {
        level: timedelta(seconds=median(one.total_seconds() for one in times))
        for level in Level
        if (times := [one for row, one in zip(rows, taken, strict=True) if one is not None and row[0] == level])
        and (not guarded or len(times) >= RULE.threshold(len(rows)))
    }
    return Volumes(
        total=shown.get(("all", ""), len(rows)),
        levels=[
            Line(code, label, shown.get(("level", code), found["level"][code]), medians.get(Level(code)),
                 shown.get(("in_time", code), in_time[code]))
            for code, label in Level.choices
        ],
        topics=_lines("topic", found, shown), ways=_lines("way", found, shown),
        red_told=(shown.get(("told", "yes"), told[0]), shown.get(("told", "all"), told[1])), is_guarded=guarded,
    )  # fmt: skip


def _lines(kind: str, found: Mapping[str, Counter[str]], shown: Mapping[tuple[str, str], int | str]) -> list[Line]:
    return [
        Line(code, label, shown.get((kind, code), found[kind][code])) for code, label in KINDS[kind].choices
    ]  # fmt: skip


def _guard(
    found: Mapping[str, Counter[str]], total: int, in_time: Counter[str], told: tuple[int, int]
) -> dict[tuple[str, str], int | str]:
    """What of these counts may be read by who does not stand above the line."""
    figures, keys = Figures(), dict[tuple[str, str], Key]()

    def add(kind: str, code: str, number: int) -> Key:
        key = figures.add(Key("volumes", f"{kind} {code}"), number, RULE.threshold(total))
        keys[kind, code] = key
        return key

    whole = add("all", "", total)
    for kind, counts in found.items():
        parts = [add(kind, code, counts[code]) for code in KINDS[kind].values]
        rest = total - sum(counts[code] for code in KINDS[kind].values)
        figures.add_sum(whole, [*parts, add(kind, "rest", rest)] if rest else parts)
    for level in Level:
        add("in_time", level, in_time[level])
        figures.add_rest(keys["level", level], [keys["in_time", level]])
    add("told", "all", told[1])
    add("told", "yes", told[0])
    figures.add_rest(keys["told", "all"], [keys["told", "yes"]])
    release = control(figures).release
    return {at: HIDDEN if (number := release.cells[key]) is None else number for at, key in keys.items()}


def counted(actor: Actor, first: date, end: date) -> Any:
    """Requests, by level, topic and way."""
    return _told(actor, requests_of(first, end))


def in_time(actor: Actor, first: date, end: date) -> Any:
    """Requests whose first answer came within the time of their level."""
    within = Q(pk__in=())
    for level, length in WITHIN.items():
        within |= Q(level=level, answered_at__lte=F("began_at") + length)
    return _told(actor, requests_of(first, end).filter(within))


def _told(actor: Actor, rows: QuerySet[HelpRequest]) -> Any:
    if not actor.may(VOLUMES) and not actor.may(ABOVE):
        rows = rows.none()
    return rows.annotate(person_id=NOBODY).values("on", "person_id", "place_id", "level", "topic", "way")
