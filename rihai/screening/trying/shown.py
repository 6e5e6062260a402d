"""A change of the law for one person in one line."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from rihai.kit.templatetags.kit import day
from rihai.screening.models import Outcome
from rihai.screening.shown.rows import language
from rihai.screening.trying.models import LawChange, LawTrial


@dataclass(frozen=True, slots=True)
class Line:
    """Who, which provision, what was said and what would be said, and the conditions that make the difference."""

    change: LawChange
    title: str
    was: str
    will: str
    because: str


def lines_of(changes: Iterable[LawChange], trial: LawTrial) -> list[Line]:
    """The lines, in the reader's language."""
    return [
        Line(
            one,
            title_in(trial, one.provision),
            _answer(one.old, one.old_on),
            _answer(one.new, one.new_on),
            "; ".join(_condition(trial, one.provision, name) for name in one.because),
        )
        for one in changes
    ]


def title_in(trial: LawTrial, provision: str) -> str:
    """The title of a provision as the comparison has it."""
    return _said(trial.words.get(provision, {}).get("title", {})) or provision


def cite_in(trial: LawTrial, provision: str) -> str:
    """Its act and section."""
    return str(trial.words.get(provision, {}).get("cite", ""))


def _condition(trial: LawTrial, provision: str, name: str) -> str:
    return _said(trial.words.get(provision, {}).get("conditions", {}).get(name, {})) or name


def _said(texts: dict[str, Any]) -> str:
    return str(texts.get(language()) or texts.get("en") or "")


def _answer(outcome: str, on: date | None) -> str:
    if not outcome:
        return _("nothing")
    word = str(Outcome(outcome).label)
    return f"{word}, {day(on)}" if on else word
