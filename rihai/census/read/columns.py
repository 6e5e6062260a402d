"""What each column of a table stands for: sure where the heading says so, proposed or left open where it does not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rihai.census.fields import REPEATABLE, SENTENCE_PARTS, TOGETHER
from rihai.census.headings import SURE, UNKNOWN, USABLE, Proposal, fold, known, propose
from rihai.census.layouts import Layout
from rihai.census.problems import problem
from rihai.census.read.tables import Table
from rihai.census.read.together import is_together
from rihai.census.reading import Heading, column_letter
from rihai.facts import Problem

_LIKENESS = 0.95
"""Proposals below this rest on the likeness of the spelling, and are named so that a person confirms them."""


def map_columns(table: Table, layout: Layout) -> tuple[tuple[Heading, ...], tuple[Problem, ...]]:
    """The columns of a table in order, each with its heading (unique on the sheet) and field, and the problems met.

    A column no field is found for keeps `field` None: its texts go to the remarks.
    """
    own = {fold(heading): field for heading, field in layout.headings.items()}
    proposals = [_proposal(ways, own, layout) for ways in table.spellings]
    problems: list[Problem] = []
    chosen = _choose(table, proposals, problems)
    _keep_one_each(table, chosen, proposals, problems)
    chosen = [
        None if field == "remarks" and _only_kept(ways) else field
        for field, ways in zip(chosen, table.spellings, strict=True)
    ]
    names = _names(table.spellings)
    headings = tuple(
        Heading(at, names[at], field, proposals[at].confidence if field else 0.0) for at, field in enumerate(chosen)
    )
    return headings, tuple(problems)


def _proposal(ways: Sequence[str], own: dict[str, str], layout: Layout) -> Proposal:
    for way in ways:
        if fold(way) in own:
            return Proposal((own[fold(way)],), SURE)
    if not layout.known_headings:
        return UNKNOWN
    proposal = propose(ways)
    return Proposal((TOGETHER,), _LIKENESS) if proposal.confidence < _LIKENESS and is_together(ways[0]) else proposal


def _only_kept(ways: Sequence[str]) -> bool:
    """Whether a layout sends a column to the remarks that is none of remarks: its texts then keep their heading."""
    return not any("remarks" in known().get(fold(way), ()) for way in ways)


def _choose(table: Table, proposals: Sequence[Proposal], problems: list[Problem]) -> list[str | None]:
    """One field a column; a heading with several meanings takes the one no other column has, if one is left."""
    sure = {p.fields[0] for p in proposals if len(p.fields) == 1 and p.confidence >= USABLE}
    parts = len(sure & set(SENTENCE_PARTS))
    chosen: list[str | None] = []
    for ways, proposal in zip(table.spellings, proposals, strict=True):
        open_fields = [field for field in proposal.fields if len(proposal.fields) == 1 or field not in sure]
        field: str | None = open_fields[0] if len(open_fields) == 1 else None
        if ways[0] and (len(open_fields) > 1 or (proposal.fields and not open_fields)):
            problems.append(_about("heading_ambiguous", ways[0], f"It may be {' or '.join(proposal.fields)}."))
        elif ways[0] and (field is None or proposal.confidence < USABLE or (field in SENTENCE_PARTS and parts < 2)):
            perhaps = f"Perhaps {' or '.join(proposal.fields)}." if proposal.fields else ""
            problems.append(_about("heading_not_used", ways[0], perhaps))
            field = None
        elif field and proposal.confidence < _LIKENESS:
            problems.append(_about("heading_unsure", ways[0], f"Read as {field}."))
        chosen.append(field)
    return chosen


def _keep_one_each(
    table: Table, chosen: list[str | None], proposals: Sequence[Proposal], problems: list[Problem]
) -> None:
    best: dict[str, int] = {}
    for at, field in enumerate(chosen):
        if field is None or field in REPEATABLE:
            continue
        other = best.setdefault(field, at)
        if other == at:
            continue
        loser = other if proposals[at].confidence > proposals[other].confidence else at
        best[field] = at if loser == other else other
        chosen[loser] = None
        problems.append(_about("heading_twice", table.spellings[loser][0], f"Both stand for {field}."))


def _about(code: str, heading: str, detail: str) -> Problem:
    shown = " ".join(heading.split())
    return problem(code, raw=shown, detail=f"Heading: {shown}. {detail}".strip())


def _names(spellings: Sequence[Sequence[str]]) -> list[str]:
    """A name for each column that no other column has, so that texts beside it never overwrite each other."""
    written = [" ".join(ways[0].split()) or column_letter(at) for at, ways in enumerate(spellings)]
    seen: Counter[str] = Counter()
    names: list[str] = []
    for at, name in enumerate(written):
        seen[name] += 1
        names.append(name if seen[name] == 1 else f"{name} ({column_letter(at)})")
    return names
