"""The caseload: my cases, those nobody has, what waits; and for a supervisor the load of each worker. In constant
queries, however many cases there are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import reduce
from operator import or_
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Prefetch, Q, QuerySet, Sum

from rihai.accounts.models import Account
from rihai.casework.cases.capabilities import SUPERVISE, kept_by
from rihai.casework.cases.models import AT_WORK, Case, CaseState
from rihai.casework.cases.panels import DueLine, dues
from rihai.casework.cases.programmes import Programme, known_programmes, programme_of
from rihai.casework.cases.queries.reach import cases_for
from rihai.kit.actor import Actor
from rihai.kit.counting import count_apart
from rihai.people.models import Person
from rihai.people.queries.people import people_for
from rihai.places.models import Inside

PAGE = 25
WORKERS = 200
SOON = timedelta(days=7)
MINE, UNTOUCHED, OVERDUE, UNASSIGNED, WAITING, ALL, CLOSED = (
    "mine", "untouched", "overdue", "unassigned", "waiting", "all", "closed",
)  # fmt: skip
TABS = (MINE, UNTOUCHED, OVERDUE, UNASSIGNED, WAITING, ALL, CLOSED)


@dataclass(frozen=True, slots=True)
class CaseRow:
    """One line: the case, its programme, its person as far as the actor sees them, and what is due next."""

    case: Case
    programme: Programme
    due: tuple[DueLine, ...]
    is_untouched: bool
    days_since: int | None

    @property
    def person(self) -> Person:
        """Who it is about."""
        return self.case.person

    @property
    def next_due(self) -> DueLine | None:
        """What is due first."""
        return self.due[0] if self.due else None


@dataclass(frozen=True, slots=True)
class Asked:
    """Which cases: a tab, narrowed to a worker, a programme or a place."""

    tab: str = MINE
    worker: UUID | None = None
    programme: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """One page of cases."""

    rows: tuple[CaseRow, ...] = ()
    counts: Mapping[str, int] = field(default_factory=dict)
    has_later: bool = False


def list_cases(asked: Asked, *, actor: Actor, today: date, page: int = 1, size: int = PAGE) -> Listed:
    """The cases of a tab: what is due first stands first, closed ones the newest first; `page` counts from one."""
    found = narrowed(cases_for(actor), asked, actor, today)
    order = ("-closed_on", "-pk") if asked.tab == CLOSED else ("review_on", "pk")
    start = (page - 1) * size
    cases = list(told(found, actor).order_by(*order)[start : start + size + 1])
    return Listed(tuple(rows_of(cases[:size], actor=actor, today=today)), has_later=len(cases) > size)


def narrowed(cases: QuerySet[Case], asked: Asked, actor: Actor, today: date) -> QuerySet[Case]:
    """The cases of a tab."""
    found = cases.filter(of_tab(asked.tab, actor, today))
    if asked.worker:
        found = found.filter(worker=asked.worker)
    return found.filter(programme=asked.programme) if asked.programme else found


def of_tab(tab: str, actor: Actor, today: date) -> Q:
    """What a tab holds."""
    at_work = Q(state__in=AT_WORK)
    return {
        MINE: at_work & Q(worker=actor.pk),
        UNTOUCHED: untouched(today),
        OVERDUE: Q(state=CaseState.OPEN, review_on__lt=today),
        UNASSIGNED: at_work & Q(worker__isnull=True),
        WAITING: Q(state=CaseState.WAITING),
        CLOSED: Q(state__in=(CaseState.CLOSED, CaseState.REFUSED)),
    }.get(tab, at_work)


def untouched(today: date) -> Q:
    """Open cases without contact for longer than their programme allows."""
    by_days: dict[int, list[str]] = {}
    for one in known_programmes().values():
        by_days.setdefault(one.contact_days, []).append(one.slug)
    silent = [
        Q(programme__in=slugs, last_contact_on__lt=today - timedelta(days=days)) for days, slugs in by_days.items()
    ]
    return Q(state=CaseState.OPEN) & reduce(or_, silent, Q(last_contact_on__isnull=True))


def told(cases: QuerySet[Case], actor: Actor) -> QuerySet[Case]:
    """With what a line says of the person, whom the actor sees wherever they see the case."""
    people = Prefetch("person", people_for(actor).select_related("held_at"))
    return cases.select_related("worker", "place").prefetch_related(people)


def rows_of(cases: Sequence[Case], *, actor: Actor, today: date) -> list[CaseRow]:
    """The lines of these cases; what their parts have due is asked once for all."""
    lines = due_lines(cases, actor=actor, today=today)
    return [_row(one, lines.get(one.pk, []), today) for one in cases]


def _row(case: Case, lines: Iterable[DueLine], today: date) -> CaseRow:
    rules = programme_of(case.programme)
    since = (today - case.last_contact_on).days if case.last_contact_on else None
    silent = case.is_open and (since is None or since > rules.contact_days)
    return CaseRow(case, rules, tuple(sorted(lines, key=lambda one: one.due_on)), silent, since)


def due_lines(cases: Sequence[Case], *, actor: Actor, today: date) -> dict[UUID, list[DueLine]]:
    """What is due in each of these cases: its review, and what the parts above say."""
    from rihai.casework.cases.shown import review_line

    found = {one.pk: [line] if (line := review_line(one)) else [] for one in cases}
    for offer in dues():
        for case_id, lines in offer.of_cases(actor, list(found), today).items():
            found.setdefault(case_id, []).extend(lines)
    return found


@dataclass(frozen=True, slots=True)
class Load:
    """What one worker has: open cases and their weight, what is due in a week and what is overdue, silent cases."""

    worker: Account
    cases: int
    weight: int
    due: int
    overdue: int
    untouched: int


def loads(*, actor: Actor, today: date) -> list[Load]:
    """The load of each worker in the cases the actor sees, the heaviest first."""
    seen = cases_for(actor).filter(state__in=AT_WORK, worker__isnull=False).order_by()
    counted = seen.values("worker").annotate(
        cases=Count("pk"),
        weight=Sum("weight"),
        due=Count("pk", filter=Q(review_on__gte=today, review_on__lte=today + SOON)),
        overdue=Count("pk", filter=Q(review_on__lt=today)),
        silent=Count("pk", filter=untouched(today)),
    )
    rows = list(counted.order_by("-weight")[:WORKERS])
    workers = Account.objects.in_bulk([row["worker"] for row in rows])
    more = [offer.by_worker(actor, today) for offer in dues()]
    return [_load(workers[row["worker"]], row, more) for row in rows]


def _load(worker: Account, row: Mapping[str, Any], more: Sequence[Mapping[UUID, tuple[int, int]]]) -> Load:
    added = [one.get(worker.pk, (0, 0)) for one in more]
    return Load(
        worker, row["cases"], row["weight"], row["due"] + sum(due for due, _late in added),
        row["overdue"] + sum(late for _due, late in added), row["silent"],
    )  # fmt: skip


def tab_counts(*, actor: Actor, today: date) -> dict[str, int]:
    """How many cases each tab of the actor's holds, in one query; of many only that there are so many or more."""
    seen = cases_for(actor)
    asked = {tab: seen.filter(of_tab(tab, actor, today)) for tab in TABS if tab != CLOSED}
    return count_apart(asked, "id")


