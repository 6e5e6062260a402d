"""The columns of a census's files as a person is asked about them: heading, what it was read as, what stands below."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from rihai.census.headings import fold
from rihai.people.intake.models import Census, RowProblem, SourceRow
from rihai.people.intake.saved import ORDER, TO_SAY, confirmed_for
from rihai.people.intake.staging import read_told

_GUESS = re.compile(r"(?:Perhaps|It may be) ([a-z0-9_]+(?: or [a-z0-9_]+)*)\.")
LOOKED_AT = 60
SAMPLES = 3
MOST = 300


@dataclass(frozen=True, slots=True)
class AskedColumn:
    """One heading: what it is taken for (empty: kept in the remarks), how sure, and whether somebody has to say."""

    heading: str
    field: str
    confidence: float
    to_say: bool
    perhaps: tuple[str, ...] = ()
    samples: tuple[str, ...] = ()

    @property
    def percent(self) -> int:
        """How sure, in whole hundredths."""
        return round(self.confidence * 100)


@dataclass(frozen=True, slots=True)
class AskedFiles:
    """The columns of all files, those to be said first; what else is to be said: the order of days, sex, status."""

    columns: tuple[AskedColumn, ...]
    dates_unclear: bool
    sex_not_given: bool
    status_not_given: bool
    dates: str = ""


def columns_of(census: Census) -> AskedFiles:
    """Every heading once, whatever the number of sheets; three queries."""
    files = list(census.files.all())
    known = confirmed_for(census.place_id)
    problems = [one for file in files for one in file.problems]
    open_ = {
        fold(str(one[1] or ""))
        for one in problems
        if one[0] in TO_SAY or (one[0] == "heading_not_used" and "Perhaps" in str(one[-1]))
    }
    samples, guessed = _samples(census), _guessed(problems)
    found: dict[str, AskedColumn] = {}
    for file in files:
        for table in file.headings:
            for _at, heading, of, confidence in table["columns"]:
                key = fold(heading)
                if key and not heading.startswith("column ") and (key not in found or (of and not found[key].field)):
                    to_say = key in open_ and key not in known.headings
                    found[key] = AskedColumn(
                        heading, of or "", confidence, to_say, guessed.get(key, ()), tuple(samples.get(heading, ()))
                    )
    columns = sorted(list(found.values())[:MOST], key=lambda one: (not one.to_say, bool(one.field), one.confidence))
    codes = {one[0] for one in problems}
    no_sex, no_status = "sex_not_given" in codes or "sex" in census.facts, _is_without_status(census)
    return AskedFiles(tuple(columns), bool(codes & ORDER), no_sex, no_status, known.dates)


def _is_without_status(census: Census) -> bool:
    """Whether rows are left out because nothing says why people are held, or somebody said it for all of them."""
    return "legal_status" in census.facts or RowProblem.objects.filter(census=census, code="status_missing").exists()


def _guessed(problems: Iterable[Sequence[Any]]) -> dict[str, tuple[str, ...]]:
    """What the reading thought a heading may mean, as its problem says: "Perhaps arrest_date or fir_date."."""
    found: dict[str, tuple[str, ...]] = {}
    for _code, raw, _sheet, message in problems:
        if match := _GUESS.search(str(message)):
            found[fold(str(raw or ""))] = tuple(match[1].split(" or "))
    return found


def _samples(census: Census) -> dict[str, list[str]]:
    """A few different texts under each heading."""
    found: dict[str, list[str]] = defaultdict(list)
    rows = SourceRow.objects.filter(census=census).exclude(verdict="not_a_person").order_by("number")[:LOOKED_AT]
    for row in rows:
        for heading, text in read_told(row.told).raw.items():
            if len(found[heading]) < SAMPLES and text not in found[heading]:
                found[heading].append(text[:60])
    return found
