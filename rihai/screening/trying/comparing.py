"""Compares what two versions of the law say of the same people: who is newly reached, who no longer, on which day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from rihai.law.changes import changes_of, why
from rihai.law.provision import Provision
from rihai.law.screen import find_in
from rihai.screening.law.classes import ANYBODY, Needs, as_read, needs_of_both
from rihai.screening.law.judge import Judged, judge
from rihai.screening.law.packs import Law
from rihai.screening.law.said import Key, Said
from rihai.screening.trying.models import ChangeKind

REACHED = frozenset({"met", "arguable"})


@dataclass(frozen=True, slots=True)
class Other:
    """One answer that comes out otherwise; either side may have nothing to say. `because` are ids of conditions."""

    key: Key
    kind: str
    old: Said | None
    new: Said | None
    needs: Needs
    because: tuple[str, ...]


def compared(records: Sequence[dict[str, Any]], old: Law, new: Law) -> list[list[Other]]:
    """For each record, as believed, what changes from one law to the other."""
    return [
        list(_others(one, other, old, new)) for one, other in zip(judge(records, old), judge(records, new), strict=True)
    ]


def _others(one: Judged, other: Judged, old: Law, new: Law) -> Iterator[Other]:
    before, after = ({said.key: (said, needs) for said, needs in judged.answers} for judged in (one, other))
    for key in dict.fromkeys([*before, *after]):
        first, second = before.get(key), after.get(key)
        if _told(first) == _told(second):
            continue
        needs = needs_of_both(first[1] if first else ANYBODY, second[1] if second else ANYBODY)
        reasons = _because(as_read(one.record, needs), key, old, new)
        said, says = (pair[0] if pair else None for pair in (first, second))
        yield Other(key, _kind(said, says), said, says, needs, reasons)


def _told(answer: tuple[Said, Needs] | None) -> tuple[object, ...]:
    if answer is None:
        return ()
    said = answer[0]
    return said.outcome, said.since, said.due_on, said.until


def _kind(old: Said | None, new: Said | None) -> str:
    was, will = (one is not None and one.outcome in REACHED for one in (old, new))
    if was != will:
        return ChangeKind.REACHED if will else ChangeKind.NO_LONGER
    if old and new and old.outcome == new.outcome:
        return ChangeKind.DAY
    return ChangeKind.OTHERWISE


def _because(record: dict[str, Any], key: Key, old: Law, new: Law) -> tuple[str, ...]:
    """The conditions that stand otherwise, on what a reader of the answer may know."""
    before, after = (
        [one for one in find_in(record, law.ready) if (one.provision.id, one.case_id) == key] for law in (old, new)
    )
    return tuple(name for change in changes_of(before, after) for name in why(change))


def day_of_answer(said: Said | None) -> date | None:
    """The day that stands beside an answer: since when, or from when."""
    return None if said is None else said.since or said.due_on


def words_of(provisions: Mapping[str, Provision], names: Sequence[str], on: date) -> dict[str, Any]:
    """The texts by which changes of these provisions are told, in each language."""
    found: dict[str, Any] = {}
    for name in names:
        one = provisions.get(name)
        if one is not None:
            conditions = one.version_on(on).conditions
            found[name] = {
                "cite": f"{one.cite.act}, {one.cite.section}",
                "title": {said: one.title.of(said) for said in ("en", "ur")},
                "conditions": {
                    key: {said: condition.says.of(said) for said in ("en", "ur")}
                    for key, condition in conditions.items()
                },
            }
    return found
