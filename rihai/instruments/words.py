"""An answer in words, as a person reads it: the label of a choice, a day, a number."""

from __future__ import annotations

from datetime import date

from rihai.instruments.form import Filled, Line
from rihai.kit.templatetags.kit import day as day_text


def in_words(filled: Filled, line: Line) -> str:
    """What stands in a line, in the reader's language."""
    question = line.question
    if question is None or not line.text:
        return ""
    if question.kind in {"one", "several"}:
        labels = dict(filled.options(line))
        codes = line.text.split() if question.kind == "several" else [line.text]
        pause = "، " if filled.language == "ur" else ", "
        return pause.join(labels.get(one, one) for one in codes)
    if question.kind == "date":
        return str(day_text(date.fromisoformat(line.text)))
    if question.kind == "moment":
        return line.text.replace("T", " ")[:16]
    if question.kind == "tick":
        return "✓"
    return line.text
