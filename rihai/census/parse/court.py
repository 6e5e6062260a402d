"""Courts: what kind of court it is, and its name without the name of the judge."""

from __future__ import annotations

import re
from typing import Any

from rihai.census.parse.codes import problem
from rihai.census.parse.parsed import Context, Parsed
from rihai.census.parse.text import has, is_blank, is_none, is_not_known, plain, tidy
from rihai.paper.cell import Cell

_KINDS = {
    "ATC": r"\ba\.?t\.?c\b|anti.?terror|دہشت گردی",
    "CNS": r"\bc\.?n\.?s\b|\bcnsa\b|narcotic|منشیات",
    "NAB": r"\bnab\b|accountability|احتساب",
    "GBV": r"\bgbv\b|gender",
    "JUV": r"juvenile|\bjjsa\b|child court|بچوں",
    "MCTC": r"\bmctc\b|model criminal|ماڈل",
    "OTHER": (
        r"shariat|\bfsc\b|constitutional court|\bfcc\b|banking|customs|anti.?corruption|drug court|court martial|"
        r"\bfgcm\b|\bpaa\b|\bsjc\b|\bfia\b|special judge|labou?r|consumer|شرعی"
    ),
    "FAMILY": r"family|فیملی|عائلی",
    "SC": r"supreme|\bscp?\b|سپریم",
    "HC": r"high court|\b[lspbi]hc\b|ہائی ?کورٹ",
    "MS30": r"sec\w*\.?\s?-?\s?30\b|u/s\s?30\b|\bms\s?-?\s?30\b|\bmag\w*\W*30\b|دفعہ 30",
    "DSJ": r"d\s?&\s?s\.?j|d\.?s\.?j\b|\ba\.?s\.?j\b|\ba\.?d\.?j\b|a\.?d\s?&\s?s\.?j|\bs\.?j\b|session|سیشن",
    "JM": r"\bj\.?m\b|\bjmic\b|magistrate|\bc\.?j\b|civil judge|\bmag\b|مجسٹریٹ|سول جج",
}
_CLASSES = {
    "section_30": _KINDS["MS30"],
    "first": r"\bjmic\b|1st class|first class|class-?\s?i\b|درجہ اول",
    "second": r"2nd class|second class|class-?\s?ii\b|درجہ دوم",
    "third": r"3rd class|third class|class-?\s?iii\b|درجہ سوم",
}
_HONORIFIC = (
    r"\b(?:mr|mrs|ms(?![\s-]*\d)|miss|mst|justice|hon'?ble|honou?rable|learned|ch|rana|malik|syed|raja|mian|sh|qazi|"
    r"sardar)\b\.?|جناب|محترمہ|جسٹس"
)
_COURT_WORD = (
    r"\b(?:court|judge|sp\.|d\s?&\s?sj|ad\s?&\s?sj|asj|adj|dsj|sj|atc|cns|nab|gbv|mctc|jmic|jm|ms|mag\w*|addl|"
    r"additional|"
    r"sessions?|special|spl|civil|judicial|district|high|supreme|anti|[lspbi]hc|family|juvenile|model|\(|,|;|"
    r"-)|عدالت|سیشن|ایڈیشنل|مجسٹریٹ|[(),;\-]"
)
_NAMED = re.compile(rf"(?:{_HONORIFIC})[^(),;]*?(?=\s*(?:{_COURT_WORD}|$|\)))", re.IGNORECASE)
_LEADING = re.compile(rf"^(?:(?!(?i:{_COURT_WORD}))[A-Z][a-z]+\.?\s+){{2,4}}(?=[(,]?\s*(?i:{_COURT_WORD}))")


def parse_court(cell: Cell, context: Context) -> Parsed:
    """A court into `court`, `court_type` and, for a Magistrate, `magistrate_class`.

    The judge's name is left out of the facts; the raw text keeps it, as it keeps everything.
    """
    del context
    text = plain(cell.text)
    if is_blank(cell) or is_none(text) or is_not_known(text):
        return Parsed()
    facts: dict[str, Any] = {"court": _without_name(tidy(cell.text))}
    if not facts["court"]:
        del facts["court"]
    kind = next((kind for kind, pattern in _KINDS.items() if has(pattern, text)), None)
    if kind is None:
        return Parsed(facts, (problem("court_unreadable", cell, "court_type"),))
    facts["court_type"] = kind
    powers = next((powers for powers, pattern in _CLASSES.items() if has(pattern, text)), None)
    if powers and kind in {"JM", "MS30"}:
        facts["magistrate_class"] = powers
    return Parsed(facts)


def _without_name(written: str) -> str:
    """The court's name without an honorific and the name behind it, or a name of two words and more in front."""
    shorter = _NAMED.sub("", written)
    shorter = _LEADING.sub("", shorter)
    shorter = re.sub(r"\(\s*\)", "", shorter)
    return tidy(re.sub(r"(?i)^\W*(?:(?:in )?the )?(?:court of)?(?=\s|$)", "", shorter).strip(" ,;:-")) or tidy(shorter)
