"""The languages we speak, outside any web framework: the language is an argument, English is the text itself.

To say something, write the English with named gaps: `say("{count} rows were read.", language, count=12)`. A text kept
in a table and said later is marked where it stands: `mark("No release date")`. To translate it, add an entry to a
catalogue under `rihai/locale/<language>/LC_MESSAGES/`, by hand or with Poedit or Weblate:

    msgid "{count} rows were read."
    msgstr "{count} سطریں پڑھی گئیں۔"

Every `*.po` file of that folder is read, so a room may keep its own (`census.po`, `paper.po`); `rihai.po` holds what
all rooms share. Catalogues are read as they are, nothing is compiled. Where a number changes the sentence, write both:
`say_count("{n} person", "{n} persons", n, language)`, each its own entry. Entries marked fuzzy are not used. A text
without translation is said in English; `tests/words` fails until it is translated. A further language is a folder of
catalogues and a line in `DIRECTIONS`.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from rihai.errors import NotFound

DIRECTIONS = {"en": "ltr", "ur": "rtl"}
LANGUAGES = tuple(DIRECTIONS)
LOCALE = Path(__file__).parent / "locale"
_LINE = re.compile(r'(?:(?P<field>msgid|msgstr)\s+)?(?P<text>"(?:[^"\\]|\\.)*")')


def mark(text: str) -> str:
    """The text itself, unchanged: marks an English text that is said later, so that the catalogues must hold it."""
    return text


MONTHS = (
    mark("January"), mark("February"), mark("March"), mark("April"), mark("May"), mark("June"),
    mark("July"), mark("August"), mark("September"), mark("October"), mark("November"), mark("December"),
)  # fmt: skip


def say(text: str, language: str, /, **values: object) -> str:
    """The English text in `language`, its {gaps} filled with `values`; in English where no translation is known.

    Raises NotFound for a language we do not speak and KeyError for a gap without value. Without values nothing is
    filled in, so a text without gaps may hold braces.
    """
    found = _catalogue(language).get(text) or text
    return found.format(**values) if values else found


def say_count(one: str, many: str, n: int, language: str, /, **values: object) -> str:
    """Like say, with `one` when n is 1 and `many` otherwise; {n} is filled with the number."""
    return say(one if n == 1 else many, language, n=number_text(n, language), **values)


def direction(language: str) -> str:
    """How a language is written: "ltr" or "rtl". Raises NotFound for a language we do not speak."""
    if language not in DIRECTIONS:
        raise NotFound(f"We do not speak {language!r}; the languages are {', '.join(LANGUAGES)}.")
    return DIRECTIONS[language]


def day_text(day: int | date, language: str) -> str:
    """A day, a date or a number counted from 1 January 1970, in words: "22 November 2026", "22 نومبر 2026"."""
    value = day if isinstance(day, date) else date(1970, 1, 1) + timedelta(days=day)
    return f"{value.day} {say(MONTHS[value.month - 1], language)} {value.year}"


def amount_text(months: int, days: int, language: str) -> str:
    """A length of time in words: 18 months and 0 days are "1 year 6 months"; nothing at all is "0 days".

    Days are never turned into months, as no month has a fixed number of them. Raises ValueError for less than nothing.
    """
    if months < 0 or days < 0:
        raise ValueError(f"No length of time has {months} months and {days} days")
    years, rest = divmod(months, 12)
    parts = []
    if years:
        parts.append(say_count("{n} year", "{n} years", years, language))
    if rest:
        parts.append(say_count("{n} month", "{n} months", rest, language))
    if days or not months:
        parts.append(say_count("{n} day", "{n} days", days, language))
    return " ".join(parts)


def number_text(number: int | float, language: str) -> str:
    """A number with its thousands parted: "1,234"; Urdu in Pakistan writes the same figures (CLDR ur-PK)."""
    direction(language)
    return f"{number:,}"


def join_or(parts: Sequence[str], language: str) -> str:
    """Alternatives in one phrase: "a, b or c", "a، b یا c"."""
    return _join(parts, say("{first} or {last}", language, first="{first}", last="{last}"), language)


def join_and(parts: Sequence[str], language: str) -> str:
    """A list in one phrase: "a, b and c", "a، b اور c"."""
    return _join(parts, say("{first} and {last}", language, first="{first}", last="{last}"), language)


def _join(parts: Sequence[str], pattern: str, language: str) -> str:
    if len(parts) < 2:
        return "".join(parts)
    comma = "، " if direction(language) == "rtl" else ", "
    return pattern.format(first=comma.join(parts[:-1]), last=parts[-1])


@cache
def _catalogue(language: str) -> dict[str, str]:
    """What the catalogues of a language say for each English text; empty for English."""
    direction(language)
    entries: dict[str, str] = {}
    for path in sorted((LOCALE / language / "LC_MESSAGES").glob("*.po")):
        entries |= read_catalogue(path.read_text(encoding="utf-8"))
    return entries


def read_catalogue(text: str) -> dict[str, str]:
    """The entries of a .po file, English to translation, without its header and without fuzzy and empty entries.

    Entries are parted by blank lines, as every editor of .po files writes them. We use msgid and msgstr only (GNU
    gettext manual, "The Format of PO Files"); anything else, such as a plural or a context, raises ValueError.
    """
    entries: dict[str, str] = {}
    for block in re.split(r"\n\s*\n", text.replace("\r\n", "\n")):
        lines = [line.strip() for line in block.splitlines() if line.strip()]
        fields = _fields(line for line in lines if not line.startswith("#"))
        fuzzy = any(line.startswith("#,") and "fuzzy" in line for line in lines)
        if fields.get("msgid") and fields.get("msgstr") and not fuzzy:
            entries[fields["msgid"]] = fields["msgstr"]
    return entries


def _fields(lines: Iterable[str]) -> dict[str, str]:
    """The msgid and msgstr of one entry, each the sum of its quoted lines."""
    fields: dict[str, str] = {}
    field = ""
    for line in lines:
        match = _LINE.fullmatch(line)
        field = (match and match["field"]) or field
        if not match or not field or match["field"] in fields:
            raise ValueError(f"A catalogue holds a line that is neither msgid, msgstr nor their continuation: {line!r}")
        fields[field] = fields.get(field, "") + str(ast.literal_eval(match["text"]))
    return fields
