"""After the judgment: appeal, petition for mercy; and who stands up for the person."""

from __future__ import annotations

import re
from typing import Any

from rihai.census.parse.dates import find_date
from rihai.census.parse.parsed import Context, Parsed
from rihai.census.parse.text import has, in_figures, is_blank, is_none, is_not_known, is_yes, plain, tidy
from rihai.census.parse.words import word_parser
from rihai.paper.cell import Cell

_NUMBER = re.compile(
    r"(?:crl?\.?\s?(?:jail )?a(?:ppeal|pp)?\b\.?|criminal (?:jail )?appeal|j\.?\s?a\.?(?=\W|$)|jail appeal|"
    r"m\.?r\.?(?=\W)|murder reference|c\.?p\.?l?\.?a?\.?(?=\W)|cr\.?\s?rev\.?|اپیل)"
    r"\s*(?:no\.?|نمبر)?\s*:?\s*(?:\d{1,6}(?:-?[a-z]{1,2})?\s*(?:/|of)\s*\d{2,4}|\d{1,6}-\d{4})?",
    re.IGNORECASE,
)
_BARE = re.compile(r"(?<![\d/])\d{1,6}(?:-[a-z]{1,2})?\s*/\s*(?:19|20)?\d{2}(?![\d/])", re.IGNORECASE)
_COURT = re.compile(
    r"(?:lahore|sindh|peshawar|balochistan|islamabad) high court|high court(?: of)?(?: (?:sindh|balochistan|"
    r"lahore|peshawar))?|supreme court|federal shariat court|"
    r"\b(?:[lspbi]hc|sc|scp|fsc|d&sj|sessions? court)\b(?: \w+ bench)?|لاہور ہائی ?کورٹ|ہائی ?کورٹ|سپریم کورٹ|"
    r"سیشن کورٹ",
    re.IGNORECASE,
)
_DECIDED = (
    r"dismiss|decided|disposed|reject|accepted|allowed|upheld|maintained|acquitted|remanded back|خارج|منظور|مسترد|فیصلہ"
)
_PENDING = r"pending|sub.?judice|under process|await|fixed|زیر سماعت|زیر التوا|زیرالتوا"
_NOT_FILED = r"not (?:yet )?(?:filed|preferred|submitted)|no appeal|without appeal|دائر نہیں"

parse_mercy = word_parser(
    "mercy_petition",
    {
        "none": r"not (?:filed|submitted|preferred)|no petition",
        "rejected": r"reject|dismiss|turned down|مسترد",
        "granted": r"grant|accept|commut|allow|منظور",
        "pending": r"pending|submitted|filed|process|forward|sent|زیر",
    },
    "code_unreadable",
    none="none",
)

parse_counsel = word_parser(
    "legal_counsel",
    {
        "none": r"^no\b|without|not (?:engaged|represented|appointed|avail)|un-?represented|nobody|کوئی نہیں|وکیل نہیں",
        "legal_aid": r"legal.?aid|\bdlec\b|\bladc?\b|\blas\b|\bngo\b|\bjpp\b|legal empower|لیگل ایڈ|قانونی امداد",
        "state": r"state|govt|government|public defen|pauper|سرکاری",
        "private": r"private|\bpvt\b|own\b|self|engaged|نجی|پرائیویٹ|ذاتی",
    },
    "counsel_unreadable",
    none="none",
)


def parse_appeal(cell: Cell, context: Context) -> Parsed:
    """A state of appeal into the appeal facts: "Crl.A 123/2022 LHC", "J.A.", "Nil", "Dismissed on 3-2-24".

    A number alone says that an appeal was filed, not that it is still open; a heading "Pending in" says so.
    """
    text = plain(cell.text)
    if is_blank(cell) or is_not_known(text):
        return Parsed()
    if is_none(text) or has(_NOT_FILED, text):
        return Parsed({"appeal_filed": False}, (), None if is_none(text) else tidy(cell.text))
    facts = _facts(in_figures(cell.text))
    if not facts and not is_yes(text) and not has(rf"{_DECIDED}|{_PENDING}|filed|دائر", text):
        return Parsed({}, (), tidy(cell.text))
    facts["appeal_filed"] = True
    day = find_date(_NUMBER.sub(" ", _BARE.sub(" ", text)), context)
    if has(_PENDING, text) and has(_DECIDED, text):
        return Parsed({"appeal_filed": True}, (), tidy(cell.text))
    if has(_PENDING, text) or (has("pending", plain(context.heading)) and not has(_DECIDED, text)):
        facts["appeal_decided"] = False
    elif has(_DECIDED, text):
        facts["appeal_decided"] = True
        facts |= {"appeal_decided_on": day.value} if day.value else {}
    if day.value and "appeal_decided_on" not in facts and has(r"filed|preferred|\bdt\b|dated|دائر", text):
        facts["appeal_filed_on"] = day.value
    return Parsed(
        facts, (), tidy(cell.text) if _beyond(text) or day.code or (day.value and not _dated(facts)) else None
    )


def _dated(facts: dict[str, Any]) -> bool:
    return "appeal_decided_on" in facts or "appeal_filed_on" in facts


def _facts(written: str) -> dict[str, Any]:
    number, court = _NUMBER.search(written) or _BARE.search(written), _COURT.search(written)
    facts: dict[str, Any] = {}
    if number:
        facts["appeal_no"] = number[0].strip(" :,")
    if court:
        facts["appeal_court"] = court[0]
    return facts


def _beyond(text: str) -> str:
    left = _COURT.sub(" ", _NUMBER.sub(" ", _BARE.sub(" ", text)))
    known = rf"(?:{_DECIDED}|{_PENDING})\w*|\b(?:filed|in|on|before|appeal|yes|dt|dated|is|the|by|of)\b|اپیل|میں|دائر"
    return re.sub(rf"{known}|[\W\d_]", "", left)
