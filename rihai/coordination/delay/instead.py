"""Measures other than prison: how many people each could be used for today, and how often it was used in a period.

*Possible* are people held at the place whom a provision of the measure reaches today, met or arguable, each once.
*Used* are releases by it, and requests for it that were granted. Refusals stand beside it with what
stood in the way: the law, or practice. Which provisions make up a measure stands in `measures.csv`, which a lawyer can
read and correct: `basis` is the law that makes it one, `read` whether its text or a secondary source was read when the
table was checked (26 November 2026). No lawyer has signed it yet.
"""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils.translation import get_language

from rihai.accounts.operations import house
from rihai.accounts.operations.house import as_house
from rihai.coordination.scope import inner
from rihai.legal.release.models import Release
from rihai.legal.response.models import Step
from rihai.legal.response.queries.obstacles import Obstacles, obstacles
from rihai.legal.response.tables import reasons
from rihai.people.models import Placement
from rihai.screening.models import Finding, Outcome

FILE = Path(__file__).with_name("measures.csv")


@dataclass(frozen=True, slots=True)
class Kind:
    """A measure: its names, the provisions by which it is possible, the kind of release that is its use."""

    code: str
    en: str
    ur: str
    provisions: tuple[str, ...]
    released_by: str
    is_sensitive: bool

    @property
    def title(self) -> str:
        """In the reader's language."""
        return self.ur if (get_language() or "en").startswith("ur") else self.en


@dataclass(frozen=True, slots=True)
class Used:
    """A measure possible and used; every number of people, each once within its own cell.

    `released` is None where no record of releases tells this measure apart.
    """

    kind: Kind
    met: int
    arguable: int
    granted: int
    released: int | None
    refused: int
    by_law: int
    by_practice: int

    @property
    def possible(self) -> int:
        """Met and arguable together: a person is in one of them."""
        return self.met + self.arguable


@cache
def kinds() -> tuple[Kind, ...]:
    """Every measure, in the order of the table."""
    with FILE.open(encoding="utf-8", newline="") as file:
        return tuple(
            Kind(row["code"], row["en"], row["ur"], tuple(row["provisions"].split()), row["released_by"],
                 row["is_sensitive"] == "yes")
            for row in csv.DictReader(file)
        )  # fmt: skip


def instead_at(place_id: int | None, first: date, end: date) -> list[Used]:
    """Each measure at a place: possible today, used and refused in a period, its last day not included."""
    with as_house():
        within = None if place_id is None else list(inner(place_id))
        found = _possible(within)
        granted = _steps("granted", within, first, end)
        refused = _steps("refused", within, first, end)
        released = _released(within, first, end)
    feeds = {code: one.feeds for code, one in reasons().items()}
    return [_used(one, found, granted, refused, feeds, released) for one in kinds()]


def _used(
    kind: Kind, found: dict[str, int], granted: Sequence[tuple[Any, str, str]],
    refused: Sequence[tuple[Any, str, str]], feeds: dict[str, str], released: dict[str, int],
) -> Used:  # fmt: skip
    mine = set(kind.provisions)
    no = [(person, feeds.get(reason, "")) for person, provision, reason in refused if provision in mine]
    met, whole = found[f"{kind.code}_met"], found[f"{kind.code}_any"]
    return Used(
        kind=kind, met=met, arguable=whole - met,
        granted=len({person for person, provision, _reason in granted if provision in mine}),
        released=released.get(kind.released_by, 0) if kind.released_by else None,
        refused=len({person for person, _feeds in no}), by_law=len({one for one, fed in no if fed == "law"}),
        by_practice=len({one for one, fed in no if fed == "practice"}),
    )  # fmt: skip


def _possible(within: list[int] | None) -> dict[str, int]:
    """People by measure: met, and met or arguable."""
    rows = Finding.objects.filter(provision__in=[name for one in kinds() for name in one.provisions])
    if within is not None:
        rows = rows.filter(place__in=within)
    asked = {}
    for one in kinds():
        for key, outcomes in (("met", (Outcome.MET,)), ("any", (Outcome.MET, Outcome.ARGUABLE))):
            of = Q(provision__in=one.provisions, outcome__in=outcomes)
            asked[f"{one.code}_{key}"] = Count("person", distinct=True, filter=of)
    return rows.aggregate(**asked)


def _steps(act: str, within: list[int] | None, first: date, end: date) -> list[tuple[Any, str, str]]:
    """(person, provision, reason) of steps of the response loop, by people held at the place on that day."""
    rows: QuerySet[Step] = Step.objects.filter(act=act, on__gte=first, on__lt=end)
    if within is not None:
        stays = Placement.objects.filter(
            Q(started_on=None) | Q(started_on__lte=OuterRef("on")), Q(ended_on=None) | Q(ended_on__gte=OuterRef("on")),
            person=OuterRef("person_id"), place__in=within,
        )  # fmt: skip
        rows = rows.filter(Exists(stays))
    return list(rows.order_by().values_list("person_id", "response__provision", "reason").distinct())


def _released(within: list[int] | None, first: date, end: date) -> dict[str, int]:
    rows = Release.objects.filter(undone_at=None, released_on__gte=first, released_on__lt=end)
    if within is not None:
        rows = rows.filter(place__in=within)
    return dict(rows.order_by().values_list("kind").annotate(n=Count("person", distinct=True)))


def in_the_way(place_id: int | None, first: date, end: date) -> Obstacles:
    """What stood in the way, counted from refusals: of people who are still held there, where a place is asked for."""
    with as_house():
        return obstacles(first, end, actor=house(), place=place_id)
