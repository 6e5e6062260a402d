"""On which facts findings rest, each as a short sum, so that a room above can say what changed since an act."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import Any
from uuid import UUID

from rihai.law.reckoned import ASKS
from rihai.law.tree import facts_of, leaves, push
from rihai.screening.law.packs import Law
from rihai.screening.models import Finding
from rihai.screening.shown.records import records_behind

LONG = 12
CHARGES = "charges"
Basis = dict[str, str]


def basis_of(findings: Iterable[Finding], law: Law) -> dict[UUID, Basis]:
    """By finding: the facts on record that its provision asks for, each with a sum of its value.

    Read with no more classes than the finding needs, so that everybody who sees it gets the same; a constant number of
    queries. A fact that is not on record is not there.
    """
    found = list(findings)
    records = records_behind(found) if found else {}
    return {one.pk: _basis(one, records[one.pk], law) for one in found}


def facts_behind(provision: str, law: Law) -> frozenset[str]:
    """The facts by which a provision is answered; of what is reckoned, the fact it is reckoned from."""
    asked = law.asked(provision)
    if asked is None:
        return frozenset()
    version = asked[1].lowered.version
    nodes = [version.conditions[name].node for name in version.used()]
    names = {fact for node in nodes for leaf, _sign in leaves(push(node)) for fact in facts_of(leaf)}
    return frozenset(_asked(names))


def _asked(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield ASKS.get(name, name).partition(".")[0]


def _basis(finding: Finding, record: dict[str, Any], law: Law) -> Basis:
    cases: list[dict[str, Any]] = record.get("cases") or []
    case: dict[str, Any] = next((one for one in cases if one.get("case_id") == finding.case_id), {})
    names = facts_behind(finding.provision, law) | ({CHARGES} if finding.case_id else set())
    values = {name: case.get(name, record.get(name)) for name in sorted(names)}
    return {name: _sum(value) for name, value in values.items() if value is not None}


def _sum(value: Any) -> str:
    return hashlib.sha256(json.dumps(value, sort_keys=True, default=str).encode()).hexdigest()[:LONG]
