"""What is believed of a person, fact by fact: the hand before forms and documents, these before the newest census.

Where the first source is silent of a fact, the next one speaks. Which cases there are is said by the newest census that
lists any, and by everybody who wrote of one by hand, in a form or from a document. A detail of another fact (the day
bail was granted) is taken from nobody who was not believed on that fact.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from rihai.people.record.paths import Path, path_text
from rihai.people.record.said import CENSUS, HAND, Said
from rihai.people.record.slices import facts_in

DETAIL_OF = {
    "date_of_birth_precision": "date_of_birth",
    "date_of_birth_source": "date_of_birth",
    "age_stated_on": "age_years",
    "relation_to_named": "father_or_husband_name",
    "solitary_since": "in_solitary",
    "bail_granted_on": "bail_granted",
    "bail_furnished_on": "bail_furnished",
    "challan_submitted_on": "challan_submitted",
    "fine_paid_on": "fine_paid",
    "released_on": "released",
    "appeal_filed_on": "appeal_filed",
    "appeal_decided_on": "appeal_decided",
    "default_term_from": "default_term",
}
LISTS_CASES = "personal"
"""The class whose slice of a source names every case; the others name those of which they have something to say."""
Told = dict[Path, list[tuple[Any, Said]]]


@dataclass(frozen=True, slots=True)
class Belief:
    """One fact as it is believed, the statement it comes from, and the statements that say it otherwise or as well."""

    path: Path
    value: Any
    said: Said
    others: tuple[tuple[Any, Said], ...] = ()

    @property
    def raw(self) -> str | None:
        """The text as the source wrote it."""
        return self.said.raw.get(path_text(self.path))


def believed(statements: Iterable[Said]) -> list[Belief]:
    """Every fact believed of one person, with the statements behind it."""
    told = _told(sorted(statements, key=_order))[0]
    return [Belief(path, said[0][0], said[0][1], tuple(said[1:])) for path, said in told.items()]


def record_from(person_id: UUID, statements: Iterable[Said]) -> dict[str, Any]:
    """The record of law/facts.md that is believed of one person; `id` is the person's own.

    `cases` is there when any source says which cases there are, also that there is none.
    """
    ordered = sorted(statements, key=_order)
    told, named = _told(ordered)
    record: dict[str, Any] = {"id": str(person_id)}
    cases: dict[str, dict[str, Any]] = {case_id: {"case_id": case_id} for case_id in named}
    for (case_id, fact), said in told.items():
        (cases[case_id] if case_id else record)[fact] = said[0][0]
    if cases or any(said.facts.get("cases") is not None for said in ordered):
        record["cases"] = list(cases.values())
    return record


def _told(ordered: Sequence[Said]) -> tuple[Told, list[str]]:
    """What is said of each fact, the one believed first; and the cases there are."""
    named = _cases_of(ordered)
    cases = set(named)
    told: Told = {}
    taken_back: set[str] = set()
    for said in ordered:
        new: Told = {}
        for path, value in facts_in(said.facts):
            if path.case_id and path.case_id not in cases:
                continue
            if taken_back and said.kind == HAND and path_text(path) in taken_back:
                continue
            whole = DETAIL_OF.get(path.fact)
            if whole is None or Path(path.case_id, whole) not in told:
                new[path] = [(value, said)]
        for path, one in new.items():
            told.setdefault(path, []).extend(one)
        if said.kind == HAND:
            taken_back |= said.takes_back
    return told, named


def _cases_of(ordered: Sequence[Said]) -> list[str]:
    """The cases there are, in order: the newest census's as it lists them, then those others wrote of."""
    lists = (one for one in ordered if one.kind == CENSUS and one.data_class == LISTS_CASES)
    census = next((one for one in lists if one.facts.get("cases") is not None), None)
    others = [one for one in reversed(ordered) if one.kind != CENSUS]
    taken_back = {name for one in others for name in one.takes_back}
    named = {case["case_id"]: None for one in (census, *others) if one for case in one.facts.get("cases") or ()}
    return [case_id for case_id in named if f"cases/{case_id}" not in taken_back]


def _order(said: Said) -> tuple[int, int, float, bool]:
    return said.order
