"""The domains of need and the kinds of steps: a .csv each beside this module, in English and Urdu, with its picture.

The domains are the seven pathways of resettlement (accommodation; attitudes, thinking and behaviour; children and
family; drugs and alcohol; education, training and employment; finance, benefit and debt; health), the two more of
practice with women (abuse, exploitation), and what prisons here ask for besides. A domain's class is that of every
row about it. Adding one is one line.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.utils.translation import get_language

from rihai.kit.classes import DataClass

FOLDER = Path(__file__).parent
_SYMBOL = re.compile(r'<symbol id="i-([a-z0-9-]+)"[^>]*>(.*?)</symbol>', re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Domain:
    """A field of life in which somebody may need something. `hers` are the words of her own paper."""

    slug: str
    picture: str
    data_class: DataClass
    en: str
    ur: str
    hers_en: str
    hers_ur: str

    @property
    def says(self) -> str:
        """Its name in the reader's language."""
        return _said(self.en, self.ur)

    @property
    def hers(self) -> str:
        """What stands over it on her own paper."""
        return _said(self.hers_en, self.hers_ur)


@dataclass(frozen=True, slots=True)
class StepKind:
    """What a step is, so that it can be drawn for who does not read, and named without its words."""

    slug: str
    picture: str
    en: str
    ur: str

    @property
    def says(self) -> str:
        """Its name in the reader's language."""
        return _said(self.en, self.ur)


@cache
def domains() -> dict[str, Domain]:
    """The domains by slug, in the order of the table. Raises ValueError with the line of what is wrong in it."""
    found: dict[str, Domain] = {}
    for line, row in _rows("domains.csv"):
        _checked("domains.csv", line, row, found)
        if row["data_class"] not in DataClass.values:
            raise ValueError(f"domains.csv, line {line}: there is no class {row['data_class']!r}")
        data_class = DataClass(row.pop("data_class"))
        found[row["slug"]] = Domain(**row, data_class=data_class)
    return found


@cache
def step_kinds() -> dict[str, StepKind]:
    """The kinds of steps by slug. Raises ValueError with the line of what is wrong in the table."""
    found: dict[str, StepKind] = {}
    for line, row in _rows("steps.csv"):
        _checked("steps.csv", line, row, found)
        found[row["slug"]] = StepKind(**row)
    return found


@cache
def pictures() -> dict[str, str]:
    """The drawings by name, as SVG shapes on a 24 by 24 ground (Tabler Icons, MIT, in the file)."""
    return dict(_SYMBOL.findall((FOLDER / "pictograms.svg").read_text(encoding="utf-8")))


def class_of(slug: str) -> DataClass:
    """The class of what is written about a domain; personal where it is about none."""
    return domains()[slug].data_class if slug in domains() else DataClass.PERSONAL


def domain_word(slug: str) -> str:
    """The name of a domain in the reader's language; the slug of one that left the table."""
    return domains()[slug].says if slug in domains() else slug


def step_word(slug: str) -> str:
    """The name of a kind of step in the reader's language."""
    return step_kinds()[slug].says if slug in step_kinds() else slug


def _rows(name: str) -> Iterator[tuple[int, dict[str, str]]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        yield from enumerate(csv.DictReader(file), 2)


def _checked(name: str, line: int, row: dict[str, str], found: dict[str, Domain] | dict[str, StepKind]) -> None:
    empty = sorted(str(key) for key, value in row.items() if not value)
    if empty:
        raise ValueError(f"{name}, line {line}: nothing stands under {', '.join(empty)}")
    if row["slug"] in found:
        raise ValueError(f"{name}, line {line}: {row['slug']!r} stands there twice")
    if row["picture"] not in pictures():
        raise ValueError(f"{name}, line {line}: no picture {row['picture']!r} is drawn")


def _said(english: str, urdu: str) -> str:
    return urdu if get_language() == "ur" else english
