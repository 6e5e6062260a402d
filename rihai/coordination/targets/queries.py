"""Targets as the actor sees them, each with what the lists of prisoners say since it began."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from rihai.coordination.refusals import NotThere
from rihai.coordination.scope import PLAN, READ, covered
from rihai.coordination.targets.arithmetic import Forecast, Step, asked_on, forecast
from rihai.coordination.targets.models import CensusCount, Path, Target
from rihai.kit.actor import Actor
from rihai.places.kinds import Kind
from rihai.places.models import Inside, Place

KINDS = (Kind.DISTRICT, Kind.PRISON)
"""What a target is set for."""


@dataclass(frozen=True, slots=True)
class Actual:
    """What lists say on the day of one of them: the newest list of each prison that counts, added up.

    `expected` is what the path allows that day; `oldest_on` the day of the oldest list in the sum.
    """

    on: date
    number: int
    expected: int | None
    oldest_on: date

    @property
    def beyond(self) -> int | None:
        """How many more than the path allows; below nought: fewer."""
        return None if self.expected is None else self.number - self.expected


@dataclass(frozen=True, slots=True)
class Course:
    """A target with its actual figures, oldest first; whose lists count, and which prisons send none that do."""

    target: Target
    points: tuple[Actual, ...]
    counted: tuple[Place, ...]
    left_out: tuple[Place, ...]
    ahead: Forecast | None

    @property
    def latest(self) -> Actual | None:
        """The newest figure."""
        return self.points[-1] if self.points else None

    @property
    def status(self) -> tuple[str, str]:
        """How it stands, as a status of the design system and a code: on the path, beyond it, or not known."""
        if self.latest is None or self.latest.beyond is None:
            return "cannot_tell", "unknown"
        return ("met", "on_path") if self.latest.beyond <= 0 else ("overdue", "beyond")


def targets_for(actor: Actor, capability: str = READ) -> QuerySet[Target]:
    """The targets of the actor's places."""
    if not actor.may(capability):
        return Target.objects.none()
    return Target.objects.filter(covered(actor, capability)).select_related("place")


def target_for(pk: UUID, *, actor: Actor, capability: str = PLAN) -> Target:
    """One of them. Raises NotThere."""
    found = targets_for(actor, capability).filter(pk=pk).first()
    if found is None:
        raise NotThere(str(pk))
    return found


def courses(targets: Iterable[Target]) -> list[Course]:
    """Each with its figures; three queries however many targets."""
    rows = list(targets)
    inside: defaultdict[int, set[int]] = defaultdict(set)
    pairs = Inside.objects.filter(outer__in={one.place_id for one in rows}, inner__kind=Kind.PRISON)
    for outer, prison in pairs.values_list("outer_id", "inner_id"):
        inside[outer].add(prison)
    prisons = Place.objects.in_bulk({one for found in inside.values() for one in found})
    counts: defaultdict[int, list[CensusCount]] = defaultdict(list)
    for count in CensusCount.objects.filter(place__in=list(prisons)).order_by("on", "counted_at"):
        counts[count.place_id].append(count)
    return [_course(one, {key: counts[key] for key in inside[one.place_id]}, prisons) for one in rows]


def steps_of(target: Target) -> list[Step]:
    """The steps written by hand, the first to come first; none where the path is a line."""
    if target.path != Path.STEPS:
        return []
    return sorted((Step(date.fromisoformat(on), int(number)) for on, number in target.steps), key=lambda one: one.on)


def expected(target: Target, day: date) -> int | None:
    """What the path of a target allows on a day."""
    return asked_on(
        day, baseline_on=target.baseline_on, baseline=target.baseline, due_on=target.due_on, goal=target.goal,
        steps=steps_of(target),
    )  # fmt: skip


def summed(counts: dict[int, list[CensusCount]], since: date) -> tuple[list[tuple[date, int, date]], set[int]]:
    """(day, number, day of the oldest list in it) for each day of a list from `since` on, and whose lists count.

    Like is added to like: where prisons had a list by `since`, theirs alone; else all that ever had one, from the day
    on which each of them has.
    """
    then = {key for key, rows in counts.items() if rows and rows[0].on <= since}
    whose = then or {key for key, rows in counts.items() if rows}
    days = sorted({one.on for key in whose for one in counts[key] if one.on >= since})
    found = []
    for day in days:
        newest = [[one for one in counts[key] if one.on <= day][-1:] for key in whose]
        if all(newest):
            found.append((day, sum(one[0].under_trial for one in newest), min(one[0].on for one in newest)))
    return found, whose


def _course(target: Target, counts: dict[int, list[CensusCount]], prisons: dict[int, Place]) -> Course:
    found, whose = summed(counts, target.baseline_on)
    points = tuple(Actual(day, number, expected(target, day), oldest) for day, number, oldest in found)
    ahead = forecast([(one.on, one.number) for one in points], target.due_on) if target.due_on else None
    named = [prisons[key] for key in sorted(counts, key=lambda key: prisons[key].name)]
    return Course(
        target, points, tuple(one for one in named if one.pk in whose),
        tuple(one for one in named if one.pk not in whose and one.closed_on is None), ahead,
    )  # fmt: skip


def baselines(place: Place) -> Sequence[tuple[date, int, int]]:
    """From which lists a target may begin: (day, people under trial, prisons in it), the newest first."""
    inner = Inside.objects.filter(outer=place, inner__kind=Kind.PRISON).values("inner_id")
    counts: defaultdict[int, list[CensusCount]] = defaultdict(list)
    for count in CensusCount.objects.filter(place__in=inner).order_by("on", "counted_at"):
        counts[count.place_id].append(count)
    found, whose = summed(dict(counts), date.min)
    return [(day, number, len(whose)) for day, number, _oldest in reversed(found)]
