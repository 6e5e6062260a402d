"""Who stands how with what is mandatory: by name for who judges their place, as counts by prison for who reads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.db.models import Max, Q, QuerySet
from django.db.models.functions import Coalesce

from rihai.accounts.operations.house import as_house
from rihai.kit.actor import Actor
from rihai.places.models import Inside, Place
from rihai.training.certificates.models import STANDS, Completion
from rihai.training.courses.models import Mandatory
from rihai.training.overdue.reckoning import OVERDUE, Rule, Stand, Standing, stand
from rihai.training.reach import READ, covered, judged_trainees
from rihai.training.sessions.models import Trainee

SHOWN = (Standing.NEVER, Standing.EXPIRED, Standing.DUE)


@dataclass(frozen=True, slots=True)
class Line:
    """Somebody, a rule that holds for them, and how they stand."""

    trainee: Trainee
    rule: Mandatory
    stand: Stand


@dataclass(slots=True)
class Row:
    """A place and a rule: of how many people of its rank, how many stand how."""

    place: Place
    rule: Mandatory
    counts: Counter[str] = field(default_factory=Counter)

    @property
    def people(self) -> int:
        """Everybody of the rank at the place."""
        return sum(self.counts.values())

    @property
    def overdue(self) -> int:
        """Who never finished it in time, or not again."""
        return sum(self.counts[one] for one in OVERDUE)


def rules_on(on: date) -> list[Mandatory]:
    """What is mandatory on a day."""
    now = Q(started_on__lte=on) & (Q(ended_on=None) | Q(ended_on__gt=on))
    return list(Mandatory.objects.filter(now).select_related("course", "rank", "place"))


def lines(trainees: QuerySet[Trainee], on: date) -> list[Line]:
    """How each of them stands with each rule for their rank and posting; five queries however many they are."""
    rules = rules_on(on)
    if not rules:
        return []
    rows = trainees.filter(rank__in={one.rank_id for one in rules}, place__isnull=False, same_as=None, let_go_on=None)
    people = list(rows.filter(Q(left_on=None) | Q(left_on__gt=on)).select_related("rank", "place"))
    last, inside = _last(people, rules, on), _inside(rules)
    return [
        Line(one, rule, stand(_rule(rule), last.get((one.pk, rule.course_id)), one.joined_on, on))
        for one in people
        for rule in rules
        if rule.rank_id == one.rank_id and (rule.place_id is None or one.place_id in inside[rule.place_id])
    ]


def _rule(rule: Mandatory) -> Rule:
    return Rule(rule.months, rule.grace_days, rule.started_on)


def _last(people: Iterable[Trainee], rules: list[Mandatory], on: date) -> dict[tuple[UUID, UUID], date]:
    """The day on which each finished each course last, under whichever of their entries; what stands no more is out."""
    ranks = {one.rank_id for one in rules}
    done = Completion.objects.filter(course__in={one.course_id for one in rules}, on__lte=on)
    of_rank = Q(trainee__rank__in=ranks) | Q(trainee__same_as__rank__in=ranks)
    done = done.filter(STANDS, of_rank).order_by().annotate(who=Coalesce("trainee__same_as_id", "trainee_id"))
    known = {one.pk for one in people}
    found = done.values_list("who", "course_id").annotate(last=Max("on"))
    return {(who, course): last for who, course, last in found if who in known}


def _inside(rules: list[Mandatory]) -> dict[int, set[int]]:
    wanted = {one.place_id for one in rules if one.place_id is not None}
    found: dict[int, set[int]] = {one: set() for one in wanted}
    for outer, inner in Inside.objects.filter(outer__in=wanted).values_list("outer_id", "inner_id"):
        found[outer].add(inner)
    return found


def by_place(actor: Actor, on: date) -> list[Row]:
    """Counts by place and rule, wherever the actor reads training; the most overdue first. Counted by the house."""
    if not actor.may(READ):
        return []
    mine = covered(actor, READ)
    with as_house():
        found = lines(Trainee.objects.filter(mine), on)
    rows: dict[tuple[int, UUID], Row] = {}
    for one in found:
        place = one.trainee.place
        if place is not None:
            row = rows.setdefault((place.pk, one.rule.pk), Row(place, one.rule))
            row.counts[one.stand.standing] += 1
    return sorted(rows.values(), key=lambda row: (-row.overdue, row.place.name, row.rule.course.title))


def named(actor: Actor, on: date, *, place_id: int | None = None, shown: Iterable[str] = SHOWN) -> list[Line]:
    """By name, those who are overdue or soon will be, posted where the actor judges; the longest overdue first."""
    trainees = judged_trainees(actor)
    if place_id is not None:
        trainees = trainees.filter(place=place_id)
    found = [one for one in lines(trainees, on) if one.stand.standing in set(shown)]
    return sorted(found, key=lambda one: (one.stand.by or on, one.trainee.full_name, one.rule.course.title))
