"""The text of a cell made plain: digits of every script as 0 to 9, one kind of letter, space, dash and comma."""

from __future__ import annotations

import re
from collections.abc import Callable

from rihai.census.parse.parsed import Context, Parsed
from rihai.paper.cell import Cell

Parser = Callable[[Cell, Context], Parsed]

_FROM = "۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩يىكةۃ،؍٫٬–—−‐‑“”’‘\u00a0\u202f\u2009\t"
_TO = "01234567890123456789ییکہہ,/.,-----\"\"''    "
_PLAIN = str.maketrans(_FROM, _TO)
_DIGITS = str.maketrans(_FROM[:20], _TO[:20])
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2068\u2069\ufeff"))
_DROPPED = _INVISIBLE | dict.fromkeys(map(ord, "\u200c\u200d\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652"))
_NOTHING = frozenset("-–—_.*/\\,;:|'\"")
_NONE = frozenset({"nil", "none", "n", "no", "false", "nill", "not any", "کوئی نہیں", "نہیں", "ندارد", "نہ", "صفر"})
_NOT_KNOWN = frozenset(
    {"n/a", "na", "n.a", "n.a.", "not known", "unknown", "not available", "not avail", "not mentioned",
     "nk", "n/k", "nm", "n/m", "?", "??", "x", "xx", "xxx", "awaited", "معلوم نہیں", "نامعلوم", "دستیاب نہیں"}
)  # fmt: skip
_YES = frozenset({"yes", "y", "ہاں", "جی ہاں", "جی", "true", "✓", "✔", "yes."})


def plain(text: str) -> str:
    """The text in small letters with ASCII digits and punctuation, Urdu letters in one form, and single spaces."""
    if "½" in text:
        text = re.sub(r"\s*½", ".5", text)
    return " ".join(text.translate(_PLAIN).translate(_DROPPED).casefold().split())


def tidy(text: str) -> str:
    """The text as written, with single spaces and nothing hanging on either end."""
    return " ".join(text.translate(_INVISIBLE).split()).strip(" ,;:|")


def in_figures(text: str) -> str:
    """The text as written, tidied, with the digits of every script as 0 to 9: numbers are keys."""
    return tidy(text.translate(_DIGITS))


def is_blank(cell: Cell) -> bool:
    """Whether the cell says nothing: empty, or only dashes, dots and marks nobody sees."""
    seen = cell.text.translate(_DROPPED)
    return all(letter in _NOTHING or letter.isspace() or not letter.isprintable() for letter in seen)


def is_none(text: str) -> bool:
    """Whether plain text says that there is none, as "Nil", "None" and "N" do."""
    return text.strip(" .-/") in _NONE


def is_not_known(text: str) -> bool:
    """Whether plain text says that nobody knows, as "N/A" does."""
    return text in _NOT_KNOWN or text.strip(" .-") in _NOT_KNOWN


def is_yes(text: str) -> bool:
    """Whether plain text says yes and nothing else."""
    return text.strip(" .") in _YES


def has(pattern: str, text: str) -> bool:
    """Whether a regular expression is found in the text."""
    return re.search(pattern, text) is not None


def whole(number: float) -> int | float:
    """A number without a needless fraction: 3.0 is 3."""
    return int(number) if float(number).is_integer() else number
