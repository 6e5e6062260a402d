"""Problems grouped by kind, and the rows of one kind or verdict, a page at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet
from django.utils.translation import get_language

from rihai.accounts.queries import sees
from rihai.census.problems import CATALOGUE
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.people.intake.models import Census, RowProblem, SourceRow
from rihai.people.intake.queries.censuses import open_rows
from rihai.people.intake.reading import plain_sheet
from rihai.people.intake.staging import Told, ToldProblem, read_told
from rihai.words import say

PAGE = 50
EXAMPLES = 3
_ORDER = {"reject": 0, "file": 1, "warn": 2, "duplicate": 3}


@dataclass(frozen=True, slots=True)
class ProblemKind:
    """One kind of problem: its code and words, in how many rows, and a few places with what stands there."""

    code: str
    level: str
    meaning: str
    mend: str
    count: int
    examples: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class ShownProblem:
    """A problem of one row in the reader's language."""

    level: str
    meaning: str
    detail: str
    mend: str
    raw: str


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row as the page shows it: where it stands, whom it names, its verdict, problems, and all its texts."""

    row: SourceRow
    name: str
    problems: tuple[ShownProblem, ...]
    cells: tuple[tuple[str, str], ...]


def rows_seen(census: Census, actor: Actor) -> QuerySet[SourceRow]:
    """The rows an actor sees: all of them who uploaded them, until they are people; then those of people they see."""
    rows = SourceRow.objects.filter(census=census)
    if open_rows(census, actor):
        return rows
    seen = Q(person_id__isnull=False) & sees(actor, DataClass.PERSONAL)
    return (
        rows.filter(seen | Q(person_id=None, makes_person=False)) if census.author_id == actor.pk else rows.filter(seen)
    )


def problem_kinds(census: Census, *, with_examples: bool) -> list[ProblemKind]:
    """Every kind of problem of the census, the gravest and commonest first; four queries however many rows there are.

    Examples are texts of rows: given to who sees the rows alone.
    """
    counted = RowProblem.objects.filter(census=census).order_by().values_list("code").annotate(n=Count("pk"))
    found = sorted(
        ((code, n) for code, n in counted if code in CATALOGUE),
        key=lambda one: (_ORDER[CATALOGUE[one[0]].level], -one[1]),
    )
    examples = _examples(census, [code for code, _n in found]) if with_examples else {}
    language = get_language() or "en"
    return [
        ProblemKind(
            code, CATALOGUE[code].level, say(CATALOGUE[code].meaning, language), say(CATALOGUE[code].mend, language), n,
            examples.get(code, ()),
        )
        for code, n in found
    ]  # fmt: skip


def _examples(census: Census, codes: Sequence[str]) -> dict[str, tuple[tuple[str, str], ...]]:
    """A few rows of each kind; those that come first in the census."""
    wanted: dict[str, list[int]] = {}
    for code in codes:
        wanted[code] = []
    first = RowProblem.objects.filter(census=census).order_by("number").values_list("code", "number")[:2000]
    for code, number in first:
        if len(wanted.setdefault(code, [])) < EXAMPLES:
            wanted[code].append(number)
    numbers = {number for several in wanted.values() for number in several}
    rows = {row.number: row for row in SourceRow.objects.filter(census=census, number__in=numbers)}
    told = {number: read_told(row.told) for number, row in rows.items()}
    return {
        code: tuple((where_text(rows[number]), _raw(told[number], code)) for number in several if number in rows)
        for code, several in wanted.items()
    }


def _raw(told: Told, code: str) -> str:
    return next((str(one.raw) for one in told.problems if one.code == code and one.raw), "")[:60]


def where_text(row: SourceRow) -> str:
    """Where a row stands: UTP 118."""
    return f"{plain_sheet(row.sheet)} {row.row}".strip()


def shown_rows(rows: Iterable[SourceRow]) -> list[ShownRow]:
    """Rows with what they say, in the reader's language."""
    language = get_language() or "en"
    return [_shown(row, read_told(row.told), language) for row in rows]


def _shown(row: SourceRow, told: Told, language: str) -> ShownRow:
    problems = tuple(_said(one, language) for one in told.problems if one.code in CATALOGUE)
    return ShownRow(row, str(told.record.get("full_name") or ""), problems, tuple(told.raw.items()))


def _said(one: ToldProblem, language: str) -> ShownProblem:
    known = CATALOGUE[one.code]
    return ShownProblem(
        known.level, say(known.meaning, language), one.detail, say(known.mend, language), str(one.raw or "")[:120]
    )
