"""What a source row says, as it stands sealed on the row: its record, the texts of its cells, its problems."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from rihai.census.fields import TOGETHER, fact_of
from rihai.census.problems import CATALOGUE
from rihai.facts import CASE_FACTS, PERSON_FACTS, Problem
from rihai.people.record import Path, path_text
from rihai.people.record.slices import storable

Facts = Mapping[str, Any]
_SURROGATE = re.compile("[\ud800-\udfff]")
_TOGETHER = ("charges", "fir_number", "police_station")
_SENTENCE = {"sentence_years": "sentences", "sentence_months": "sentences", "sentence_days": "sentences"}


@dataclass(frozen=True, slots=True)
class ToldProblem:
    """A problem of a row: its code, the fact and text concerned, and what belongs to this row alone."""

    code: str
    fact: str | None
    raw: str | None
    detail: str

    @property
    def level(self) -> str:
        """reject, warn, duplicate or file; a code of an older version counts as a warning."""
        return CATALOGUE[self.code].level if self.code in CATALOGUE else "warn"

    def as_problem(self, sheet: str | None, row: int) -> Problem:
        """The problem as the reading had it, in English as the catalogue has it."""
        known = CATALOGUE[self.code]
        message = f"{known.meaning} {self.detail}".strip()
        return Problem(self.code, message, known.mend, self.fact, self.raw, sheet, row, known.level == "reject")


@dataclass(frozen=True, slots=True)
class Told:
    """A row: the record (joined with the person's further rows where it makes a person), texts by heading, problems."""

    record: dict[str, Any] = field(default_factory=dict)
    raw: dict[str, str] = field(default_factory=dict)
    problems: tuple[ToldProblem, ...] = ()


def told_text(record: Facts, raw: Mapping[str, str], problems: Sequence[Problem]) -> str:
    """The text that is sealed on a row."""
    said = [[one.code, one.fact, one.raw, _detail(one)] for one in problems]
    told: dict[str, Any] = {"record": record, "raw": raw, "problems": said}
    text = _json(told)
    return _json(storable(told)) if "\\u0000" in text or _SURROGATE.search(text) else text


def _json(told: Any) -> str:
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"))


def read_told(text: str | None) -> Told:
    """What the text of a row says."""
    held = json.loads(text or "{}")
    problems = tuple(ToldProblem(*one) for one in held.get("problems", ()))
    return Told(held.get("record", {}), held.get("raw", {}), problems)


def _detail(one: Problem) -> str:
    return one.message.removeprefix(CATALOGUE[one.code].meaning).strip()


Fields = Mapping[str, Mapping[str, str]]
"""By sheet: what each heading stands for."""


def fields_of(headings: Sequence[Mapping[str, Any]]) -> dict[str, dict[str, str]]:
    """The fields of a file's headings by sheet, from `CensusFile.headings`."""
    found: dict[str, dict[str, str]] = {}
    for table in headings:
        by_heading = found.setdefault(str(table["sheet"] or ""), {})
        by_heading |= {one[1]: one[2] for one in table["columns"] if one[2]}
    return found


def raw_by_path(record: Facts, raw: Mapping[str, str], fields: Mapping[str, str]) -> dict[str, str]:
    """The texts of cells by the path of the fact each is chiefly about, for facts the record has."""
    cases = record.get("cases") or ()
    found: dict[str, str] = {}
    for heading, text in raw.items():
        for fact in _facts_under(fields.get(heading, "")):
            for path in _paths(fact, record, cases):
                found.setdefault(path, text)
    return found


@cache
def _facts_under(census_field: str) -> tuple[str, ...]:
    if census_field == TOGETHER:
        return _TOGETHER
    return (_SENTENCE.get(census_field) or fact_of(census_field),) if census_field else ()


def _paths(fact: str, record: Facts, cases: Sequence[Facts]) -> Iterator[str]:
    if fact in PERSON_FACTS and fact in record:
        yield path_text(Path("", fact))
    elif fact in CASE_FACTS:
        yield from (path_text(Path(str(case["case_id"]), fact)) for case in cases if fact in case)
