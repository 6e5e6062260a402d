"""What a heading means: the words prisons print above their columns, looked up, or guessed at with a confidence."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from rihai.census.parse.fields import FIELDS
from rihai.data_files import loaded

_TABLE = Path(__file__).parent / "layouts" / "headings.yaml"
_LETTERS = str.maketrans("يىكہةۃأإؤ", "ییکهههااو", "ـ")
_NOISE = re.compile(
    r"\b(?:of|the|a|an|in|on|with|and|prisoners?|inmates?|accused|details?|particulars)\b|[&]", re.IGNORECASE
)
_IN_BRACKETS = re.compile(r"[(\[{][^)\]}]*[)\]}]")
_IN_DEFAULT = re.compile(r"\s*i\s*(?:/\s*d|\.\s*d)\s*\.?\s*", re.IGNORECASE)
"""I/D is "in default", unlike ID: here a sign between the letters does matter."""
SURE = 1.0
USABLE = 0.9
"""From here on a proposal is used, and named as unsure below SURE; under it a person has to say."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """The fields a heading may stand for, best first, and how sure that is from 0 to 1; no fields: not known.

    Two fields or more with the same confidence are ambiguous: other columns or a person decide.
    """

    fields: tuple[str, ...]
    confidence: float


UNKNOWN = Proposal((), 0.0)


@lru_cache(maxsize=1 << 13)
def fold(text: str) -> str:
    """A heading without what does not matter: case, dots, dashes, slashes, spaces, and twin forms of Urdu letters."""
    plain = unicodedata.normalize("NFKC", text).translate(_LETTERS).casefold()
    kept = "".join("no" if letter == "#" else letter for letter in plain if letter.isalnum() or letter == "#")
    return kept or ("@" if "@" in plain else "")


@cache
def known() -> Mapping[str, tuple[str, ...]]:
    """Every folded heading we know with its fields; the name of a fact is a heading of its own."""
    table: dict[str, tuple[str, ...]] = {}
    for field, headings in loaded(_TABLE.read_text(encoding="utf-8")).items():
        for heading in headings:
            before = table.get(fold(heading), ())
            table[fold(heading)] = before if field in before else (*before, field)
    for field in FIELDS.keys() - {"id", "case_id"}:  # keys of our own making; a prison's number is no such key
        table.setdefault(fold(field), (field,))
    return table


def propose(spellings: Iterable[str]) -> Proposal:
    """What a column stands for, from the ways its heading may be read: whole, its lower line, its upper line.

    Exact headings are sure; a heading in two languages, or with a word too many, is nearly so; a misspelt one is a
    guess that carries the likeness of the spelling (rapidfuzz ratio) as its confidence.
    """
    tried = [text for text in spellings if fold(text)]
    found = look_up(tried)
    if found is not UNKNOWN:
        return found
    return max((_alike(fold(text)) for text in tried), key=lambda proposal: proposal.confidence, default=UNKNOWN)


def look_up(spellings: Iterable[str]) -> Proposal:
    """As `propose`, without guessing at misspelt headings: for looking at many cells."""
    tried = list(spellings)
    if any(_IN_DEFAULT.fullmatch(text) for text in tried):
        return Proposal(("default_term",), SURE)
    for confidence, ways in ((SURE, _whole), (0.97, _parts), (0.95, _bare)):
        for text in tried:
            for way in ways(text):
                if found := known().get(fold(way)):
                    return Proposal(found, confidence)
    return next((Proposal(agreed, 0.97) for text in tried if (agreed := _same_twice(text))), UNKNOWN)


def _same_twice(text: str) -> tuple[str, ...] | None:
    """The fields of a heading that says one thing in two ways: "FIR No/Crime No"; None for any other."""
    first, *others = (known().get(fold(part)) for part in text.split("/"))
    return first if first and others and all(other == first for other in others) else None


def _whole(text: str) -> list[str]:
    return [text]


def _parts(text: str) -> list[str]:
    """The lines and halves of a heading: "Name / نام", "Name\\nنام", "Name (نام)"."""
    parts = re.split(r"[\n\r|]+|\s[-–/]\s|[()\[\]]", text)
    script = re.split(r"(?<=[A-Za-z.])\s*[/\s]\s*(?=[\u0600-\u06ff])|(?<=[\u0600-\u06ff])\s*[/\s]\s*(?=[A-Za-z])", text)
    return [part for part in (*parts, *script) if part != text and fold(part)]


def _bare(text: str) -> list[str]:
    without = _IN_BRACKETS.sub(" ", text)
    return [without, _NOISE.sub(" ", without)]


@cache
def _alike(folded: str) -> Proposal:
    if len(folded) < 6:
        return UNKNOWN
    from rapidfuzz import fuzz, process

    match = process.extractOne(folded, [name for name in known() if len(name) >= 6], scorer=fuzz.ratio, score_cutoff=75)
    return Proposal(known()[match[0]], round(match[1] / 100 - 0.02, 2)) if match else UNKNOWN


def is_known(text: str) -> bool:
    """Whether the text is exactly a heading we know; quick, for looking at many cells."""
    return len(text) <= 60 and fold(text) in known()
