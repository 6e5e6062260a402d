"""A version of a form as a blank: what Typst sets."""

from __future__ import annotations

import re

from rihai.instruments.form.filled import Line
from rihai.instruments.form.tree import Question as Part
from rihai.instruments.form.tree import Repeat
from rihai.instruments.models import InstrumentVersion
from rihai.instruments.queries import form_of
from rihai.instruments.sheets.lines import FEW, Asked, Sheet, in_both, sheet_of
from rihai.instruments.sheets.rules import only_if
from rihai.paper.blank import Blank, Both, Choice, Heading, Note, Question, blanks_pdf
from rihai.paper.blank.text import Space

_SPACES: dict[str, Space] = {
    "integer": "figures", "range": "figures", "decimal": "decimal", "date": "day", "time": "time", "moment": "words",
    "one": "choices", "several": "several", "tick": "tick", "text": "words",
}  # fmt: skip
_MOST = re.compile(r"\.\s*<=?\s*(\d{1,9})(?!\d)")
USUAL_BOXES = 4


def printed(version: InstrumentVersion, numbers: list[str], *, code: str = "") -> bytes:
    """So many blanks of a version, each with its own number."""
    sheet = sheet_of(form_of(version.pk))
    titles = version.titles
    title = Both(titles.get("en") or next(iter(titles.values()), ""), titles.get("ur", ""))
    parts = [one for part in sheet.parts if (one := _part(sheet, part)) is not None]
    form = f"{version.instrument.form_id} · {version.number}"
    return blanks_pdf([Blank(title=title, form=form, number=one, code=code, parts=parts) for one in numbers])


def _part(sheet: Sheet, part: Asked | Line) -> Heading | Note | Question | None:
    if isinstance(part, Asked):
        return _question(sheet, part)
    says, only = in_both(sheet.form, part.node.label), only_if(sheet, part.node.relevant)
    if isinstance(part.node, Part):
        return Note(says, only) if any(says) else None
    if isinstance(part.node, Repeat):
        if not part.round:
            return None
        number = f" {part.round}"
        return Heading(Both(says.en + number if says.en else "", says.ur + number if says.ur else ""), only)
    return Heading(says, only) if any(says) else None


def _question(sheet: Sheet, one: Asked) -> Question:
    question, options = one.question, one.options
    space: Space = _SPACES.get(question.kind, "words")
    if len(options) > FEW:
        space, options = "words", ()
    if question.kind == "text" and "multiline" in question.appearance:
        space = "page"
    most = _MOST.search(question.constraint) or (re.match(r"(\d+)", question.end) if question.end else None)
    return Question(
        number=one.number, says=in_both(sheet.form, question.label), space=space,
        hint=in_both(sheet.form, question.hint), only=only_if(sheet, question.relevant),
        choices=[Choice(at, says) for at, (_code, says) in enumerate(options, 1)],
        boxes=len(most[1]) if most else USUAL_BOXES,
    )  # fmt: skip
