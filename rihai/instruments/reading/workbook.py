"""An XLSForm read: its sheets, everything that is wrong with them, and the XForm that pyxform makes of them.

The cells are read by our own reader, which opens no bomb and runs nothing; pyxform is handed texts alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from rihai.instruments.form import Form, FormUnreadable, Group, read_form
from rihai.instruments.form.expression import WrongExpression, read_expression
from rihai.instruments.form.functions import is_quick
from rihai.instruments.form.parse import language_code
from rihai.instruments.form.tree import Node, Output, Question, Repeat, Text, walk
from rihai.instruments.reading.checks import Seen, check
from rihai.instruments.reading.circles import circle_of
from rihai.instruments.reading.marks import OURS, marks_of
from rihai.instruments.reading.problems import Problem
from rihai.instruments.reading.sheets import CHOICES, SETTINGS, SURVEY, Line, Table, digest_of, tables_of
from rihai.paper.sheets import open_sheets

MOST_SAID = 200
OUR_LANGUAGES = {"en": "English", "ur": "اردو"}
_ROW = re.compile(r"\[row\s*:\s*(\d+)\]\s*")
_SHEET = re.compile(r"'(survey|choices|settings|entities)' sheet")
_HUSHED = ("max-pixels", "or_other and translations", "is missing the", "case-insensitive match")
_DATA = "data"
_PATTERN = re.compile(r"regex\s*\([^'\"]*['\"]([^'\"]*)['\"]")


@dataclass(frozen=True, slots=True)
class Read:
    """What came of a workbook: a form, or the problems for which there is none; warnings in any case.

    `is_by_file` says that the form_id was made of the file's name, because the workbook names none.
    """

    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...] = ()
    xform: str = ""
    digest: str = ""
    form_id: str = ""
    is_by_file: bool = False
    called: str = ""
    titles: Mapping[str, str] = field(default_factory=dict)
    facts: Mapping[str, str] = field(default_factory=dict)
    marks: Mapping[str, Any] = field(default_factory=dict)
    questions: int = 0


def read_workbook(content: bytes, name: str) -> Read:
    """The form in a workbook. Raises FileUnreadable where the file cannot be opened at all."""
    tables, found = tables_of(open_sheets(content, name).sheets)
    seen = check(tables, name)
    problems = [*(one for one in found if one.code != "sheet_almost"), *seen.problems]
    warnings = [*(one for one in found if one.code == "sheet_almost"), *seen.warnings]
    if problems:
        every = problems + [one for one in warnings if one.code == "sheet_almost"]
        return Read(tuple(_in_order(every)[:MOST_SAID]), tuple(_in_order(warnings)))
    return _built(tables, seen, warnings)


def _built(tables: Mapping[str, Table], seen: Seen, warnings: list[Problem]) -> Read:
    from pyxform.errors import PyXFormError
    from pyxform.xls2xform import convert

    settings = next(tables.get(SETTINGS, Table()).filled(), Line(2, {}))
    said: list[str] = []
    try:
        xform = convert(_for_pyxform(tables, seen.form_id), warnings=said, validate=False, form_name=_DATA).xform
        form = read_form(xform)
    except PyXFormError as error:
        return Read((_foreign(str(error)),), tuple(warnings))
    except FormUnreadable as error:
        return Read((Problem("pyxform", "", None, {"says": str(error)}),), tuple(warnings))
    wrong = _wrong_rules(form, seen)
    if wrong:
        return Read(tuple(_in_order(wrong)[:MOST_SAID]), tuple(warnings))
    warnings += [_foreign(one) for one in said if not any(hushed in one for hushed in _HUSHED)]
    warnings += _untranslated(form, seen)
    return Read(
        (),
        tuple(_in_order(warnings)[:MOST_SAID]),
        xform=xform,
        digest=digest_of(tables),
        form_id=seen.form_id,
        is_by_file=seen.is_by_file,
        called=settings.get("version")[:60],
        titles=_titles(tables.get(SETTINGS, Table()), settings, seen.form_id),
        facts=dict(seen.facts),
        marks=marks_of(tables),
        questions=len(form.asked),
    )


def _for_pyxform(tables: Mapping[str, Table], form_id: str) -> dict[str, Any]:
    """The sheets as pyxform takes them, without the columns that are ours."""
    made: dict[str, Any] = {}
    for name in (SURVEY, CHOICES, SETTINGS):
        table = tables.get(name, Table())
        ours = {one for one in table.columns if one.startswith(OURS)}
        ours |= {one for one in table.of("form_title") if "::" in one} if name == SETTINGS else set()
        rows = [{column: text for column, text in line.cells.items() if column not in ours} for line in table.lines]
        if name == SETTINGS:
            rows = [one for one in rows if one][:1] or [{}]
            titles = _titles(table, next(table.filled(), Line(2, {})), form_id)
            rows[0].setdefault("form_title", next(iter(titles.values())))
            if "id_string" not in rows[0]:
                rows[0].setdefault("form_id", form_id)
            rows[0].pop("name", None)  # our own name of the root stands in every form
        made[name] = rows
        made[f"{name}_header"] = [dict.fromkeys(dict.fromkeys(key for one in rows for key in one))]
    made["sheet_names"] = [SURVEY, CHOICES, SETTINGS]
    return made


def _titles(table: Table, settings: Line, form_id: str) -> dict[str, str]:
    """The titles by language; one without is in the form's own language, and where there is none it is the form_id."""
    found = {}
    plain = settings.get("form_title", "title")
    if plain:
        found[language_code(settings.get("default_language") or "en")] = plain[:200]
    for column in table.of("form_title"):
        language = column.partition("::")[2]
        if language and settings.get(column):
            found[language_code(language)] = settings.get(column)[:200]
    return found or {language_code(settings.get("default_language") or "en"): form_id}


