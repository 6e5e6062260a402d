"""What was confirmed of a prison's headings before, found for its next list; and whether there is anything to say."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from rihai.census.headings import fold
from rihai.facts.holding import PROVINCES
from rihai.people.intake.models import Census, CensusFile, CensusLayout, RowProblem, SourceRow
from rihai.places.kinds import Kind
from rihai.places.models import Inside, Prison

TO_SAY = frozenset({"heading_unsure", "heading_ambiguous", "heading_twice", "heading_not_found", "file_order_unclear"})
"""Problems of headings that wait for a person; an unknown column goes to the remarks and holds nobody up."""
ORDER = frozenset({"file_order_unclear", "file_month_first"})
_PRISON_TYPES = {"sub-jail": "sub_jail", "high-security": "high_security", "open": "", "camp": ""}


@dataclass(frozen=True, slots=True)
class Confirmed:
    """What is known of how a prison writes its lists."""

    headings: Mapping[str, str]
    dates: str


def confirmed_for(place_id: int) -> Confirmed:
    """What was confirmed of all lists of a place; the newest word holds."""
    headings: dict[str, str] = {}
    dates = ""
    for one in CensusLayout.objects.filter(place=place_id).order_by("confirmed_at", "pk"):
        headings |= one.headings
        dates = one.dates or dates
    return Confirmed(headings, dates)


def signature_of(files: Iterable[Sequence[Mapping[str, Any]]]) -> str:
    """Tells lists of one make from those of another: a digest of their headings, whatever their order."""
    found = {fold(column[1]) for tables in files for table in tables for column in table["columns"]}
    return hashlib.sha256("\n".join(sorted(found)).encode()).hexdigest()[:32]


def is_to_be_said(files: Sequence[CensusFile], agreed: Mapping[str, str]) -> bool:
    """Whether a heading waits for a person; what somebody has agreed to before does not wait again."""
    for file in files:
        for code, raw, *_rest in file.problems:
            said = code not in ORDER and fold(str(raw or "")) in agreed
            if code in TO_SAY and not said:
                return True
            if code == "heading_not_used" and not said and "Perhaps" in str(_rest[-1]):
                return True
    return False


def leaves_a_sheet_out(census: Census, files: Sequence[CensusFile]) -> bool:
    """Whether a whole list, or a sheet of it that does not say why people are held, could not be taken in.

    Not where somebody has said already what headings of this make mean.
    """
    silent = not census.sum.get("people") or without_status(census)
    if not census.sum.get("rejected") or not silent:
        return False
    make = signature_of(one.headings for one in files)
    return not CensusLayout.objects.filter(place=census.place_id, signature=make).exists()


def without_status(census: Census) -> list[tuple[UUID, str]]:
    """The sheets of which nobody was taken in and whose rows lack why they are held, each as file and sheet."""
    lacking = RowProblem.objects.filter(census=census, code="status_missing").values("number")
    rows = SourceRow.objects.filter(census=census).order_by()
    sheets = set(rows.filter(number__in=lacking).values_list("file", "sheet").distinct())
    read = set(rows.filter(makes_person=True).values_list("file", "sheet").distinct()) if sheets else set()
    return sorted(sheets - read)


def defaults_of(census: Census) -> dict[str, Any]:
    """What holds for every row that does not say otherwise: the prison, its kind, province, what was confirmed."""
    place = census.place
    said: dict[str, Any] = {"prison": place.name}
    kind = Prison.objects.filter(place=place).values_list("type", flat=True).first()
    if kind and (known := _PRISON_TYPES.get(kind, kind)):
        said["prison_type"] = known
    around = Inside.objects.filter(inner=place, outer__kind=Kind.PROVINCE).values_list("outer__name", flat=True).first()
    name = (around or "").casefold().replace(" ", "_").replace("-", "_")
    if province := next((one for one in PROVINCES if name.startswith(one)), ""):
        said["province"] = province
    return {**said, **census.facts}
