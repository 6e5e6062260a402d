"""The lists: who could go today and soon, of whom it cannot be told, who is still inside although."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Min, Prefetch, Q, QuerySet

from rihai.kit.actor import Actor
from rihai.kit.counting import count_apart
from rihai.people.models import Charge
from rihai.places.models import Inside
from rihai.screening.law.packs import Law, law_on
from rihai.screening.models import Finding, Outcome, Veiled
from rihai.screening.queries.sight import findings_for, is_near, veiled_for

PAGE = 25
REACHED = ("met", "arguable")
HORIZONS = {"30": 30, "60": 60, "90": 90}
TABS = ("today", *HORIZONS, "cannot_tell")
INSIDE = "inside"
ALERTS = "alerts"
COURTS = 200
"""Courts that a filter names; whoever has more writes them the same way first."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a list is of, and what narrows it. `rank` is the place of a provision in lists, None for every one."""

    tab: str = "today"
    kind: str = "release"
    place: int | None = None
    rank: int | None = None
    court: str = ""
    sex: str = ""

    def on_tab(self, tab: str) -> Asked:
        """The same under another tab."""
        return replace(self, tab=tab)


@dataclass(frozen=True, slots=True)
class Listed:
    """One page of a list: its rows, how many people each provision has, and whether there are rows before and after."""

    rows: tuple[Finding, ...] = field(default=())
    by_rank: Mapping[int, int] = field(default_factory=dict)
    has_earlier: bool = False
    has_later: bool = False


def of_tab(asked: Asked, today: date) -> Q:
    """The rows of a tab; a list of *still inside* takes every kind."""
    if asked.tab == INSIDE:
        return Q(still_inside=True, outcome__in=REACHED)
    if asked.tab == ALERTS:
        return Q(kind="alert", outcome="met", still_inside=False)
    kind = Q(kind=asked.kind)
    if asked.tab in HORIZONS:
        last = today + timedelta(days=HORIZONS[asked.tab])
        return kind & Q(outcome__in=("not_yet", "cannot_tell"), due_on__gt=today, due_on__lte=last)
    if asked.tab == "cannot_tell":
        return kind & Q(outcome="cannot_tell")
    return kind & Q(outcome__in=REACHED)


def listed(
    asked: Asked,
    *,
    actor: Actor,
    today: date,
    after: UUID | None = None,
    before: UUID | None = None,
    size: int = PAGE,
) -> Listed:
    """One page of a list, by provision and day (those still inside by the day alone); a constant number of queries.

    A row named by `after` or `before` that is not seen begins the list anew.
    """
    found, order = chosen(asked, actor=actor, today=today), order_of(asked)
    named = after or before
    anchor = found.filter(pk=named).values_list(*order).first() if named else None
    backwards = before is not None and anchor is not None
    rows = found.filter(_beyond(order, anchor, backwards=backwards)) if anchor else found
    keys = _first(rows, order, size + 1, backwards=backwards)
    more, keys = len(keys) > size, keys[:size]
    page = sorted(told(Finding.objects.filter(pk__in=keys)), key=lambda row: keys.index(row.pk), reverse=backwards)
    earlier, later = (more, True) if backwards else (anchor is not None, more)
    return Listed(tuple(page), _counts(found, asked, {row.rank for row in page}), earlier, later)


def _first(rows: QuerySet[Finding], order: tuple[str, ...], most: int, *, backwards: bool) -> list[UUID]:
    """The keys of the first rows, in order.

    Asked for each outcome by itself: the index holds the rows of one outcome in this order, so that a page is read and
    not everybody sorted.
    """
    ordered = rows.order_by(*(f"-{name}" for name in order)) if backwards else rows.order_by(*order)
    by_outcome = (ordered.filter(outcome=one).values_list(*order)[:most] for one in Outcome.values)
    found = sorted((row for some in by_outcome for row in some), reverse=backwards)
    return [row[-1] for row in found[:most]]


def order_of(asked: Asked) -> tuple[str, ...]:
    """By what a list is sorted."""
    return ("sort_on", "pk") if asked.tab == INSIDE else ("rank", "sort_on", "pk")


def _counts(found: QuerySet[Finding], asked: Asked, ranks: Collection[int]) -> dict[int, int]:
    """How many people each provision of a page has in all, or has at least."""
    if asked.tab == INSIDE:
        return {}
    return count_apart({rank: found.filter(rank=rank) for rank in sorted(ranks)}, "person_id")


def chosen(asked: Asked, *, actor: Actor, today: date, at: datetime | None = None) -> QuerySet[Finding]:
    """Every row of a list that the actor sees."""
    return narrowed(findings_for(actor, at=at).filter(of_tab(asked, today)), asked)


