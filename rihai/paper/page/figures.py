"""Tables and charts as HTML: a table can be read row by row on a telephone, a chart always has its table."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from rihai.paper.blocks import Chart
from rihai.paper.page.inline import link, marked, status
from rihai.paper.table import ABSENT_MEANS, Absent, Column, Link, Status, Table, Value, cell_text
from rihai.words import say

STACKED_FROM = 4
"""Columns from which a table becomes one small block a row on a telephone."""


def table(value: Table, language: str) -> str:
    """A table with its caption, its total under an ink line, and what is said about it beneath."""
    is_stacked = len(value.columns) >= STACKED_FROM
    heads = "".join(
        f'<th scope="col" role="columnheader"{_class(column)}>{marked(column.title, language)}</th>'
        for column in value.columns
    )
    body = "".join(_row(value.columns, row, language) for row in value.rows)
    foot = ""
    if value.total_row is not None:
        foot = f'<tfoot role="rowgroup">{_row(value.columns, value.total_row, language)}</tfoot>'
    # Roles are written out: a browser forgets them when the style sheet turns rows into blocks.
    return (
        f'<div class="table-scroll" tabindex="0" role="region" aria-label="{escape(value.title)}">'
        f'<table role="table" class="table{" stack" if is_stacked else ""}"><caption>{marked(value.title, language)}'
        f'</caption><thead role="rowgroup"><tr role="row">{heads}</tr></thead><tbody role="rowgroup">{body}</tbody>'
        f"{foot}</table></div>{_notes(value, language)}"
    )


def chart(value: Chart, language: str, key: str) -> str:
    """The drawing under its caption, and its table folded behind it."""
    said = escape(say("The figures as a table", language))
    return (
        f'<figure class="figure"><figcaption class="caption">{marked(value.title, language)}</figcaption>'
        f"{value.as_svg(language, key=key)}<details><summary><span>{said}</span></summary>"
        f"{table(value.as_table(), language)}</details></figure>"
    )


def _row(columns: Sequence[Column], values: Sequence[Value], language: str) -> str:
    cells = []
    for index, (column, value) in enumerate(zip(columns, values, strict=True)):
        label = f' data-label="{escape(column.title)}"'
        if index == 0:
            cells.append(f'<th scope="row" role="rowheader"{_class(column)}>{_cell(column, value, language)}</th>')
        else:
            cells.append(f'<td role="cell"{_class(column)}{label}>{_cell(column, value, language)}</td>')
    return f'<tr role="row">{"".join(cells)}</tr>'


def _cell(column: Column, value: Value, language: str) -> str:
    match value:
        case Link():
            return link(value, language)
        case Status():
            return status(value, language)
        case Absent():
            return f'<span class="absent">{value.value}</span>'
        case _:
            return marked(cell_text(value, column.kind, language), language)


def _class(column: Column) -> str:
    return ' class="num"' if column.is_figure else ""


def _notes(value: Table, language: str) -> str:
    said = [say(ABSENT_MEANS[kind], language) for kind in value.absences]
    lines = [*said, value.note] if value.note else said
    return f'<p class="under">{" ".join(marked(line, language) for line in lines)}</p>' if lines else ""
