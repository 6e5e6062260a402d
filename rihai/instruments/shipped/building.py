"""A source file of a form becomes a workbook: the same bytes whenever and wherever it is built.

    form_id: first_days
    version: "1"
    title: {en: First days inside, ur: جیل میں پہلے دن}
    lists:
      yes_no: {"yes": [Yes, ہاں], "no": [No, نہیں]}
    questions:
      - {type: select_one yes_no, name: call, en: Has she called home?, ur: کیا اس نے گھر فون کیا؟}
      - group: children
        en: …
        ur: …
        questions: [ … ]
      - each: [{key: work, en: Work, ur: کام}, …]      # a group for each, about_work
        questions: [{type: text, name: "{key}_note", …}]

Whatever else a question has (`relevant`, `required`, `rihai_fact`, any other `rihai_…`) is the column of that name;
`hint` and `constraint_message` are pairs of languages, as labels are. A choice may have a third text, its
`rihai_value`; whatever `rihai_…` the form itself has stands in its settings.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from rihai.data_files import loaded

LABELS = {"en": "English (en)", "ur": "اردو (ur)"}
TRANSLATED = ("label", "hint", "constraint_message", "required_message")
PLAIN = (
    "required", "relevant", "constraint", "calculation", "default", "appearance", "choice_filter", "repeat_count",
    "parameters", "rihai_fact",
)  # fmt: skip
BUILT = datetime(2026, 1, 1, tzinfo=UTC)
"""What the workbook says of its making; the day would make every build another file."""
_WIDTHS = {"type": 26, "name": 24}
Row = dict[str, str]


def build(source: str) -> bytes:
    """The workbook of a source file."""
    import xlsxwriter

    into = BytesIO()
    book = xlsxwriter.Workbook(into, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": BUILT.replace(tzinfo=None)})
    bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    for name, rows in rows_of(source).items():
        sheet = book.add_worksheet(name)
        columns = list(dict.fromkeys(column for row in rows for column in row))
        for at, column in enumerate(columns):
            sheet.set_column(at, at, _WIDTHS.get(column, 44 if "::" in column else 18))
            sheet.write_string(0, at, column, bold)
        for number, row in enumerate(rows, 1):
            for at, column in enumerate(columns):
                if row.get(column):
                    sheet.write_string(number, at, row[column], wrapped)
        sheet.freeze_panes(1, 0)
    book.close()
    return into.getvalue()


def rows_of(source: str) -> dict[str, list[Row]]:
    """The sheets of a source file as rows by column."""
    form: dict[str, Any] = loaded(source)
    settings = {"form_id": form["form_id"], "version": str(form["version"])}
    settings["form_title"] = form["title"]["en"]
    settings |= {f"form_title::{LABELS[code]}": text for code, text in form["title"].items()}
    settings["default_language"] = LABELS["en"]
    settings |= {key: str(text) for key, text in form.items() if key.startswith("rihai_")}
    meta: list[Row] = [{"type": one, "name": one} for one in ("start", "end")]
    return {
        "survey": _in_columns([*meta, *_rows(form["questions"], {})]),
        "choices": list(_choices(form.get("lists", {}))),
        "settings": [settings],
    }


def _choices(lists: Mapping[str, Mapping[str, Sequence[str]]]) -> Iterator[Row]:
    for name, options in lists.items():
        for code, (english, urdu, *value) in options.items():
            labels = {f"label::{LABELS['en']}": english, f"label::{LABELS['ur']}": urdu}
            yield {"list_name": name, "name": str(code), **labels, **({"rihai_value": str(value[0])} if value else {})}


def _rows(questions: Sequence[Mapping[str, Any]], given: Mapping[str, str]) -> Iterator[Row]:
    for one in questions:
        if "each" in one:
            for item in one["each"]:
                inside = {**given, **{key: str(text) for key, text in item.items()}}
                yield from _group("group", {**item, "name": f"about_{item['key']}"}, one["questions"], inside)
        elif "group" in one:
            yield from _group("group", {**one, "name": one["group"]}, one["questions"], given)
        elif "repeat" in one:
            yield from _group("repeat", {**one, "name": one["repeat"]}, one["questions"], given)
        else:
            yield {"type": one["type"], **_said(one, given)}


def _group(
    kind: str, group: Mapping[str, Any], questions: Sequence[Mapping[str, Any]], given: Mapping[str, str]
) -> Iterator[Row]:
    yield {"type": f"begin {kind}", **_said(group, given)}
    yield from _rows(questions, given)
    yield {"type": f"end {kind}"}


def _said(one: Mapping[str, Any], given: Mapping[str, str]) -> Row:
    row = {"name": one["name"]}
    texts = {**one, "label": {code: one[code] for code in LABELS if code in one}}
    for column in TRANSLATED:
        row |= {f"{column}::{LABELS[code]}": text for code, text in texts.get(column, {}).items()}
    row |= {column: str(one[column]) for column in one if column in PLAIN or column.startswith("rihai_")}
    return {column: _with(text, given) for column, text in row.items()}


def _with(text: str, given: Mapping[str, str]) -> str:
    """The text with what is asked for each in it; ${…} of the form itself stays."""
    for key, word in given.items():
        text = text.replace("${", "\0").replace(f"{{{key}}}", word).replace("\0", "${")
    return text


def _in_columns(rows: list[Row]) -> list[Row]:
    """The rows with their columns in one order, however they come in the source."""
    order = ["type", "name", *(f"{one}::{LABELS[code]}" for one in TRANSLATED for code in LABELS), *PLAIN]
    order += sorted({column for row in rows for column in row if column.startswith("rihai_")} - set(order))
    used = [column for column in order if any(column in row for row in rows)]
    head = {column: rows[0].get(column, "") for column in used}
    return [head, *rows[1:]]
