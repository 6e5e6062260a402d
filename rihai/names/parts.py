"""Takes apart what stands in a name's cell: the name, an alias, and whose child, wife or widow the person is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from rihai.names.letters import fold

Relation = Literal["son_of", "daughter_of", "wife_of", "widow_of"]

_SLASH = r"\s*[/\\.]\s*"
RELATIONS: tuple[tuple[Relation, str], ...] = (
    ("widow_of", rf"wd{_SLASH}o\b\.?|wid{_SLASH}o\b\.?|widow\s+of\b|بیوہ(?:\s+کا)?\b"),
    ("son_of", rf"s{_SLASH}o\b\.?|son\s+of\b|(?:ولد|ابن|پٽ)\b"),
    ("daughter_of", rf"d{_SLASH}o\b\.?|daughter\s+of\b|(?:بنت|دختر|ڌيء|ڌيءَ)(?!\w)"),
    ("wife_of", rf"w{_SLASH}o\b\.?|wife\s+of\b|(?:زوجہ|زوجه|زوجة|اہلیہ|اهليه)\b"),
)
"""How records say a relation, in English, Urdu and Sindhi. "W/o" is wife of, "Wd/o" widow of."""

TITLES = frozenset({
    "mr", "mrs", "ms", "miss", "mst", "mstt", "musammat", "mussammat", "smt", "dr", "prof", "engr", "adv", "haji",
    "hajji", "haaji", "alhaj", "hajjan", "hafiz", "qari", "maulana", "molana", "maulvi", "molvi", "mullah",
    "mufti", "pir", "peer", "mian", "sardar", "nawab", "chaudhry", "chaudhary", "choudhry", "chaudhri", "ch",
    "malik", "raja", "rana", "mirza", "khawaja", "late", "deceased",
    "مسماۃ", "مسمی", "مسمات", "جناب", "محترم", "محترمہ", "ڈاکٹر", "حاجی", "حافظ", "قاری", "مولانا", "مولوی", "ملا",
    "مفتی", "پیر", "میاں", "سردار", "نواب", "چوہدری", "چودھری", "ملک", "راجہ", "رانا", "مرزا", "خواجہ",
    "مرحوم", "مرحومہ",
})  # fmt: skip
"""Titles and forms of address; left out of keys where another name word remains, never out of what is written."""

_ALIAS = re.compile(r"\s*(?:@|(?<!\w)(?:urf|alias|a\s*\.?\s*k\s*\.?\s*a\b\.?|عرف|المعروف)(?!\w))\s*", re.IGNORECASE)
_LATE = re.compile(r"[(\[]\s*(?:late|deceased|مرحومہ?)\s*[)\]]|(?<!\w)(?:late|deceased|مرحومہ?)(?!\w)", re.IGNORECASE)
_RELATION = re.compile(
    r"(?<!\w)(?:" + "|".join(f"(?P<{relation}>{words})" for relation, words in RELATIONS) + ")", re.IGNORECASE
)
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")


@dataclass(frozen=True)
class NameParts:
    """A name as written, its alias, and the father or husband; `father_or_husband_late` when marked as dead."""

    full_name: str
    alias: str | None = None
    father_or_husband_name: str | None = None
    relation: Relation | None = None
    father_or_husband_late: bool = False


def split_name(text: str) -> NameParts:
    """Takes a cell apart at the first word of relation, and what stands before it at the first word of alias.

    Names stay as written, titles and spelling included; only space, invisible marks and the mark of death of the
    father or husband are taken off. What follows a second word of relation stays with the father or husband.
    """
    text = _INVISIBLE.sub("", text)
    found = _RELATION.search(text)
    if not found:
        name, alias = _split_alias(text)
        return NameParts(name, alias)
    name, alias = _split_alias(text[: found.start()])
    other = text[found.end() :]
    relation: Relation = next(relation for relation, _ in RELATIONS if found[relation])
    kept = _tidy(_LATE.sub(" ", other))
    return NameParts(name, alias, kept or None, relation, bool(_LATE.search(other)))


def _split_alias(text: str) -> tuple[str, str | None]:
    name, *others = _ALIAS.split(text, maxsplit=1)
    return _tidy(name), (_tidy(others[0]) or None) if others else None


def _tidy(text: str) -> str:
    return " ".join(text.split()).strip(" ,،;:-ـ")


FOLDED_TITLES = frozenset(fold(title) for title in TITLES)
