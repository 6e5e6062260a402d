"""A comparison as sheets of a workbook: what became of everybody, and one sheet for each kind of change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from rihai.census.compare.change import KINDS, Change, Kind
from rihai.census.compare.comparison import Comparison
from rihai.census.compare.report import accounts_table
from rihai.census.compare.sentences import MEANINGS, TABS, TITLES, meaning
from rihai.census.link import reasons
from rihai.paper.table import Column, Value
from rihai.paper.workbook import SheetSpec
from rihai.words import mark, say

Titles = Mapping[str, str]
"""What provisions are called, by their ids; one that is not there goes by its id."""


def comparison_sheets(comparison: Comparison, language: str, titles: Titles | None = None) -> list[SheetSpec]:
    """The sheets: first the sums, then every kind of change that there is, from what should be looked at first."""
    summary = SheetSpec.of(
        say("Changes", language), accounts_table(comparison, language), above=[say(CAUTION, language)]
    )
    return [summary, *_kinds(comparison, language, titles or {})]


CAUTION = mark("Links between records are proposals of a program, with reasons; nothing here decides anything.")


def _kinds(comparison: Comparison, language: str, titles: Titles) -> Iterator[SheetSpec]:
    for kind in KINDS:
        changes = comparison.of_kind(kind)
        if changes:
            yield SheetSpec(
                say(TABS[kind], language), say(TITLES[kind], language), _columns(kind, language),
                [_row(change, comparison, language, titles) for change in changes],
                above=[say(MEANINGS[kind], language)],
            )  # fmt: skip


def _columns(kind: Kind, language: str) -> tuple[Column, ...]:
    what = say("Provision", language) if kind == "still_here" else say("What differs", language)
    return (
        Column(say("Name", language), "text", 26),
        Column(say("Father or husband", language), "text", 22),
        Column(say("Prison number", language), "text", 14),
        Column(say("Prison", language), "text", 24),
        Column(what, "text", 48),
        Column(say("Earlier list", language), "text", 34),
        Column(say("Later list", language), "text", 34),
        Column(say("Weight", language), "number", 9),
        Column(say("Taken for one person because", language), "text", 60),
    )


def _row(change: Change, comparison: Comparison, language: str, titles: Titles) -> list[Value]:
    old = None if change.old is None else comparison.old[change.old]
    new = None if change.new is None else comparison.new[change.new]
    shown = comparison.shown(change)
    link = change.link
    return [
        shown.get("full_name") or shown.get("id"), shown.get("father_or_husband_name"), shown.get("prison_id"),
        shown.get("prison"), _what(change, language, titles), briefly(old), briefly(new),
        link.weight if link else None, "; ".join(reasons(link, language)) if link else None,
    ]  # fmt: skip


def _what(change: Change, language: str, titles: Titles) -> str:
    told = {True: say("still reached", language), False: say("not any more", language)}
    reached = [f"{titles.get(one, one)} ({told[one in change.still]})" for one in change.provisions]
    return "; ".join([*reached, *(meaning(one, language) for one in change.differences)])


def briefly(record: Mapping[str, Any] | None) -> str | None:
    """A record in one line, to be set beside the other: name, father, birth or age, FIRs."""
    if record is None:
        return None
    firs = [str(case["fir_number"]) for case in record.get("cases") or () if case.get("fir_number")]
    age = record.get("date_of_birth") or record.get("age_years")
    parts = [record.get("full_name"), record.get("father_or_husband_name"), age, *firs, record["id"]]
    return " · ".join(str(part) for part in parts if part)
