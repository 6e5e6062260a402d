"""The words that stand above the columns of such lists, and what services are called in them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

from rihai.census.headings import fold
from rihai.words import mark

HEADINGS: Mapping[str, tuple[str, ...]] = {
    "code": (
        "beneficiary code", "beneficiary id", "beneficiary no", "beneficiary number", "beneficiary", "client code",
        "client id", "participant code", "participant id", "person code", "unique code", "unique id", "ben code",
        "ben id", "مستفید کوڈ", "مستفید کا کوڈ", "مستفید", "شناختی کوڈ", "خاتون کا کوڈ", "کوڈ", "code", "id",
    ),
    "district": ("district", "district name", "distt", "ضلع", "ضلع کا نام"),
    "place": (
        "place", "prison", "jail", "location", "site", "facility", "venue", "centre", "center", "place of service",
        "jail or darul aman", "مقام", "جگہ", "جیل", "مرکز", "دارالامان",
    ),
    "service": (
        "service", "services", "service type", "type of service", "type of services", "service given", "services given",
        "service provided", "services provided", "service name", "خدمت", "خدمات", "سروس", "خدمت کی قسم", "session type",
        "type of session", "activity", "سرگرمی",
    ),
    "date": (
        "session date", "date of session", "service date", "date of service", "سیشن کی تاریخ", "خدمت کی تاریخ", "date",
        "تاریخ", "on", "day", "دن",
    ),
    "sex": ("sex", "gender", "جنس", "صنف"),
    "age": ("age", "age years", "age in years", "عمر", "عمر سال"),
    "project": ("project", "project code", "project name", "منصوبہ", "پراجیکٹ"),
}  # fmt: skip
"""By field; the words that say it best come first, since two columns may both be meant."""
NEEDED = ("code", "service", "date")
LONGEST_HEADING, PART = 60, 100
_BRACKETS, _BETWEEN = re.compile(r"[(\[][^)\]]*[)\]]"), re.compile(r"[/|()\[\]\n]")
SERVICES: Mapping[str, tuple[str, ...]] = {
    mark("legal_counselling"): (
        "legal counselling", "legal counseling", "legal advice", "legal consultation", "قانونی مشاورت", "قانونی مشورہ",
    ),
    mark("legal_aid"): (
        "legal aid", "case representation", "legal representation", "legal assistance", "قانونی امداد", "قانونی معاونت",
    ),
    mark("stress_management"): (
        "stress management", "stress mgmt", "psychosocial support", "stress management session", "ذہنی دباؤ",
        "ذہنی دباؤ سے نمٹنا", "ذہنی دباؤ کا انتظام",
    ),
    mark("life_skills"): (
        "life skills", "life skill", "life skills training", "life skill training", "زندگی کے ہنر", "زندگی کی مہارتیں",
        "لائف سکلز",
    ),
}  # fmt: skip
"""The services of the founding project; a house gives its whole catalogue instead."""
_SEXES = {
    fold(word): code
    for code, words in {
        "female": ("f", "female", "woman", "women", "girl", "w", "عورت", "خاتون", "خواتین", "لڑکی", "مؤنث"),
        "male": ("m", "male", "man", "men", "boy", "مرد", "لڑکا", "مذکر"),
        "transgender": ("t", "tg", "x", "trans", "transgender", "خواجہ سرا"),
    }.items()
    for word in words
}
LIKE = 90.0
"""From this likeness of spelling on (rapidfuzz ratio, 0 to 100) a service is taken for the one it resembles."""
_FROM, _TO = "۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "01234567890123456789"
_DIGITS = str.maketrans(_FROM, _TO)
_STROKES = str.maketrans(dict.fromkeys("‐‑‒–—―−_", "-"))


@cache
def _headings() -> Mapping[str, tuple[str, int]]:
    return {fold(word): (field, at) for field, words in HEADINGS.items() for at, word in enumerate(words)}


def heading_of(text: str) -> str:
    """The field a heading stands for; empty for none."""
    found = heading_and_rank(text)
    return found[0] if found else ""


def heading_and_rank(text: str) -> tuple[str, int] | None:
    """The field a heading stands for, and how loosely it says so: *beneficiary code* says it better than *id*.

    A heading in two languages, or with a note in brackets, is read by its parts: *Date (dd/mm/yyyy)*, *District / ضلع*.
    """
    if not 0 < len(text) <= LONGEST_HEADING:
        return None
    known = _headings()
    if whole := known.get(fold(text)):
        return whole
    parts = [_BRACKETS.sub(" ", text), *_BETWEEN.split(text)]
    found = next((known[fold(part)] for part in parts if fold(part) in known), None)
    return (found[0], found[1] + PART) if found else None


def service_table(services: Mapping[str, Iterable[str]]) -> Mapping[str, str]:
    """Folded words to services: each by its slug and by whatever else it is called."""
    named = {fold(word): slug for slug, words in services.items() for word in words}
    return {**named, **{fold(slug): slug for slug in services}}


def find_service(text: str, table: Mapping[str, str]) -> tuple[str, bool]:
    """The service a text names, and whether that was guessed from a misspelling; empty for none."""
    asked = fold(text)
    if asked in table:
        return table[asked], False
    from rapidfuzz import fuzz, process

    near = process.extractOne(asked, table.keys(), scorer=fuzz.ratio, score_cutoff=LIKE) if len(asked) > 5 else None
    return (table[near[0]], True) if near else ("", False)


@lru_cache(maxsize=1 << 15)
def plain_code(text: str) -> str:
    """A code without what does not matter: spaces, case, Urdu digits, kinds of stroke; a number kept as 12.0 is 12."""
    plain = unicodedata.normalize("NFKC", text).translate(_DIGITS).translate(_STROKES)
    kept = "".join(one for one in plain if not one.isspace() and unicodedata.category(one) not in {"Cf", "Cc"})
    whole, _, rest = kept.partition(".")
    return whole if whole.isdigit() and rest and not rest.strip("0") else kept.upper()


def core_of(code: str) -> tuple[str, ...]:
    """What two codes share that differ only in noughts and strokes: their letters and numbers in order."""
    parts: list[str] = []
    for one in code:
        if not one.isalnum():
            parts.append("")
        elif parts and parts[-1] and parts[-1][-1].isdigit() == one.isdigit():
            parts[-1] += one
        else:
            parts.append(one)
    return tuple(part.lstrip("0") if part.isdigit() else part for part in parts if part)


def sex_of(text: str) -> str:
    """The sex a cell names, by its code; empty for none."""
    return _SEXES.get(fold(text), "")


def age_of(text: str) -> int | None:
    """An age in completed years; None for what is none."""
    digits = text.translate(_DIGITS).strip().partition(".")[0]
    return int(digits) if digits.isdigit() and len(digits) < 4 and int(digits) <= 120 else None
