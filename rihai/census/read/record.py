"""One row becomes a record: facts of the person, one case or more, remarks that keep what found no place, problems."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rihai.census.fields import SENTENCE_PARTS
from rihai.census.parse.sentence import term_of_columns
from rihai.census.parse.status import is_lunatic
from rihai.census.problems import problem
from rihai.census.read.cases import Case, split_cases, with_sentence_told
from rihai.census.read.cells import Column
from rihai.census.reading import column_letter
from rihai.census.records import own_keys
from rihai.facts import CASE_FACTS, PERSON_FACTS, Problem
from rihai.paper.cell import Cell

Facts = dict[str, Any]
_AGE_THEN = ((("admi", "داخلہ"), "admitted_on"), (("arrest", "گرفتاری"), "arrested_on"))
"""Words of a heading that say that an age is of another day than the list's, and the fact that holds that day."""
_SPOKEN = frozenset({"text"})
"""Kinds of fact whose two spellings in one row are no contradiction: names, places, addresses."""


class Assembler:
    """Puts the cells of a table's rows together. `defaults` are facts a person confirmed for every row of the sheet."""

    def __init__(self, columns: Sequence[Column], defaults: Mapping[str, Any]) -> None:
        # The name comes first, so that what it says beside (father, alias) gives way to columns made for that.
        self.columns = sorted(columns, key=lambda column: (column.field != "full_name", column.at))
        self._columns = [(column.at, column) for column in self.columns]
        self._width = len(columns)
        self._person_defaults = {name: value for name, value in defaults.items() if name in PERSON_FACTS}
        self._case_defaults = {name: value for name, value in defaults.items() if name in CASE_FACTS}

    def assemble(self, cells: Sequence[Cell], own_id: str) -> tuple[Facts, list[Problem]]:
        """The record of one row, and the problems met in its cells; facts the row does not state take the defaults."""
        person: Facts = {}
        case: Case = {}
        problems: list[Problem] = []
        rests: list[str] = []
        count = len(cells)
        for at, column in self._columns:
            if at >= count or cells[at].kind == "empty":
                continue
            read = column.read(cells[at])
            if read.problems:
                problems.extend(read.problems)
            if read.rest is not None:
                rests.append(read.rest)
            for said, into in ((read.person, person), (read.case, case)):
                if not said:
                    continue
                for name, value in said.items():
                    if name not in into:
                        into[name] = value
                    elif into[name] != value:
                        _settle(into, name, value, column, cells, problems, rests)
        rests += [
            f"{column_letter(at)}: {cells[at].text}" for at in range(self._width, count) if cells[at].text.strip()
        ]
        person = {"id": own_id, **self._person_defaults, **person}
        case = {**self._case_defaults, **case}
        self._finish(person, case, cells)
        split = split_cases(case, self.columns, cells)
        rests += split.rests
        if split.dealt:
            whole = [column.read(cells[column.at]) for column in split.dealt]
            problems = [found for found in problems if not any(found in read.problems for read in whole)]
            rests = [rest for rest in rests if all(rest != read.rest for read in whole)]
        problems = [found for found in problems if not _told_elsewhere(found, person, case)] + split.problems
        if rests:
            person["remarks"] = "; ".join([person["remarks"], *rests] if "remarks" in person else rests)
        if split.cases != [{}]:
            person["cases"] = own_keys([_named(one, own_id, at) for at, one in enumerate(split.cases, start=1)])
        return person, problems

    def _finish(self, person: Facts, case: Case, cells: Sequence[Cell]) -> None:
        """What one column says of another: days of sentences, terms in three columns, the day an age was true."""
        if any(part in person for part in SENTENCE_PARTS):
            parts = [_number(person.pop(part, None)) for part in SENTENCE_PARTS]
            if not case.get("sentences") and (sentences := term_of_columns(*parts)):
                case["sentences"] = sentences
        if person.get("mental_disorder_flag") and case.get("sentences") and self._is_lunatic(cells):
            death = any(sentence["kind"] == "death" for sentence in case["sentences"])
            case["legal_status"] = "condemned" if death else "convict"
        case.update(with_sentence_told(case))
        number, day = case.get("fir_number"), case.get("fir_date")
        if isinstance(number, str) and number.isdigit() and isinstance(day, str):
            case["fir_number"] = f"{number}/{day[:4]}"  # registers begin anew each January
        if "age_years" in person and "age_stated_on" not in person:
            heading = next((column.heading.casefold() for column in self.columns if column.field == "age"), "")
            day = next((day for words, day in _AGE_THEN if any(word in heading for word in words)), None)
            told = person.get("admitted_on") if day == "admitted_on" else case.get("arrested_on")
            if day and told and not isinstance(told, list):
                person["age_stated_on"] = told

    def _is_lunatic(self, cells: Sequence[Cell]) -> bool:
        """Whether all that the row says of why the person is held is "lunatic"."""
        said = [cells[column.at].text for column in self.columns if column.field == "status" and column.at < len(cells)]
        return any(map(is_lunatic, said))


def _told_elsewhere(found: Problem, person: Facts, case: Case) -> bool:
    """Whether a cell that could not be read does not matter, since another column of the row says the same fact."""
    return found.rejects and found.code.endswith("_unreadable") and (found.fact in case or found.fact in person)


def _settle(
    into: Facts, name: str, value: Any, column: Column, cells: Sequence[Cell], problems: list[Problem], rests: list[str]
) -> None:
    """Where two cells disagree, the column made for the fact has the word; the other's text goes to the remarks."""
    text = cells[column.at].text
    if name == "remarks":
        into[name] = f"{into[name]}; {column.heading}: {value}"
        return
    known = PERSON_FACTS.get(name) or CASE_FACTS.get(name)
    kind = known.kind if known else "number"
    if kind == "codes" or name == "charges" or (name == "compensation" and _of_other_kinds(into[name], value)):
        into[name] = [*into[name], *(item for item in value if item not in into[name])]
        return
    if kind not in _SPOKEN:
        problems.append(problem("columns_disagree", name, text))
    if column.fact == name:
        rests.append(f"{name}: {into[name]}")
        into[name] = value
    else:
        rests.append(f"{column.heading}: {text}")


def _of_other_kinds(items: Sequence[Mapping[str, Any]], more: Sequence[Mapping[str, Any]]) -> bool:
    """Whether two lists of compensation are of different kinds, as columns for diyat, arsh and daman hold them."""
    kinds = {item.get("kind") for item in (*items, *more)}
    return None not in kinds and len(kinds) == len(items) + len(more)


def _number(value: Any) -> int | None:
    return value if isinstance(value, int) else None


def _named(case: Case, own_id: str, at: int) -> Case:
    """The case with its key: FIR number with a year of two digits and police station, as lawyers say it."""
    number, station = case.get("fir_number"), case.get("police_station")
    if not number:
        return {"case_id": f"{own_id}/{at}", **case}
    short = f"{number[:-4]}{number[-2:]}" if number[-5:-4] == "/" else number
    return {"case_id": f"{short} {station}" if station else short, **case}
