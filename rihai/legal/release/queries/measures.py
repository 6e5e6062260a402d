"""What the work comes to between two days: reached, taken, filed, granted, released, with medians; days lost.

A *line* is a provision of release that says something of a person in a case. Every figure is of lines or people whom
the actor sees; the rooms that publish ask as the house and let disclosure control decide what leaves.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from datetime import date
from statistics import median
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet

from rihai.accounts.queries import sees
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.legal.release.models import DaysKept, ReachKept
from rihai.legal.response.queries.sight import steps_for
from rihai.people.models import MovementKind, Person, Placement
from rihai.screening.queries.sight import findings_for, seen

STEPS = ("reached", "taken", "filed", "granted", "released")
Key = tuple[UUID, str, str]


@dataclass(slots=True)
class Line:
    """A line with the first day of each step it came to, and what it is grouped by."""

    person_id: UUID
    provision: str
    sex: str = ""
    place_id: int = 0
    steps: dict[str, date] = field(default_factory=dict)
    refused: bool = False
    since_on: date | None = None

    def note(self, step: str, on: date) -> None:
        """The first day of a step."""
        self.steps[step] = min(on, self.steps.get(step, on))


@dataclass(frozen=True, slots=True)
class Row:
    """One row of the funnel: how many lines came to each step, their people, and the median days from the last one."""

    key: Hashable
    counts: dict[str, int]
    people: dict[str, int]
    medians: dict[str, float | None]


@dataclass(frozen=True, slots=True)
class Ground:
    """A provision before the courts: granted, refused, and the share granted."""

    provision: str
    granted: int
    refused: int

    @property
    def share(self) -> float:
        """Granted of all that were decided."""
        return self.granted / (self.granted + self.refused)


@dataclass(frozen=True, slots=True)
class Days:
    """Days of those who left: lost in two parts never added up; and before and after we knew that the law had come."""

    people: int
    met_days: int
    open_days: int
    before: float | None
    after: float | None


@dataclass(frozen=True, slots=True)
class Measured:
    """Everything of a period, as far as the actor sees."""

    whole: Row
    by_provision: list[Row]
    by_sex: list[Row]
    by_place: list[Row]
    grounds: list[Ground]
    days: Days


def measured(first: date, last: date, *, actor: Actor) -> Measured:
    """What happened from one day to another, the last not included."""
    lines = _lines(first, last, actor=actor)
    found = list(lines.values())

    def by(name: str) -> list[Row]:
        return _rows(found, first, last, lambda line: getattr(line, name))

    (whole,) = _rows(found, first, last, lambda _line: "") or [_row("", [], first, last)]
    return Measured(
        whole=whole, by_provision=by("provision"), by_sex=by("sex"), by_place=by("place_id"),
        grounds=_grounds(first, last, actor=actor), days=_days(first, last, found, actor=actor),
    )  # fmt: skip


def _lines(first: date, last: date, *, actor: Actor) -> dict[Key, Line]:
    """Every line to which something happened in the period, with all of its steps; a constant number of queries."""
    within = Q(reached_on__gte=first, reached_on__lt=last)
    left = Q(left_on__gte=first, left_on__lt=last)
    stepped = steps_for(actor).filter(on__gte=first, on__lt=last, act__in=STEPS)
    kept = ReachKept.objects.filter(seen(actor)).exclude(still_inside=True, is_shall=False)
    now = findings_for(actor).filter(kind="release", outcome__in=("met", "arguable"))
    asked = (stepped, kept.filter(within | left), now.filter(within))
    of_steps, *others = (rows.order_by().values_list("person_id", flat=True) for rows in asked)
    people = of_steps.union(*others)
    lines: dict[Key, Line] = {}
    _add_findings(lines, now.filter(person__in=people))
    _add_kept(lines, kept.filter(person__in=people))
    _add_steps(lines, steps_for(actor).filter(person__in=people))
    _add_people(lines, people)
    return lines


def _add_findings(lines: dict[Key, Line], rows: Any) -> None:
    columns = ("person_id", "provision", "case_id", "reached_on", "since_on")
    for person, provision, case, reached, since in rows.values_list(*columns):
        line = lines.setdefault((person, provision, case), Line(person, provision, since_on=since))
        if reached:
            line.note("reached", reached)


def _add_kept(lines: dict[Key, Line], rows: Any) -> None:
    columns = ("person_id", "provision", "case_id", "reached_on", "since_on", "left_on", "left_by", "is_shall")
    for person, provision, case, reached, since, left, by, _shall in rows.values_list(*columns):
        line = lines.setdefault((person, provision, case), Line(person, provision, since_on=since))
        if reached:
            line.note("reached", reached)
        if by == MovementKind.RELEASE:
            line.note("released", left)


def _add_steps(lines: dict[Key, Line], rows: Any) -> None:
    """Steps of lines of release; those of other provisions are left out with whatever has no line."""
    columns = ("person_id", "response__provision", "response__case_id", "act", "on")
    for person, provision, case, act, on in rows.values_list(*columns):
        if act not in STEPS:
            continue
        line = lines.setdefault((person, provision, case), Line(person, provision))
        line.note(act, on)


def _add_people(lines: dict[Key, Line], people: QuerySet[Any, Any]) -> None:
    """The sex, and the place where somebody is held or was held last."""
    sexes = dict(Person.objects.filter(pk__in=people).values_list("pk", "sex").iterator())
    stays = Placement.objects.filter(person__in=people).order_by("pk")
    places: dict[UUID, int] = dict(stays.values_list("person_id", "place_id").iterator())
    for line in lines.values():
        line.sex, line.place_id = sexes.get(line.person_id, ""), places.get(line.person_id, 0)


def _rows(lines: Iterable[Line], first: date, last: date, by: Callable[[Line], Hashable]) -> list[Row]:
    groups: dict[Hashable, list[Line]] = {}
    for line in lines:
        groups.setdefault(by(line), []).append(line)
    rows = [_row(key, found, first, last) for key, found in groups.items()]
    return sorted(rows, key=lambda row: (-row.counts["reached"], str(row.key)))


def _row(key: Hashable, lines: list[Line], first: date, last: date) -> Row:
    came = {step: [line for line in lines if step in line.steps and first <= line.steps[step] < last] for step in STEPS}
    return Row(
        key=key,
        counts={step: len(found) for step, found in came.items()},
        people={step: len({line.person_id for line in found}) for step, found in came.items()},
        medians={step: _median(_since_last(line, step) for line in found) for step, found in came.items()},
    )


def _since_last(line: Line, step: str) -> int | None:
    """Days from the nearest earlier step that the line came to; None where it is the first."""
    before = [line.steps[name] for name in STEPS[: STEPS.index(step)] if name in line.steps]
    return max(0, (line.steps[step] - max(before)).days) if before else None


def _median(days: Iterable[int | None]) -> float | None:
    known = [one for one in days if one is not None]
    return median(known) if known else None


def _grounds(first: date, last: date, *, actor: Actor) -> list[Ground]:
    """What courts and officers granted and refused, by provision."""
    found: dict[str, dict[str, int]] = {}
    rows = steps_for(actor).filter(on__gte=first, on__lt=last, act__in=("granted", "refused"))
    for provision, act in rows.values_list("response__provision", "act"):
        counted = found.setdefault(provision, {"granted": 0, "refused": 0})
        counted[act] += 1
    grounds = [Ground(name, **counted) for name, counted in found.items()]
    return sorted(grounds, key=lambda one: (-(one.granted + one.refused), one.provision))


def _days(first: date, last: date, lines: Iterable[Line], *, actor: Actor) -> Days:
    rows = DaysKept.objects.filter(sees(actor, DataClass.PERSONAL), left_on__gte=first, left_on__lt=last)
    kept = list(rows.values_list("met_days", "open_days"))
    gone = [one for one in lines if "released" in one.steps and first <= one.steps["released"] < last]
    known = [one for one in gone if one.since_on and "reached" in one.steps]
    return Days(
        people=sum(1 for met, open_ in kept if met or open_),
        met_days=sum(met for met, _open in kept),
        open_days=sum(open_ for _met, open_ in kept),
        before=_median(max(0, (one.steps["reached"] - one.since_on).days) for one in known if one.since_on),
        after=_median(max(0, (one.steps["released"] - one.steps["reached"]).days) for one in known),
    )