def narrowed(found: QuerySet[Finding], asked: Asked) -> QuerySet[Finding]:
    """The rows that the filters leave."""
    if asked.place is not None:
        found = found.filter(place__in=Inside.objects.filter(outer=asked.place).values("inner_id"))
    if asked.rank is not None:
        found = found.filter(rank=asked.rank)
    if asked.court:
        found = found.filter(court=asked.court)
    return found.filter(person__sex=asked.sex) if asked.sex else found


def told(rows: QuerySet[Finding]) -> QuerySet[Finding]:
    """With what a row says: the person, the charges, the place."""
    charges = Prefetch(
        "person__charges", queryset=Charge.objects.only("person_id", "act", "section", "sub_limb", "section_text")
    )
    return rows.select_related("person", "place").prefetch_related(charges)


def people_by_tab(asked: Asked, *, actor: Actor, today: date) -> dict[str, int]:
    """How many people stand under each tab, or stand there at least, in one query."""
    found = narrowed(findings_for(actor).filter(kind=asked.kind), asked)
    return count_apart({tab: found.filter(of_tab(asked.on_tab(tab), today)) for tab in TABS}, "person_id")


def courts_in(asked: Asked, *, actor: Actor) -> list[str]:
    """The courts that a list can be narrowed to, as the records write them; for whoever works at many places, none.

    Nobody finds one court among those of a country; with a prison chosen, its courts are there.
    """
    if not is_near(actor) and asked.place is None:
        return []
    found = (
        narrowed(findings_for(actor), replace(asked, rank=None, court="", sex=""))
        .filter(kind=asked.kind)
        .exclude(court="")
    )
    return list(found.order_by("court").values_list("court", flat=True).distinct()[:COURTS])


def ranks_in(asked: Asked, *, actor: Actor, today: date) -> list[int]:
    """The provisions that a list can be narrowed to; for whoever works at many places, all there are of its kind."""
    if not is_near(actor) and asked.place is None:
        law = law_on(today)
        return sorted(law.ranks[name] for name, one in law.provisions.items() if _is_of(asked, name, one.kind, law))
    found = chosen(replace(asked, rank=None), actor=actor, today=today)
    return list(found.order_by("rank").values_list("rank", flat=True).distinct())


def _is_of(asked: Asked, provision: str, kind: str, law: Law) -> bool:
    if asked.tab == INSIDE:
        return provision in law.still_inside
    return kind == ("alert" if asked.tab == ALERTS else asked.kind)


@dataclass(frozen=True, slots=True)
class Withheld:
    """What is kept from the actor in one class: of how many people, and the first of them by name."""

    data_class: str
    count: int
    rows: tuple[Veiled, ...]


def withheld(asked: Asked, *, actor: Actor, today: date) -> list[Withheld]:
    """People on a list by a finding of a class the actor does not see; without a word of the finding."""
    if asked.rank is not None or asked.court:
        return []
    found = veiled_for(actor).filter(of_tab(asked, today))
    if asked.place is not None:
        found = found.filter(place__in=Inside.objects.filter(outer=asked.place).values("inner_id"))
    if asked.sex:
        found = found.filter(person__sex=asked.sex)
    counts = dict(found.order_by().values_list("veil").annotate(n=Count("person", distinct=True)))
    rows: dict[str, dict[UUID, Veiled]] = {}
    for row in found.select_related("person", "place").order_by("person__full_name", "person_id")[: PAGE * 4]:
        rows.setdefault(row.veil, {}).setdefault(row.person_id, row)
    return [Withheld(name, counts[name], tuple(rows.get(name, {}).values())[:PAGE]) for name in sorted(counts)]


def _beyond(order: Sequence[str], anchor: Sequence[Any], *, backwards: bool) -> Q:
    """The rows after (or before) one whose values in the order are given."""
    way, found = "lt" if backwards else "gt", Q()
    for at, name in enumerate(order):
        same = dict(zip(order[:at], anchor[:at], strict=True))
        found |= Q(**same, **{f"{name}__{way}": anchor[at]})
    return found


CLOCKS = (30, 7, 1)
"""Days after which somebody is asked why a person is still inside: a month, a week, a day."""


def clock_of(since: date | None, today: date) -> int | None:
    """The longest clock that has run out; 0 where none has, None where it is not known since when."""
    if since is None:
        return None
    days = (today - since).days
    return next((clock for clock in CLOCKS if days > clock), 0)


def people_by_clock(asked: Asked, *, actor: Actor, today: date) -> dict[int | None, int]:
    """How many people stand under each clock, by the longest that has run out for a finding of theirs."""
    found = chosen(asked, actor=actor, today=today).order_by().values_list("person").annotate(since=Min("sort_on"))
    counts: dict[int | None, int] = {}
    for _person, since in found:
        clock = clock_of(None if since == date.max else since, today)
        counts[clock] = counts.get(clock, 0) + 1
    return counts
