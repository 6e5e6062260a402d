"""An answer in words, as a person reads it: the label of a choice, a day, a number."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext_lazy as _

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


WHY = {
    "incomplete": _("Something in it is missing or wrong. Say about whom it is, and it is laid open to be mended."),
    "nobody": _("It does not say about whom or what it is."),
    "not_yours": _("It says about whom it is, but you no longer fill this form in there."),
    "closed": _("It corrects an answer that is settled or closed meanwhile, or that you do not see any more."),
    "overtaken": _("It corrects an answer that somebody else corrected meanwhile. Look at both, then decide."),
    "refused": _("It was refused where it belongs."),
}
"""Why an answer from a phone waits for its author."""
