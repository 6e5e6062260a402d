"""One line of a breakdown: an English sentence with gaps, said later in the reader's language."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from rihai.words import day_text, say

_NOTHING: Mapping[str, int] = MappingProxyType({})


class Line(NamedTuple):
    """A marked sentence, the days of its gaps as numbers, and its other gaps."""

    text: str
    days: tuple[tuple[str, int], ...] = ()
    values: tuple[tuple[str, object], ...] = ()

    @classmethod
    def of(cls, text: str, days: Mapping[str, int] = _NOTHING, **values: object) -> Line:
        """The line of a marked sentence: its gaps that are days, and the others."""
        return cls(text, tuple(days.items()), tuple(values.items()))

    def said(self, language: str) -> str:
        """The sentence in a language."""
        days = {name: day_text(day, language) for name, day in self.days}
        return say(self.text, language, **days, **dict(self.values))
