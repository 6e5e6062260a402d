"""What people type, made plain before it is judged: one Unicode form, Latin digits, days in several spellings."""

from __future__ import annotations

import re
from datetime import date
from unicodedata import category, normalize

from rihai.words import LANGUAGES, MONTHS, say

DIGITS = str.maketrans("۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩", "01234567890123456789")
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_DAY_FIRST = re.compile(r"(\d{1,2})[\s./\-،,]+(\d{1,2}|[^\W\d_]+)[\s./\-،,]+(\d{4})")
_YEAR_FIRST = re.compile(r"(\d{4})[./\-](\d{1,2})[./\-](\d{1,2})")
_SHORT = 3
_PARTED = re.compile(r"[-+]?\d{1,3}(,\d{2,3})*,\d{3}(\.\d+)?")


def plain(text: str) -> str:
    """The text in Unicode's composed form (NFC), line ends as one sign, without blanks at its ends."""
    return normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).strip()


def shown(text: str) -> str:
    """The text as it can be put back into a page: what cannot be shown stands as �."""
    return "".join("\ufffd" if _is_control(letter) or _TURNS.match(letter) else letter for letter in text)


def latin_digits(text: str) -> str:
    """Urdu and Arabic digits as Latin ones."""
    return text.translate(DIGITS)


def read_figures(text: str) -> str:
    """A number as Python reads it: Latin digits, without the commas that part thousands (1,234 and 1,20,000)."""
    written = latin_digits(text).replace("٬", ",").replace("٫", ".")
    return written.replace(",", "") if _PARTED.fullmatch(written) else written


def has_control(text: str) -> bool:
    """Whether it holds null bytes, other control characters or half a letter; line ends and tabs are none."""
    return any(_is_control(letter) for letter in text)


def has_turning_marks(text: str) -> bool:
    """Whether it holds marks that turn the direction of writing (UAX #9, 2.1-2.4), which can hide what is written."""
    return bool(_TURNS.search(text))


def read_day(text: str) -> date | None:
    """A day written day first (25/11/2026, 25 Nov 2026, ۲۵ نومبر ۲۰۲۶) or as 2026-11-25; None for anything else."""
    written = latin_digits(plain(text)).strip("، ,.")
    if match := _YEAR_FIRST.fullmatch(written):
        return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := _DAY_FIRST.fullmatch(written):
        month = int(match[2]) if match[2].isdigit() else _month(match[2])
        return _day(int(match[3]), month, int(match[1]))
    return None


def _month(word: str) -> int:
    """The number of a month by its name, or the first letters of the English name; nought for no month."""
    for number, name in enumerate(MONTHS, 1):
        names = {say(name, language).casefold() for language in LANGUAGES} | {name[:_SHORT].casefold()}
        if word.casefold() in names:
            return number
    return 0


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _is_control(letter: str) -> bool:
    return category(letter) in {"Cc", "Cs"} and letter not in "\n\t"
