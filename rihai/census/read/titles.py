"""What the rows above the headings, the sheet's name and the file's name say of the whole list."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from rihai.paper.cell import Cell

ReadCell = Callable[[str, str], dict[str, Any]]
"""Reads a text as a census field and gives the facts: ReadCell("census_date", "30-06-2025")."""

_MONTH = r"[A-Za-z]{3,9}"
_DAY = re.compile(
    r"\b\d{4}[-./]\d{1,2}[-./]\d{1,2}\b|\b\d{1,2}[-./ ]+\d{1,2}[-./ ]+\d{4}\b|\b\d{1,2}[-./]\d{1,2}[-./]\d{2}\b|"
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?[-./, ]*(?:of )?{_MONTH}[-./, ]*\d{{4}}\b|"
    rf"\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}\b|"
    r"\d{1,2}\s+[\u0600-\u06ff]{3,7}\s+\d{4}"
)
_AS_ON = re.compile(r"(?:as on|as of|as at|position (?:as )?(?:on|of)|up\s?to|بتاریخ|مورخہ)\W*$", re.IGNORECASE)
_PRISON = re.compile(
    r"(?:(?:new|old|model)\s+)?"
    r"(?:central|district|distt\.?|sub|women'?s?|special|high[- ]security|camp|borstal|juvenile|youthful offenders)"
    r"[\s-]+(?:jail|prison|institution|industrial school)(?:\s*(?:for women|\(women\)))?"
    r"[\s,]+[A-Z][\w.'()-]*(?:\s+(?!as|on|dated|position|upto|showing|for|and)[A-Z][\w.'()-]*){0,2}",
    re.IGNORECASE,
)
_PRISON_UR = re.compile(
    r"(?:سنٹرل|سینٹرل|ڈسٹرکٹ|سب|خواتین|ویمن|بورسٹل|ہائی سکیورٹی|کیمپ) جیل"
    r"(?: (?!بتاریخ|مورخہ|کی|کے|میں|بابت)[\u0600-\u06ff]+){1,2}"
)
_PLAIN_PRISON = re.compile(r"(?:^|\s)(?:jail|prison|جیل)(?:\s|$)", re.IGNORECASE)
_LISTS = re.compile(r"list|statement|prisoners|detail|position|department|inspector|فہرست|قیدیان|محکمہ", re.IGNORECASE)
_PROVINCES = {
    "punjab": r"punjab|پنجاب",
    "sindh": r"sindh?|سندھ",
    "khyber_pakhtunkhwa": r"khyber[\s-]*pakhtun\s*khwa|k\.?p\.?k?|n\.?w\.?f\.?p|خیبر پختونخوا",
    "balochistan": r"bal[ou]chistan|بلوچستان",
    "islamabad": r"islamabad|i\.?c\.?t|اسلام آباد",
    "gilgit_baltistan": r"gilgit[\s-]*baltistan|گلگت بلتستان",
    "azad_kashmir": r"azad (?:jammu (?:and|&) )?kashmir|a\.?j\.?k|آزاد کشمیر",
}
_GOVERNMENT = re.compile(
    r"government|govt|prisons?\b|jails?\b|جیل|inspector|home department|حکومت|محکمہ", re.IGNORECASE
)
_STATUSES = {
    "under_trial": r"under[\s-]?trials?|utps?|u/t|حوالاتی(?:ان)?|زیر سماعت",
    "convict": r"convicts?|convicted|قیدیان|سزا یافتہ",
    "condemned": r"condemned|سزائے موت",
    "detained_without_charge": r"detenues?|detenus?|internees?|نظر بند(?:ان)?",
    "civil": r"civil prisoners?|debtors?",
}


@dataclass(slots=True)
class Titles:
    """What was found: the day with the place it stands in, facts that hold for each person, the status named."""

    days: list[tuple[date, str]] = field(default_factory=list)
    facts: dict[str, Any] = field(default_factory=dict)
    status: str | None = None


def read_titles(rows: Sequence[Sequence[Cell]], sheet: str | None, read: ReadCell) -> Titles:
    """What the title rows of a sheet and its name say; the day in a title counts before the day in the name."""
    texts = [" ".join(cell.text.split()) for cells in rows for cell in cells if cell.text.strip()]
    lines = [" ".join(cell.text for cell in cells if cell.text.strip()) for cells in rows]
    found = Titles(status=status_named([*lines, sheet or ""]))
    stated = [(day, "title") for line in lines for day in days_in(line, read, _AS_ON)]
    found.days = stated or [(day, "title") for line in lines for day in days_in(line, read)]
    found.days = found.days or [(day, "sheet name") for day in days_in(sheet or "", read)]
    prison = _prison([*texts, sheet or ""])
    if prison:
        found.facts.update(read("prison", prison) or {"prison": prison})
    province = _only(_PROVINCES, [line for line in lines if _GOVERNMENT.search(line)])
    if province:
        found.facts["province"] = province
    return found


def status_named(lines: Sequence[str]) -> str | None:
    """The one status that titles name; None where they name none, or two."""
    return _only(_STATUSES, lines)


def days_in(text: str, read: ReadCell, before: re.Pattern[str] | None = None) -> list[date]:
    """Every whole day a text names; with `before`, only days that stand behind such words."""
    days = []
    for match in _DAY.finditer(text.replace("_", "-")):
        if before and not before.search(text[: match.start()]):
            continue
        said = read("census_date", match.group().strip()).get("census_date")
        if isinstance(said, str) and len(said) == 10:
            days.append(date.fromisoformat(said))
    return days


def _prison(texts: Sequence[str]) -> str | None:
    for text in texts:
        if match := _PRISON.search(text) or _PRISON_UR.search(text):
            return match.group().strip(" ,.،")
    plain = [text for text in texts if _PLAIN_PRISON.search(text) and not _LISTS.search(text) and len(text) <= 60]
    return plain[0] if len(plain) == 1 else None


def _only(patterns: dict[str, str], lines: Sequence[str]) -> str | None:
    """The one code whose words stand in the lines; None where none does, or two do."""
    found = {
        code
        for code, pattern in patterns.items()
        for line in lines
        if re.search(rf"(?<![\w]){'(?:' + pattern + ')'}(?![\w])", line, re.IGNORECASE)
    }
    return found.pop() if len(found) == 1 else None
