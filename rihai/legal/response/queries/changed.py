"""How a finding stands, and what of it has changed since somebody last acted on its line."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from rihai.legal.response.models import Response
from rihai.screening.law.packs import Law
from rihai.screening.models import Finding
from rihai.screening.shown.basis import basis_of

Key = tuple[UUID, str, str]
"""A line of the lists: the person, the provision, the case."""


@dataclass(frozen=True, slots=True)
class Changed:
    """What changed: facts by name, from which outcome to which; `gone`: the law no longer says it of the person."""

    facts: tuple[str, ...] = ()
    outcome: str = ""
    gone: bool = False

    def __bool__(self) -> bool:
        return bool(self.facts or self.outcome or self.gone)


def key_of(row: Finding | Response) -> Key:
    """Which line it is."""
    return row.person_id, row.provision, row.case_id


def stood(findings: Iterable[Finding], law: Law) -> dict[UUID, dict[str, Any]]:
    """How each finding stands today, as it is kept with an act."""
    found = list(findings)
    facts = basis_of(found, law)
    return {one.pk: {"outcome": one.outcome, "facts": facts[one.pk]} for one in found}


def changes(responses: Collection[Response], findings: Mapping[Key, Finding], law: Law) -> dict[UUID, Changed]:
    """By answer: what changed since its last act; a constant number of queries. Those that ended are left out."""
    standing = {one.pk: findings.get(key_of(one)) for one in responses if not one.ended}
    now = stood([one for one in standing.values() if one is not None], law)
    found: dict[UUID, Changed] = {}
    for one in responses:
        if one.ended or not one.stood:
            continue
        finding = standing[one.pk]
        changed = Changed(gone=True) if finding is None else _changed(one.stood, now[finding.pk])
        if changed:
            found[one.pk] = changed
    return found


def _changed(before: Mapping[str, Any], after: Mapping[str, Any]) -> Changed:
    old, new = before.get("facts", {}), after["facts"]
    names = tuple(sorted(name for name in old.keys() | new.keys() if old.get(name) != new.get(name)))
    outcome = after["outcome"] if after["outcome"] != before.get("outcome") else ""
    return Changed(facts=names, outcome=outcome)
