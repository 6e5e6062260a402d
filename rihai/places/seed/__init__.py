"""The published places and figures of Pakistan, as tables with their sources, and their reading into plain rows.

Each .csv keeps the source of every row; `docs/reference/places.md` says where they come from and what was changed.
"""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from rihai.places.kinds import CourtLevel, Holds, Kind
from rihai.places.naming import is_urdu

FOLDER = Path(__file__).parent
COUNTRY = "country:pk"
_HOLDS = {"women": Holds.WOMEN, "juvenile": Holds.JUVENILES}
_URL = re.compile(r"https?://[^\s,)\"]+")
# indicator of figures.csv → which part of a count it is: (who, status)
PARTS = {
    "male_prisoners": ("men", ""),
    "women": ("women", ""),
    "juveniles": ("juveniles", ""),
    "children_with_mothers": ("children", ""),
    "under_trial": ("", "under_trial"),
    "convicted": ("", "convicted"),
    "condemned": ("", "condemned"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SeedPlace:
    """A place to be kept; `within` is the code of where it stands."""

    code: str
    kind: Kind
    name: str
    within: str | None = None
    name_ur: str = ""
    aliases: str = ""
    note: str = ""
    source: str = ""
    prison_type: str = ""
    holds: str = ""
    verified: bool = False
    level: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeedFigures:
    """Capacity and count of one place by one source; the day is 1 January of the year where only that is known."""

    place: str
    source: str
    year: str
    capacity: int | None = None
    total: int | None = None
    parts: dict[tuple[str, str], int] = field(default_factory=dict)
    notes: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """Stable: the place, the year and a digest of the source."""
        digest = hashlib.sha256(self.source.encode()).hexdigest()[:10]
        return f"{self.place}|{self.year}|{digest}"

    @property
    def as_of(self) -> date | None:
        """The first day of the year; None where the source is undated or spans two years."""
        return date(int(self.year), 1, 1) if self.year.isdigit() else None

    @property
    def url(self) -> str:
        """The address in the source's text, if there is one."""
        found = _URL.search(self.source)
        return found.group() if found else ""


def rows(name: str) -> list[dict[str, str]]:
    """The rows of one of the tables."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def seed_places() -> list[SeedPlace]:
    """Every published place, each after the one it stands in."""
    return [*_areas(), *_tehsils(), *_prisons(), *_courts()]


def seed_figures() -> list[SeedFigures]:
    """Every published figure of capacity and people held: of the prisons first, then of provinces and the country."""
    return [*_figures_of_prisons(), *_figures_of_areas()]


def _areas() -> Iterator[SeedPlace]:
    yield SeedPlace(code=COUNTRY, kind=Kind.COUNTRY, name="Pakistan", name_ur="پاکستان")
    districts = rows("districts.csv")
    for name, urdu in dict.fromkeys((row["province"], row["province_urdu"]) for row in districts):
        yield SeedPlace(code=f"province:{name}", kind=Kind.PROVINCE, name=name, name_ur=urdu, within=COUNTRY)
    for province, name in dict.fromkeys((row["province"], row["division"]) for row in districts):
        code = f"division:{name}"
        yield SeedPlace(code=code, kind=Kind.DIVISION, name=name, within=f"province:{province}", source=_KNOWN)
    for row in districts:
        yield SeedPlace(
            code=f"district:{row['district']}", kind=Kind.DISTRICT, name=row["district"], name_ur=row["district_urdu"],
            aliases=row["aliases"], within=f"division:{row['division']}", source=row["source"],
        )  # fmt: skip


_KNOWN = "general knowledge"


def _tehsils() -> Iterator[SeedPlace]:
    for row in rows("tehsils.csv"):
        code = f"tehsil:{row['district']}/{row['tehsil']}"
        yield SeedPlace(
            code=code, kind=Kind.TEHSIL, name=row["tehsil"], aliases=row["aliases"],
            within=f"district:{row['district']}", source=row["source"],
        )  # fmt: skip


def _prisons() -> Iterator[SeedPlace]:
    for row in rows("prisons.csv"):
        names = [name.strip() for name in row["aliases"].split(";") if name.strip()]
        urdu = next((name for name in names if is_urdu(name)), "")
        yield SeedPlace(
            code=f"prison:{row['prison']}", kind=Kind.PRISON, name=row["prison"], name_ur=urdu,
            aliases="; ".join(name for name in names if name != urdu), note=row["note"],
            within=_district(row["district"]), source=row["source"], prison_type=row["type"],
            holds=_HOLDS.get(row["type"], ""), verified=row["evidence"] == "source",
        )  # fmt: skip


def _district(name: str) -> str:
    # The source says only South Waziristan, which has since become two districts of this division.
    return "division:Dera Ismail Khan" if name == "South Waziristan" else f"district:{name}"


def _courts() -> Iterator[SeedPlace]:
    for row in rows("courts.csv"):
        yield SeedPlace(
            code=f"court:{row['court']}", kind=Kind.COURT, name=row["court"], name_ur=row["court_urdu"],
            aliases=row["aliases"], within=row["stands_in"], note=row["note"], source=row["source"],
            level=CourtLevel(row["level"]),
        )  # fmt: skip


def _figures_of_prisons() -> Iterator[SeedFigures]:
    for row in rows("prisons.csv"):
        if row["capacity"] or row["population"]:
            yield SeedFigures(
                place=f"prison:{row['prison']}", source=row["source"], year=row["year"],
                capacity=_number(row["capacity"]), total=_number(row["population"]),
            )  # fmt: skip


def _figures_of_areas() -> Iterator[SeedFigures]:
    found: dict[tuple[str, str, str], list[dict[str, str]]] = {}
    for row in rows("figures.csv"):
        place = COUNTRY if row["area"] == "Pakistan" else f"province:{row['area']}"
        found.setdefault((place, row["year"], row["source"]), []).append(row)
    for (place, year, source), group in found.items():
        values = {row["indicator"]: int(row["value"]) for row in group}
        yield SeedFigures(
            place=place, source=source, year=year, capacity=values.get("capacity"), total=values.get("prisoners"),
            parts={PARTS[name]: value for name, value in values.items() if name in PARTS},
            notes=tuple(dict.fromkeys(row["note"] for row in group if row["note"])),
        )  # fmt: skip


def _number(text: str) -> int | None:
    return int(text) if text else None
