"""What can be wrong with a form, looked for before it is built, so that everything is said at once."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import PureWindowsPath

from rihai.facts import CASE_FACTS, PERSON_FACTS
from rihai.instruments.form.parse import DEEPEST
from rihai.instruments.reading.marks import SCORE, VALUE, is_score, is_value
from rihai.instruments.reading.problems import Problem
from rihai.instruments.reading.sheets import (
    CHOICES,
    ENTITIES,
    MOST_CHOICES,
    MOST_ROWS,
    SETTINGS,
    SURVEY,
    Line,
    Table,
)
from rihai.instruments.reading.types import FACT_KINDS, IN_LISTS, LEFT_OUT, NEEDS_FILE, Type, type_of

FACT = "rihai_fact"
NAME = re.compile(r"[^\W\d][\w.-]*")
FORM_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,63}")
REFERENCE = re.compile(r"\$\{\s*(?:last-saved#)?([^{}]*?)\s*\}")
OF_LISTS = frozenset({"id", "census_date", "serial"})
"""Facts of a list that was sent, which nobody can say in a form."""
NAMELESS = frozenset({"end group", "end repeat"})


@dataclass
class Seen:
    """What was met while the sheets are gone through; `is_by_file` says that the file's name made the `form_id`."""

    form_id: str = ""
    is_by_file: bool = False
    problems: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    rows: dict[str, int] = field(default_factory=dict)
    facts: dict[str, str] = field(default_factory=dict)
    open: list[tuple[Type, int, dict[str, int]]] = field(default_factory=list)
    top: dict[str, int] = field(default_factory=dict)

    def note(self, code: str, row: int | None = None, sheet: str = SURVEY, **about: object) -> None:
        """Something to mend."""
        self.problems.append(Problem(code, sheet, row, about))

    def warn(self, code: str, row: int | None = None, sheet: str = SURVEY, **about: object) -> None:
        """Something to look at."""
        self.warnings.append(Problem(code, sheet, row, about))


def check(tables: Mapping[str, Table], file: str) -> Seen:
    """Everything that is wrong with the sheets of a form from a file, as far as it can be told before it is built."""
    seen = Seen()
    survey, choices = tables.get(SURVEY, Table()), tables.get(CHOICES, Table())
    if SURVEY not in tables:
        seen.note("no_survey")
        return seen
    if ENTITIES in tables and any(tables[ENTITIES].filled()):
        seen.note("entities", sheet=ENTITIES)
    _settings(tables.get(SETTINGS, Table()), file, seen)
    lines = list(survey.filled())
    for column in ("type", "name"):
        if column not in survey.columns:
            seen.note("no_column", 1, column=column)
    if len(lines) > MOST_ROWS:
        seen.note("too_many", count=len(lines), limit=MOST_ROWS)
        return seen
    if "type" not in survey.columns:
        return seen
    lists = _choices(choices, seen)
    for line in lines:
        _question(line, survey, lists, seen)
    for opened, row, _names in seen.open:
        seen.note("not_ended", row, type=opened.base.removeprefix("begin "))
    if not lines:
        seen.note("no_questions")
    for line in lines:
        for name in _references(line):
            if name not in seen.rows:
                seen.note("unknown_reference", line.number, name=name[:60])
    return seen


def _settings(table: Table, file: str, seen: Seen) -> None:
    """What is not named is taken as pyxform takes it: the id from the file's name, the title from the id."""
    line = next(table.filled(), Line(2, {}))
    named = line.get("form_id", "id_string")
    seen.form_id, seen.is_by_file = named or id_from(file), not named
    if not seen.form_id:
        seen.note("no_form_id", line.number, SETTINGS)
    elif not FORM_ID.fullmatch(seen.form_id):
        seen.note("bad_form_id", line.number, SETTINGS, name=named[:60])
    elif seen.is_by_file:
        seen.warn("id_of_file", line.number, SETTINGS, name=seen.form_id)
    if seen.form_id and not line.get("form_title", "title", *table.of("form_title")):
        seen.warn("no_title", line.number, SETTINGS, name=seen.form_id[:60])
    if line.get("public_key"):
        seen.note("encrypted", line.number, SETTINGS)


def id_from(file: str) -> str:
    """The form_id that a file's name makes, in small letters; empty where no letter of a to z is in it."""
    stem = unicodedata.normalize("NFKD", PureWindowsPath(file).stem).casefold()
    plain = "".join(one for one in stem if not unicodedata.combining(one))
    made = re.sub(r"[^a-z0-9_-]+", "_", plain).strip("_-")[:64]
    return made if re.search("[a-z]", made) else ""


