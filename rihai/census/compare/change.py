"""One change between two lists: its kind, the records concerned, what differs, and why they are one person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, get_args

from rihai.census.link import Link, reasons

Kind = Literal[
    "still_here", "missing_without_release", "impossible", "probably_same", "left_out", "status_changed", "moved",
    "gone", "new", "not_covered",
]  # fmt: skip
KINDS: tuple[Kind, ...] = get_args(Kind)
"""From what a person should look at first to what only needs to be known."""


class Difference(NamedTuple):
    """One fact that differs or explains: what it was, what it is now, a code for what that means, the case it is of."""

    fact: str
    before: Any
    after: Any
    code: str
    case_id: str | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the list of changes.

    `old` and `new` are places in the two lists, None where the person stands in one only. `provisions` are those of
    release that reached the person last time, `still` those of them that do so now. `link` says why two records are
    one person.
    """

    kind: Kind
    old: int | None
    new: int | None
    differences: tuple[Difference, ...] = ()
    link: Link | None = None
    provisions: tuple[str, ...] = ()
    still: tuple[str, ...] = ()

    def as_json(self, old_id: str | None, new_id: str | None) -> dict[str, Any]:
        """The object printed for this change; it names records by their ids and holds no names."""
        return {
            "kind": self.kind,
            "old": old_id,
            "new": new_id,
            "differences": [one._asdict() for one in self.differences],
            "provisions": list(self.provisions),
            "still": list(self.still),
            "weight": self.link.weight if self.link else None,
            "reasons": reasons(self.link, "en") if self.link else [],
        }
