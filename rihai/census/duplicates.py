"""The same person twice in one file, by exact keys alone: identity number, or prison number.

Rows of one person are joined only where their names do not flatly contradict; names that merely resemble each other
join nobody here. The same person with the same case again is a duplicate; with another case, both cases stand.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rihai.census.parse.text import plain
from rihai.census.problems import problem
from rihai.census.reading import SourceRow
from rihai.facts import Problem
from rihai.names import meets

_FLATLY = 0.3
"""Names that agree in less than this share of their distinctive words contradict each other (rihai.names.meets)."""
_PERSON_KEYS = (("cnic", "identity_number_shared"), ("prison_id", "prison_number_shared"))


def mark_duplicates(rows: Sequence[SourceRow]) -> None:
    """Give verdict and `of` to rows of a person met in an earlier row that stands; changes the rows in place.

    A rejected row is nobody's earlier row, and stays rejected; the person's standing row is then told that a case may
    be missing.
    """
    seen: dict[tuple[str, str], list[SourceRow]] = {}
    standing: dict[tuple[str | None, int], SourceRow] = {}
    cases: dict[int, set[Any]] = {}
    continued = {(row.of_sheet, row.of) for row in rows if row.of is not None}
    rejected: list[SourceRow] = []
    for row in rows:
        if row.verdict in {"not_a_person", "rejected"}:
            if row.verdict == "rejected":
                row.of = row.of_sheet = None
                rejected.append(row)
            continue
        facts = row.facts
        first = _earlier(row, facts, seen) if row.of is None else standing.get((row.of_sheet, row.of))
        row.of = row.of_sheet = None
        if (row.sheet, row.row) in continued:
            standing[row.sheet, row.row] = first or row
        if first is not None:
            _join(row, first, _cases_of(first, cases))
        for key in _keys(facts):
            known = seen.setdefault(key, [])
            root = first or row
            if root not in known:
                known.append(root)
    _tell_of_rejected(rejected, seen, cases)


def _keys(facts: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The exact keys of a person; a prison number counts within its prison."""
    keys = []
    if cnic := facts.get("cnic"):
        keys.append(("cnic", cnic))
    if prison_id := facts.get("prison_id"):
        keys.append(("prison_id", f"{facts.get('prison', '')}\n{_bare(plain(prison_id))}"))
    return keys


def _cases_of(row: SourceRow, cases: dict[int, set[Any]]) -> set[Any]:
    """The cases known of a standing row, its further rows' among them; worked out when first asked for."""
    if id(row) not in cases:
        cases[id(row)] = signatures(row.facts)
    return cases[id(row)]


def _earlier(
    row: SourceRow, facts: Mapping[str, Any], seen: Mapping[tuple[str, str], list[SourceRow]]
) -> SourceRow | None:
    """The first row of the same person. Two identity numbers that differ are two people, whatever the prison number."""
    codes = dict(_PERSON_KEYS)
    for key in _keys(facts):
        for other in seen.get(key, ()):
            others = other.facts
            ours, theirs = facts.get("cnic"), others.get("cnic")
            if ours and theirs and ours != theirs:
                continue
            if not _contradict(facts, others, key[0]):
                return other
            if key[0] == "cnic" or _same_case(facts, others):
                _warn(row, problem(codes[key[0]], key[0], facts.get(key[0]), f"See row {_place(other, row)}."))
    return None


def _contradict(facts: Mapping[str, Any], other: Mapping[str, Any], key: str) -> bool:
    """Whether two rows with one key are flatly two people; a prison number alone needs the father's name as well."""
    ours = [facts.get("full_name"), facts.get("alias")]
    theirs = [other.get("full_name"), other.get("alias")]
    if all(_apart(one, two) for one in ours for two in theirs if one and two) and ours[0] and theirs[0]:
        return True
    return key == "prison_id" and _apart(facts.get("father_or_husband_name"), other.get("father_or_husband_name"))


def _apart(one: Any, other: Any) -> bool:
    return bool(one and other) and one != other and meets(one, other).score < _FLATLY


def _same_case(facts: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return not signatures(facts).isdisjoint(signatures(other))


def signatures(facts: Mapping[str, Any]) -> set[Any]:
    """What tells a person's cases apart: FIR number and police station; without an FIR, charges and court."""
    return {_signature(case) for case in facts.get("cases", ())} or {("", "", "")}


def _signature(case: Mapping[str, Any]) -> Any:
    if number := case.get("fir_number"):
        return ("fir", number, _bare(case.get("police_station")))
    charges = frozenset(
        (c.get("act"), c.get("section"), c.get("sub_limb"), _bare(c.get("section_text")))
        for c in case.get("charges", ())
    )
    return ("charges", charges, _bare(case.get("court")))


def _bare(text: Any) -> str:
    return "".join(letter for letter in str(text or "").casefold() if letter.isalnum())


def _known(signature: Any, known: set[Any]) -> bool:
    """An FIR without its police station is the same as one with it, where only one such is known."""
    if signature in known or signature[0] != "fir":
        return signature in known
    return any(other[:2] == signature[:2] and not (other[2] and signature[2]) for other in known)


def _join(row: SourceRow, first: SourceRow, known: set[Any]) -> None:
    row.of, row.of_sheet = first.row, first.sheet
    facts = row.facts
    ours = signatures(facts)
    if all(_known(signature, known) for signature in ours):
        row.verdict = "duplicate"
        differs = _differences(facts, first.facts)
        detail = f"It differs in {', '.join(differs)}." if differs else ""
        row.problems = (
            *row.problems,
            _placed(problem("duplicate_row", None, None, f"See row {_place(first, row)}. {detail}".strip()), row),
        )
    else:
        known |= ours
        _warn(row, problem("another_case", "cases", None, f"See row {_place(first, row)}."))


def _differences(facts: Mapping[str, Any], first: Mapping[str, Any]) -> list[str]:
    """Names of the facts that a duplicate states otherwise, case facts included; never their values."""
    skipped = {"id", "serial", "remarks", "cases"}
    names = {name for name in facts.keys() & first.keys() - skipped if facts[name] != first[name]}
    theirs = {_signature(case): case for case in first.get("cases", ())}
    for case in facts.get("cases", ()):
        other = theirs.get(_signature(case), case)
        names |= {name for name in case.keys() & other.keys() - {"case_id"} if case[name] != other[name]}
    return sorted(names)


def _tell_of_rejected(
    rejected: Sequence[SourceRow], seen: Mapping[tuple[str, str], list[SourceRow]], cases: dict[int, set[Any]]
) -> None:
    for row in rejected:
        facts = row.facts
        for key in _keys(facts):
            for other in seen.get(key, ()):
                if _contradict(facts, other.facts, key[0]):
                    continue
                if not all(_known(signature, _cases_of(other, cases)) for signature in signatures(facts)):
                    _warn(other, problem("other_case_rejected", "cases", None, f"See row {_place(row, other)}."))


def _warn(row: SourceRow, found: Problem) -> None:
    if all(known.code != found.code or known.message != found.message for known in row.problems):
        row.problems = (*row.problems, _placed(found, row))
    if row.verdict == "accepted":
        row.verdict = "accepted_with_warnings"


def _placed(found: Problem, row: SourceRow) -> Problem:
    return Problem(found.code, found.message, found.mend, found.fact, found.raw, row.sheet, row.row, found.rejects)


def _place(other: SourceRow, row: SourceRow) -> str:
    return f"{other.row}" if other.sheet == row.sheet else f"{other.row} of sheet {other.sheet}"
