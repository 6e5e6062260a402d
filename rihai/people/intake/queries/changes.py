"""What taking in would change, person by person, in the reader's language; of people the actor sees alone."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.utils.dateparse import parse_date
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from rihai.census.compare.change import Difference
from rihai.census.compare.sentences import CODES, meaning
from rihai.census.link import Link, reasons
from rihai.census.link.evidence import Point
from rihai.kit.actor import Actor
from rihai.kit.templatetags.kit import day as day_text
from rihai.people.intake.models import Census, CensusChange, SourceRow
from rihai.people.intake.queries.censuses import open_rows
from rihai.people.intake.queries.problems import where_text
from rihai.people.intake.queries.sums import changes_seen
from rihai.people.intake.staging import read_told
from rihai.people.models import Person
from rihai.people.queries.people import people_for
from rihai.people.record import read_path
from rihai.people.shown import label, value_text

ISO = len("2026-11-26")
BRIEFLY = ("full_name", "father_or_husband_name", "age_years", "date_of_birth", "cnic", "prison_id", "home_district")


@dataclass(frozen=True, slots=True)
class RowSide:
    """The row of a match: where it stands and the few facts by which people are told apart."""

    where: str
    name: str
    facts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class ShownChange:
    """One change: the person, what differs, why row and person are one (of a match), the row."""

    change: CensusChange
    person: Person
    says: tuple[str, ...]
    why: tuple[str, ...]
    row: RowSide | None


def changes_of(census: Census, kind: str, *, actor: Actor) -> QuerySet[CensusChange]:
    """The changes of one kind, the likeliest first."""
    return changes_seen(census, actor).filter(kind=kind).order_by("-weight", "number", "pk")


def shown_changes(census: Census, found: Sequence[CensusChange], *, actor: Actor) -> list[ShownChange]:
    """Changes with their people and rows; three queries however many there are."""
    people = people_for(actor).select_related("held_at").in_bulk([one.person_id for one in found])
    rows: dict[int, SourceRow] = {}
    if open_rows(census, actor):
        numbers = [one.number for one in found if one.number is not None]
        rows = {row.number: row for row in SourceRow.objects.filter(census=census, number__in=numbers)}
    language = get_language() or "en"
    return [
        _shown(one, people[one.person_id], rows.get(one.number or 0), language)
        for one in found
        if one.person_id in people
    ]


def _shown(one: CensusChange, person: Person, row: SourceRow | None, language: str) -> ShownChange:
    held = json.loads(one.told or "{}")
    link = Link(0, 0, one.weight, tuple(Point(*point) for point in held.get("points", ())), held.get("rivals", 0))
    says = tuple(_difference(Difference(*differs), language) for differs in held.get("differs", ()))
    why = tuple(reasons(link, language)) if one.weight else ()
    return ShownChange(one, person, says, why, _side(row) if row else None)


def _difference(one: Difference, language: str) -> str:
    if one.code in CODES:
        return meaning(one._replace(before=_as_page(one.before), after=_as_page(one.after)), language)
    fact = read_path(one.fact).fact
    return _("%(fact)s: we believe %(ours)s, the prison writes %(theirs)s.") % {
        "fact": label(fact), "ours": value_text(fact, one.before), "theirs": value_text(fact, one.after),
    }  # fmt: skip


def _as_page(value: Any) -> Any:
    """A whole day as pages write days; anything else as it is."""
    found = parse_date(value) if isinstance(value, str) and len(value) == ISO else None
    return day_text(found) if found else value


def _side(row: SourceRow) -> RowSide:
    record: dict[str, Any] = read_told(row.told).record
    facts = tuple((label(fact), value_text(fact, record[fact])) for fact in BRIEFLY[1:] if record.get(fact) is not None)
    return RowSide(where_text(row), str(record.get("full_name") or ""), facts)


def change_seen(census: Census, change_id: UUID, *, actor: Actor, at: datetime | None = None) -> CensusChange | None:
    """The change of an id; None for who does not see the person."""
    return changes_seen(census, actor, at=at).filter(pk=change_id).first()
