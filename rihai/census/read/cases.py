"""Several FIRs in one row: each becomes a case of its own where the row tells them apart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from rihai.census.fields import TOGETHER
from rihai.census.problems import problem
from rihai.census.read.cells import Column
from rihai.census.read.together import cases_in
from rihai.census.validate.required import CONVICTED
from rihai.facts import Problem
from rihai.paper.cell import Cell

Case = dict[str, Any]

_STRONG = re.compile(r"[\n\r;|]+|\s+(?:&|and|اور)\s+", re.IGNORECASE)
_LINES = re.compile(r"[\n\r;|]+")
_NUMBERED = re.compile(r"(?:^|\s)\(?[1-9][).](?=\s)\s*")
_COMMA = re.compile(r"\s*[,،]\s*")
_HAS_ACT = re.compile(r"[A-Za-z]{2,}|[\u0600-\u06ff]")
_OWN = frozenset(
    {
        "sections", "police_station", "court", "arrest_date", "fir_date", "next_hearing", "last_hearing", "status",
        "bail_status", "challan_submitted", "charge_framed_date", "sentence_text", "sentence_date", "fine", "counsel",
    }
)  # fmt: skip
"""Fields whose cell may hold one value for each FIR, in the order of the FIRs."""
_OF_A_SENTENCE = frozenset(
    {
        "convicted_on", "sentences", "concurrent_or_consecutive", "s382b_granted", "fine", "fine_paid",
        "fine_paid_amount", "default_term", "compensation", "remission_days", "unexpired_term", "release_due_on",
    }
)  # fmt: skip


class Split(NamedTuple):
    """The cases, the problems met in taking them apart, and the columns whose cells were dealt out part by part.

    What was said of such a cell as a whole (that it is no date, say) no longer holds. `rests` is what no case can have.
    """

    cases: list[Case]
    problems: list[Problem]
    dealt: frozenset[Column]
    rests: tuple[str, ...] = ()


def split_cases(case: Case, columns: Sequence[Column], cells: Sequence[Cell]) -> Split:
    """The cases of a row whose FIR cell holds a list of numbers; any other row is one case.

    Cells with one part for each FIR are dealt out in order; what the row says once holds for each case, and a problem
    says so where that is a date or the only section. Where several sections do not pair up with the FIRs, all of it
    stays one case.
    """
    numbers = case.get("fir_number")
    if not isinstance(numbers, list):
        return Split([case], [], frozenset())
    raw = next((cells[column.at].text for column in columns if column.field in {"fir_number", TOGETHER}), None)
    columns = [column for column in columns if column.at < len(cells)]  # a row's last cells may be empty
    dealt = {column: _parts(cells[column.at], column.field, len(numbers)) for column in columns if column.field in _OWN}
    for column in columns:
        if column.field == TOGETHER and len(cases_in(cells[column.at].text)) == len(numbers):
            dealt[column] = [Cell(part, part, "text") for part in cases_in(cells[column.at].text)]
    dealt = {column: parts for column, parts in dealt.items() if parts}
    if len(case.get("charges", ())) != 1 and not any(column.field in {"sections", TOGETHER} for column in dealt):
        joined = {**case, "fir_number": "; ".join(numbers)}
        if isinstance(case.get("fir_date"), list):
            del joined["fir_date"]
        return Split([joined], [problem("cases_not_paired", "fir_number", raw)], frozenset())
    own = _own_facts(case, dealt, cells)
    cases, problems = _deal(case, numbers, own, dealt)
    if any(name in case and name not in own for name in ("arrested_on", "convicted_on", "charges")):
        problems.append(problem("cases_share_cells", "fir_number", raw))
    one_day = [column for column in columns if column.fact == "fir_date" and isinstance(case.get("fir_date"), str)]
    rests = tuple(f"{column.heading}: {cells[column.at].text}" for column in one_day if column not in dealt)
    return Split(cases, problems, frozenset(dealt), rests)


def _own_facts(case: Case, dealt: Iterable[Column], cells: Sequence[Cell]) -> set[str]:
    """The facts that each case has from its own part of a cell: what the cell said as a whole holds for none."""
    own = {column.fact for column in dealt if column.fact}
    for column in dealt:
        own |= {name for name, value in column.read(cells[column.at]).case.items() if case.get(name) == value}
    return own


def _deal(
    case: Case, numbers: list[str], own: set[str], dealt: dict[Column, list[Cell]]
) -> tuple[list[Case], list[Problem]]:
    shared = {name: value for name, value in case.items() if name not in own and name not in {"fir_number", "fir_date"}}
    dates = case.get("fir_date")
    cases: list[Case] = []
    problems: list[Problem] = []
    for at, number in enumerate(numbers):
        one: Case = {**shared, "fir_number": number}
        if isinstance(dates, list):
            one["fir_date"] = dates[at]
        for column, parts in dealt.items():
            read = column.read(parts[at])
            one.update(read.case)
            problems.extend(read.problems)
        if _younger(number, one.get("arrested_on")) and "arrested_on" in shared:
            del one["arrested_on"]
        cases.append(with_sentence_told(one))
    if any(one.get("legal_status") in CONVICTED for one in cases):
        cases = [_without_sentence(one, own) if one.get("legal_status") == "under_trial" else one for one in cases]
    return cases, problems


def with_sentence_told(case: Case) -> Case:
    """The case with what its other facts say of the sentence: the day it was imposed, and that it is death."""
    sentences = case.get("sentences")
    if sentences is None and case.get("legal_status") == "condemned":
        sentences = [{"kind": "death"}]  # condemned says so: a convict under sentence of death
    convicted = case.get("convicted_on")
    if sentences and isinstance(convicted, str):
        sentences = [{"imposed_on": convicted, **sentence} for sentence in sentences]
    return {**case, "sentences": sentences} if sentences else case


def _without_sentence(case: Case, own: set[str]) -> Case:
    """A case under trial beside one with a conviction: the sentence that the row says once is not of this case."""
    return {name: value for name, value in case.items() if name not in _OF_A_SENTENCE or name in own}


def _younger(fir_number: str, arrested_on: Any) -> bool:
    """Whether the FIR is of a later year than the arrest, which then was not an arrest in that case."""
    return isinstance(arrested_on, str) and fir_number[-5:-4] == "/" and fir_number[-4:] > arrested_on[:4]


def _parts(cell: Cell, field: str | None, wanted: int) -> list[Cell]:
    """The cell's parts when there are as many as FIRs, else none."""
    if cell.kind != "text":
        return []
    for separator in (_NUMBERED, _LINES, _STRONG, _COMMA):
        parts = [part.strip(" .,;") for part in separator.split(cell.text.strip())]
        parts = parts[1:] if separator is _NUMBERED and not parts[0] else parts
        paired = len(parts) == wanted and all(parts)
        # A comma also stands between sections of one case: it deals them out only where each part names its Act.
        if paired and (field != "sections" or separator is not _COMMA or all(map(_HAS_ACT.search, parts))):
            return [Cell(part, part, "text") for part in parts]
    return []
