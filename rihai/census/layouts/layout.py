"""A layout: what the headings, words and dates of one kind of list mean, as a person has confirmed it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from rihai.errors import Unreadable

NOT_USED = "remarks"
"""The field for a column that has no fact of its own: its text stays in the remarks, under its heading."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How one system writes its list. Everything in it was confirmed by a person, so it may fill what a row leaves out.

    `headings`: heading as written → field of the census or fact. `values`: field → word as written → value.
    `facts`: what holds for the whole file, `sheet_facts` for one sheet; both only where a row says nothing itself.
    `dates`: the order of day and month, None to find it out from the file. `names`: as people say them,
    or last name first with a comma.
    `charges`: `sections` reads sections and Acts, `as_written` keeps the accusation in its own words, cut at
    `charges_split`.
    `sheets`: the ones to read, empty for all. `heading_row`: where the headings stand, None to find them.
    `known_headings`: whether headings not named here are looked up among the known ones.
    """

    name: str
    says: str = ""
    headings: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    facts: Mapping[str, Any] = field(default_factory=dict)
    sheet_facts: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    dates: Literal["day_first", "month_first"] | None = None
    names: Literal["as_written", "last_first"] = "as_written"
    charges: Literal["sections", "as_written"] = "sections"
    charges_split: str = ""
    sheets: tuple[str, ...] = ()
    heading_row: int | None = None
    known_headings: bool = True

    def facts_of(self, sheet: str | None) -> dict[str, Any]:
        """What holds for every person on a sheet unless their row says otherwise."""
        return {**self.facts, **self.sheet_facts.get(sheet or "", {})}


class LayoutInvalid(Unreadable):
    """A layout file does not load; `mistakes` holds every one, each as 'file:line: what is wrong'."""

    def __init__(self, mistakes: tuple[str, ...]) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = mistakes
