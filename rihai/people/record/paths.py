"""Where a fact stands in a record: with the person, or in one case."""

from __future__ import annotations

from typing import NamedTuple


class Path(NamedTuple):
    """A fact by its name, and the case it belongs to; `case_id` empty for a fact of the person."""

    case_id: str
    fact: str


def path_text(path: Path) -> str:
    """A path as one text: `sex`, or `cases/51/26 Saddar/arrested_on`. Names of facts hold no stroke: it reads back."""
    return f"cases/{path.case_id}/{path.fact}" if path.case_id else path.fact


def read_path(text: str) -> Path:
    """The path of such a text."""
    if not text.startswith("cases/"):
        return Path("", text)
    case_id, _, fact = text.removeprefix("cases/").rpartition("/")
    return Path(case_id, fact)
