"""The lists: who could go today and soon, of whom it cannot be told, who is still inside although."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from rihai.kit.actor import Actor
from rihai.kit.classes import OF_PEOPLE
from rihai.kit.counting import LOOKED_AT, AtLeast, count_apart
from rihai.people.models import Charge
from rihai.places.models import Inside
from rihai.screening.law.packs import Law, law_on
from rihai.screening.models import Finding, Outcome, Veiled
from rihai.screening.queries.sight import findings_for, is_near, veiled_for

PAGE = 25
REACHED = ("met", "arguable")
COMING = ("not_yet", "cannot_tell")
HORIZONS = {"30": 30, "60": 60, "90": 90}
TABS = ("today", *HORIZONS, "cannot_tell")
INSIDE = "inside"
ALERTS = "alerts"
EFFECTS = ("shall", "may")
LOST = (365, 180, 90, 30)
"""Days lost by which a list is narrowed and grouped: a year, half of one, three months, one."""
PLACE, COURT, DAYS = "place", "court", "lost"
"""What the lines of *who could go* can be grouped by, besides their provisions."""
COURTS = 200
"""Courts that a filter names; whoever has more writes them the same way first."""


Group = int | str
"""What a line stands under: the rank of its provision, the number of its place, its court, or the days it has lost."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a list is of, and what narrows it. `rank` is the place of a provision in lists, None for every one.

    `effect` is the operative word of the law, `lost` the least number of days lost, `group` what lines stand under.
    """

    tab: str = "today"
    kind: str = "release"
    place: int | None = None
    rank: int | None = None
    court: str = ""
    sex: str = ""
    effect: str = ""
    lost: int = 0
    group: str = ""

    @property
    def grouped_by(self) -> str:
        """What the lines stand under: empty for provisions."""
        groups = {"today": (PLACE, COURT, DAYS), INSIDE: (), ALERTS: ()}.get(self.tab, (PLACE, COURT))
        return self.group if self.group in groups else ""

    @property
    def least_lost(self) -> int:
        """How many days a line must have lost to be listed."""
        return self.lost or int(self.grouped_by == DAYS)

    def on_tab(self, tab: str) -> Asked:
        """The same under another tab; only who is reached today can have lost days."""
        return replace(self, tab=tab, lost=self.lost if tab == "today" else 0)


@dataclass(frozen=True, slots=True)
class Listed:
    """One page of a list: its rows, how many people each group has, and whether there are rows before and after."""

    rows: tuple[Finding, ...] = field(default=())
    counts: Mapping[Group, int] = field(default_factory=dict)
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
        return kind & Q(outcome__in=COMING, due_on__gt=today, due_on__lte=last)
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
    apart = [] if asked.grouped_by else _apart(asked, today, backwards=backwards)
    keys = _first(rows, order, size + 1, backwards=backwards, apart=apart)
    more, keys = len(keys) > size, keys[:size]
    page = sorted(told(Finding.objects.filter(pk__in=keys)), key=lambda row: keys.index(row.pk), reverse=backwards)
    earlier, later = (more, True) if backwards else (anchor is not None, more)
    return Listed(tuple(page), _counts(found, asked, page, today), earlier, later)


def _apart(asked: Asked, today: date, *, backwards: bool) -> list[Q]:
    """How a list is asked a part at a time, each of which an index holds in order; so that nobody is sorted.

    Of what is coming a provision at a time: the parts follow each other. Else an outcome at a time.
    """
    if asked.tab not in HORIZONS:
        return [Q(outcome=one) for one in Outcome.values]
    ranks = sorted(ranks_of(asked, law_on(today)), reverse=backwards)
    return [Q(rank=one) for one in ranks if asked.rank in (None, one)]


def _first(
    rows: QuerySet[Finding], order: tuple[str, ...], most: int, *, backwards: bool, apart: list[Q]
) -> list[UUID]:
    """The keys of the first rows, in order; asked in the parts given, or together where the places are few."""
    ordered = rows.order_by(*(f"-{name}" for name in order)) if backwards else rows.order_by(*order)
    if not apart:
        return list(ordered.values_list("pk", flat=True)[:most])
    found: list[Any] = []
    follow = order[0] == "rank" and "due_on" in order
    for part in apart:
        left = most - len(found) if follow else most
        found += ordered.filter(part).values_list(*order)[:left] if left else ()
    return [row[-1] for row in (found if follow else sorted(found, reverse=backwards))[:most]]


def order_of(asked: Asked) -> tuple[str, ...]:
    """By what a list is sorted."""
    if asked.tab == INSIDE or asked.grouped_by == DAYS:
        return ("sort_on", "pk")
    first = {PLACE: ("place_id",), COURT: ("court",)}.get(asked.grouped_by, ())
    return (*first, "rank", "due_on" if asked.tab in HORIZONS else "sort_on", "pk")


def ranks_of(asked: Asked, law: Law) -> list[int]:
    """The provisions a list can be of."""
    return [law.ranks[name] for name, one in law.provisions.items() if _is_of(asked, name, one.kind, law)]


def group_of(row: Finding, asked: Asked, today: date) -> Group:
    """What a line stands under."""
    if asked.grouped_by == DAYS:
        days = (today - row.since_on).days if row.since_on else 0
        return next((least for least in LOST if days >= least), 0)
    if asked.grouped_by == PLACE:
        return row.place_id
    return row.court if asked.grouped_by == COURT else row.rank


def _of_group(key: Group, asked: Asked, today: date) -> Q:
    if asked.grouped_by != DAYS:
        return Q(**{{PLACE: "place", COURT: "court"}.get(asked.grouped_by, "rank"): key})
    least = int(key)
    longer = Q(since_on__lte=today - timedelta(days=least))
    beyond = min((one for one in LOST if one > least), default=0)
    return longer & Q(since_on__gt=today - timedelta(days=beyond)) if beyond else longer


def _counts(found: QuerySet[Finding], asked: Asked, page: Sequence[Finding], today: date) -> dict[Group, int]:
    """How many people each group of a page has in all, or has at least."""
    if asked.tab == INSIDE:
        return {}
    keys = dict.fromkeys(group_of(row, asked, today) for row in page)
    return count_apart({key: found.filter(_of_group(key, asked, today)) for key in keys}, "person_id")


def chosen(asked: Asked, *, actor: Actor, today: date, at: datetime | None = None) -> QuerySet[Finding]:
    """Every row of a list that the actor sees."""
    return narrowed(findings_for(actor, at=at).filter(of_tab(asked, today)), asked, today)


def narrowed(found: QuerySet[Finding], asked: Asked, today: date) -> QuerySet[Finding]:
    """The rows that the filters leave."""
    if asked.place is not None:
        found = found.filter(place__in=Inside.objects.filter(outer=asked.place).values("inner_id"))
    if asked.rank is not None:
        found = found.filter(rank=asked.rank)
    elif asked.tab in HORIZONS:
        found = found.filter(rank__in=ranks_of(asked, law_on(today)))  # the index of days begins with the provision
    if asked.court:
        found = found.filter(court=asked.court)
    if asked.effect or asked.least_lost:
        found = found.filter(_by_law(asked, today))
    return found.filter(person__sex=asked.sex) if asked.sex else found


def _by_law(asked: Asked, today: date) -> Q:
    """The rows of provisions with the operative word, and those that have lost so many days."""
    law = law_on(today)
    of_word = [rank for rank, one in enumerate(law.by_rank) if asked.effect in ("", one.effect.word)]
    if not asked.least_lost:
        return Q(rank__in=of_word)
    losing = [rank for rank in of_word if law.by_rank[rank].id in law.opening]
    return Q(outcome__in=REACHED, rank__in=losing, since_on__lte=today - timedelta(days=asked.least_lost))


def told(rows: QuerySet[Finding]) -> QuerySet[Finding]:
    """With what a row says: the person, the charges, the place."""
    charges = Prefetch(
        "person__charges", queryset=Charge.objects.only("person_id", "act", "section", "sub_limb", "section_text")
    )
    return rows.select_related("person", "place").prefetch_related(charges)


def people_by_tab(asked: Asked, *, actor: Actor, today: date) -> dict[str, int]:
    """How many people stand under each tab, or stand there at least, in one query."""
    found = findings_for(actor)
    tabs = [asked.on_tab(tab) for tab in TABS]
    return count_apart({one.tab: narrowed(found.filter(of_tab(one, today)), one, today) for one in tabs}, "person_id")


def courts_in(asked: Asked, *, actor: Actor, today: date) -> list[str]:
    """The courts that a list can be narrowed to, as the records write them; for whoever works at many places, none.

    Nobody finds one court among those of a country; with a prison chosen, its courts are there.
    """
    if not is_near(actor) and asked.place is None:
        return []
    of_kind = findings_for(actor).filter(kind=asked.kind).exclude(court="")
    found = narrowed(of_kind, Asked(place=asked.place), today)
    return list(found.order_by("court").values_list("court", flat=True).distinct()[:COURTS])


def ranks_in(asked: Asked, *, actor: Actor, today: date) -> list[int]:
    """The provisions that a list can be narrowed to; for whoever works at many places, all there are of its kind."""
    if not is_near(actor) and asked.place is None:
        return sorted(ranks_of(asked, law_on(today)))
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
    if asked.rank is not None or asked.court or asked.effect or asked.least_lost:
        return []
    found = veiled_for(actor).filter(of_tab(asked, today))
    if asked.place is not None:
        found = found.filter(place__in=Inside.objects.filter(outer=asked.place).values("inner_id"))
    if asked.sex:
        found = found.filter(person__sex=asked.sex)
    counts = count_apart({str(one): found.filter(veil=one) for one in OF_PEOPLE}, "person_id")
    # Of too many to count, any are named: putting all in the order of their names would go through everybody.
    is_many = any(isinstance(one, AtLeast) for one in counts.values())
    rows: dict[str, dict[UUID, Veiled]] = {}
    ordered = found.order_by() if is_many else found.order_by("person__full_name", "person_id")
    for row in ordered.select_related("person", "place")[: PAGE * 4]:
        rows.setdefault(row.veil, {}).setdefault(row.person_id, row)
    return [Withheld(name, n, tuple(rows.get(name, {}).values())[:PAGE]) for name, n in sorted(counts.items()) if n]


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
    """How many people stand under each clock, or stand there at least.

    Each by the longest that has run out for a finding of theirs; where there are too many to look at all, by every one.
    """
    found = chosen(asked, actor=actor, today=today)
    first = list(found.order_by("sort_on", "pk").values_list("person", "sort_on")[: LOOKED_AT + 1])
    if len(first) > LOOKED_AT:
        return {key: n for key, n in count_apart(_by_clock(found, today), "person_id").items() if n}
    counts: dict[int | None, int] = {}
    longest = dict(reversed(first))
    for since in longest.values():
        clock = clock_of(None if since == date.max else since, today)
        counts[clock] = counts.get(clock, 0) + 1
    return counts


def _by_clock(found: QuerySet[Finding], today: date) -> dict[int | None, QuerySet[Finding]]:
    """The rows of each clock: those it has run out for and no longer one."""
    rows: dict[int | None, QuerySet[Finding]] = {None: found.filter(sort_on=date.max)}
    until = date.min
    for clock in (*CLOCKS, 0):
        last = today - timedelta(days=clock + 1) if clock else date.max - timedelta(days=1)
        rows[clock], until = found.filter(sort_on__gt=until, sort_on__lte=last), last
    return rows
