"""Codes in place of names: who worked in an emergency leaves the house as P1, P2 … in the order they appear."""

from __future__ import annotations

import re
from collections.abc import Iterable

SHORTEST = 4
"""Letters below which a name is not sought in what people wrote: it would be found within other words.

Nor is half a name, or one in another script: who takes the record reads the sentences before it leaves.
"""


class Codes:
    """The code of each name, also where somebody wrote it into a sentence. `key` says which is whose; it stays here."""

    def __init__(self, names: Iterable[str]) -> None:
        self._known = sorted({one for one in names if len(one) >= SHORTEST}, key=lambda one: (-len(one), one))
        self._of: dict[str, str] = {}

    def of(self, name: str) -> str:
        """The code of a name; nothing for none."""
        return self._of.setdefault(name, f"P{len(self._of) + 1}") if name else ""

    def within(self, text: str) -> str:
        """What somebody wrote, each known name in it replaced by its code."""
        for name in self._known:
            words = r"\s+".join(map(re.escape, name.split()))
            alone = re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)
            if alone.search(text):
                text = alone.sub(self.of(name), text)
        return text

    @property
    def key(self) -> list[tuple[str, str]]:
        """Each code with its name."""
        return [(code, name) for name, code in self._of.items()]