def _choices(table: Table, seen: Seen) -> frozenset[str]:
    lists: dict[tuple[str, str], int] = {}
    lines = list(table.filled())
    if len(lines) > MOST_CHOICES:
        seen.note("too_many_choices", sheet=CHOICES, count=len(lines), limit=MOST_CHOICES)
        return frozenset(line.get("list_name", "list name") for line in lines)
    labels = [*table.of("label"), *table.of("media")]
    for line in lines:
        named, name = line.get("list_name", "list name"), line.get("name", "value")
        if not name:
            seen.note("choice_no_name", line.number, CHOICES)
        elif (named, name) in lists:
            seen.note("choice_twice", line.number, CHOICES, name=name[:60], list=named[:60], other=lists[named, name])
        elif not any(line.get(one) for one in labels):
            seen.note("choice_no_label", line.number, CHOICES)
        elif line.get(VALUE) and not is_value(line.get(VALUE)):
            seen.note("value", line.number, CHOICES, value=line.get(VALUE)[:60])
        lists.setdefault((named, name), line.number)
    return frozenset(named for named, _name in lists)


def _question(line: Line, survey: Table, lists: frozenset[str], seen: Seen) -> None:
    written = line.get("type")
    if not written:
        seen.note("no_type", line.number)
        return
    kind = type_of(written)
    if kind is None:
        seen.note("unknown_type", line.number, type=written[:60])
        return
    if kind.base in NAMELESS:
        _end(kind, line, seen)
        return
    _name(kind, line, seen)
    if kind.base.startswith("begin"):
        seen.open.append((kind, line.number, {}))
        if len(seen.open) == DEEPEST + 1:
            seen.note("too_deep", line.number, limit=DEEPEST)
    elif kind.base in NEEDS_FILE:
        seen.note("needs_file", line.number, type=kind.base)
    elif kind.base in LEFT_OUT:
        seen.warn("other_type", line.number, type=kind.base)
    if kind.base in IN_LISTS:
        if not kind.list:
            seen.note("list_not_named", line.number, type=kind.base)
        elif kind.list not in lists and not kind.list.startswith("${"):
            seen.note("no_list", line.number, list=kind.list[:60])
    if kind.is_shown and not any(
        line.get(one) for one in (*survey.of("label"), *survey.of("hint"), *survey.of("media"))
    ):
        seen.note("no_label", line.number)
    if line.get(FACT):
        _fact(line.get(FACT), kind, line, seen)
    if line.get(SCORE) and not is_score(line.get(SCORE)):
        seen.note("score", line.number, score=line.get(SCORE)[:60])


def _name(kind: Type, line: Line, seen: Seen) -> None:
    name = line.get("name")
    if not name:
        if not kind.may_be_nameless:
            seen.note("no_name", line.number)
        return
    if not NAME.fullmatch(name) or len(name) > 64:
        seen.note("bad_name", line.number, name=name[:60])
        return
    around = seen.open[-1][2] if seen.open else seen.top
    if name in around:
        seen.note("name_twice", line.number, name=name, other=around[name])
    around.setdefault(name, line.number)
    seen.rows.setdefault(name, line.number)


def _end(kind: Type, line: Line, seen: Seen) -> None:
    what = kind.base.removeprefix("end ")
    if not seen.open:
        seen.note("end_without", line.number)
        return
    opened, row, _names = seen.open.pop()
    if opened.base.removeprefix("begin ") != what:
        seen.note("end_other", line.number, open=opened.base.removeprefix("begin "), other=row, type=what)


def _fact(fact: str, kind: Type, line: Line, seen: Seen) -> None:
    if fact in CASE_FACTS:
        seen.note("case_fact", line.number, fact=fact[:60])
        return
    known = PERSON_FACTS.get(fact)
    if known is None or known.kind == "list" or known.data_class == "sealed" or fact in OF_LISTS:
        seen.note("unknown_fact", line.number, fact=fact[:60])
    elif kind.base not in FACT_KINDS.get(known.kind, ()):
        seen.note("fact_kind", line.number, fact=fact, type=kind.base)
    else:
        seen.facts[line.get("name")] = fact


def _references(line: Line) -> Iterator[str]:
    for column, text in line.cells.items():
        if column != FACT and "${" in text:
            yield from dict.fromkeys(REFERENCE.findall(text))
