"""What comes out otherwise for the same person under two versions of a pack, and which conditions differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rihai.law.engine import Finding


class Change(NamedTuple):
    """One finding that comes out otherwise: which provision, in which case, and both outcomes."""

    provision: str
    case_id: str | None
    old: Finding | None
    new: Finding | None


def changes_of(before: Iterable[Finding], after: Iterable[Finding]) -> Iterator[Change]:
    """What comes out otherwise for one record: another outcome or another day."""
    old, new = ({(one.provision.id, one.case_id): one for one in found} for found in (before, after))
    for key in dict.fromkeys([*old, *new]):
        first, second = old.get(key), new.get(key)
        if _told(first) != _told(second):
            yield Change(*key, first, second)


def why(change: Change) -> list[str]:
    """The conditions that stand otherwise, by their ids; those that only one version has among them."""
    standings = [
        {one.id: one.outcome for one in finding.conditions} if finding else {} for finding in (change.old, change.new)
    ]
    return [name for name in {**standings[0], **standings[1]} if standings[0].get(name) != standings[1].get(name)]


def _told(finding: Finding | None) -> tuple[object, ...]:
    """What is compared of a finding: not the wording, only what it says of the person."""
    if finding is None:
        return ()
    return finding.outcome, finding.since, finding.due_on, finding.until
