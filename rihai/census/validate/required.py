"""What a row needs to stand as a record, and the dates and numbers it is poorer without."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from rihai.census.problems import problem
from rihai.facts import Problem

CONVICTED = frozenset({"convict", "condemned"})
_UNREADABLE = {
    "name_missing": "name_unreadable",
    "status_missing": "status_unreadable",
    "offence_missing": "offence_unreadable",
    "sentence_missing": "sentence_unreadable",
}


def missing(person: Mapping[str, Any], columns: frozenset[str], met: Sequence[Problem]) -> Iterator[Problem]:
    """Problems about what a row does not say.

    `columns` are the fields the sheet has a column for: what a whole sheet lacks is said once, about the sheet. `met`
    are the problems of the row's cells: what is there but unreadable is not missing as well.
    """
    codes, unread = {known.code for known in met}, {known.fact for known in met}
    cases: Sequence[Mapping[str, Any]] = person.get("cases") or ({},)
    for code, fact in _lacks(person, cases):
        if _UNREADABLE[code] not in codes:
            yield problem(code, fact)
    for code, fact in _poorer(person, cases, columns):
        if fact not in unread:
            yield problem(code, fact)


def _lacks(person: Mapping[str, Any], cases: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, str]]:
    if not person.get("full_name"):
        yield "name_missing", "full_name"
    if any(not case.get("legal_status") for case in cases):
        yield "status_missing", "legal_status"
    if any(not case.get("charges") for case in cases):
        yield "offence_missing", "charges"
    if any(case.get("legal_status") in CONVICTED and not case.get("sentences") for case in cases):
        yield "sentence_missing", "sentences"


def _poorer(
    person: Mapping[str, Any], cases: Sequence[Mapping[str, Any]], columns: frozenset[str]
) -> Iterator[tuple[str, str]]:
    if "cnic" not in person and "other_identity" not in person and "cnic" in columns:
        yield "identity_missing", "cnic"
    if "admitted_on" not in person and "admission_date" in columns:
        yield "admission_date_missing", "admitted_on"
    for case in cases:
        status = case.get("legal_status")
        if status == "under_trial" and "arrested_on" not in case and "custody" not in case:
            yield "arrest_date_missing", "arrested_on"
        if status == "under_trial" and "next_hearing_on" not in case and "next_hearing" in columns:
            yield "next_hearing_missing", "next_hearing_on"
        if status in CONVICTED and "convicted_on" not in case:
            yield "sentence_date_missing", "convicted_on"