def _foreign(message: str) -> Problem:
    """What pyxform says, with the row it names."""
    row, sheet = _ROW.search(message), _SHEET.search(message)
    says = _ROW.sub("", message).strip()[:400]
    return Problem(
        "pyxform", sheet[1] if sheet else SURVEY if row else "", int(row[1]) if row else None, {"says": says}
    )


def _wrong_rules(form: Form, seen: Seen) -> list[Problem]:
    """Rules that cannot be worked out here, each at the row of its question, and a circle of them."""
    problems = []
    for node in walk(form.children):
        for rule in dict.fromkeys(_rules(node)):
            why = _why_not(rule)
            if why:
                about = {"rule": " ".join(rule.split())[:120], "why": why[:160]}
                problems.append(Problem("rule", SURVEY, seen.rows.get(node.name), about))
    names = [path.rpartition("/")[2] for path in circle_of(form)]
    if names:
        about = {"names": " ← ".join(names[:8])}
        problems.append(Problem("circle", SURVEY, seen.rows.get(names[0]), about))
    return problems


def _why_not(rule: str) -> str:
    try:
        read_expression(rule)
    except WrongExpression as error:
        return str(error) or "?"
    slow = next((one for one in _PATTERN.findall(rule) if not is_quick(one)), None)
    return f"the pattern {slow} could take for ever" if slow is not None else ""


def _rules(node: Node) -> list[str]:
    found = [node.relevant] if node.relevant else []
    texts: list[Text] = [node.label]
    if isinstance(node, Question):
        found += node.rules
        texts += [node.hint, node.required_says, node.constraint_says]
    if isinstance(node, Repeat) and node.count:
        found.append(node.count)
    for text in texts:
        found += [part.expression for parts in text.values() for part in parts if isinstance(part, Output)]
    return found


def _untranslated(form: Form, seen: Seen) -> list[Problem]:
    """Where words are missing in one of our languages; said once where a whole language is missing."""
    has = {code for code, _named in form.languages}
    missing = [code for code in OUR_LANGUAGES if code not in has]
    problems = [Problem("one_language", SURVEY, None, {"language": OUR_LANGUAGES[code]}) for code in missing]
    for node in walk(form.children):
        texts = (
            [node.label, node.hint] if isinstance(node, Question) else [node.label] if isinstance(node, Group) else []
        )
        for code in OUR_LANGUAGES.keys() - set(missing):
            if any(text and code not in text and "" not in text for text in texts):
                about = {"language": OUR_LANGUAGES[code]}
                problems.append(Problem("untranslated", SURVEY, seen.rows.get(node.name), about))
    return problems


def _in_order(problems: list[Problem]) -> list[Problem]:
    sheets = (SETTINGS, SURVEY, CHOICES)
    return sorted(problems, key=lambda one: (sheets.index(one.sheet) if one.sheet in sheets else -1, one.row or 0))