def silent_cases(*, actor: Actor, today: date, most: int) -> list[CaseRow]:
    """The actor's own cases without contact for too long, the longest silence first."""
    mine = cases_for(actor).filter(untouched(today), worker=actor.pk)
    cases = list(told(mine, actor).order_by(F("last_contact_on").asc(nulls_first=True), "pk")[:most])
    return [_row(one, [], today) for one in cases]


def waiting_for(actor: Actor, *, most: int) -> list[Case]:
    """The cases that wait for the actor's approval: not those they opened or have."""
    if not actor.may(SUPERVISE):
        return []
    waiting = cases_for(actor).filter(state=CaseState.WAITING).exclude(made_by=actor.pk).exclude(worker=actor.pk)
    return list(told(waiting, actor).order_by("opened_on", "pk")[:most])


def with_nobody(actor: Actor, *, most: int) -> list[Case]:
    """The cases that nobody has, of classes the actor keeps or as their supervisor."""
    found = cases_for(actor).filter(state__in=AT_WORK, worker__isnull=True)
    if not actor.may(SUPERVISE):
        found = found.filter(data_class__in=kept_by(actor))
    return list(told(found, actor).order_by("review_on", "pk")[:most])


def at_work_at(place_id: int, *, actor: Actor) -> list[tuple[Programme, int]]:
    """How many cases are at work at a place and in what stands in it, by programme, the most first."""
    inside = Inside.objects.filter(outer=place_id).values("inner_id")
    rows = cases_for(actor).filter(state__in=AT_WORK, place__in=inside).order_by().values_list("programme")
    counted = rows.annotate(n=Count("pk")).order_by("-n", "programme")
    return [(programme_of(slug), n) for slug, n in counted]
