"""The dictionary of every fact that may be known about a person in custody, and the problem with one of them.

One record is one person in custody at one prison. Person facts stand at its top, each criminal case is an object in
`cases`, each accusation an object in the case's `charges`. An absent key and null both mean *not known*; no fact has
a default. `docs/reference/facts.md` is generated from here.
"""

from __future__ import annotations

from rihai.facts.case import MATTER
from rihai.facts.fact import DataClass, Fact, Kind
from rihai.facts.health import HEALTH
from rihai.facts.holding import HOLDING, PROVINCES
from rihai.facts.items import ACTS, CHARGE, ITEMS
from rihai.facts.person import PERSON
from rihai.facts.problem import Problem
from rihai.facts.proceedings import BAIL, PROCEEDINGS
from rihai.facts.sentence import ENDING, SENTENCE

ALL: tuple[Fact, ...] = (
    *PERSON, *HOLDING, *HEALTH, *MATTER, *CHARGE, *PROCEEDINGS, *BAIL, *SENTENCE, *ENDING, *ITEMS,
)  # fmt: skip

PERSON_FACTS: dict[str, Fact] = {fact.name: fact for fact in ALL if fact.scope == "person"}
CASE_FACTS: dict[str, Fact] = {fact.name: fact for fact in ALL if fact.scope == "case"}


def _by_list() -> dict[str, dict[str, Fact]]:
    lists: dict[str, dict[str, Fact]] = {}
    for fact in ALL:
        if fact.scope not in {"person", "case"}:
            lists.setdefault("charges" if fact.scope == "charge" else fact.scope, {})[fact.name] = fact
    return lists


LIST_FACTS: dict[str, dict[str, Fact]] = _by_list()
"""The facts of a list's items, by the list's name: LIST_FACTS["charges"]["bailable"]."""

__all__ = [
    "ACTS", "ALL", "CASE_FACTS", "LIST_FACTS", "PERSON_FACTS", "PROVINCES",
    "DataClass", "Fact", "Kind", "Problem",
]  # fmt: skip
