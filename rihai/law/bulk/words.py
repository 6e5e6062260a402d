"""What a finding of a census says in words: missing facts and notes, each distinct combination put into words once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from threading import Lock
from typing import NamedTuple

from rihai.law.bulk.details import OWN_NOTES
from rihai.law.engine import ReadyProvision
from rihai.law.provision import OUTCOMES


class Said(NamedTuple):
    """What the words of a finding depend on: see `Details.query`."""

    provision: int
    outcome: int
    missing: int
    asked: str
    noted: int


class Words:
    """Numbers every distinct combination, and remembers its missing facts and its notes; several may ask at once."""

    def __init__(self, provisions: Mapping[int, ReadyProvision]) -> None:
        self.provisions = provisions
        self.missing: list[tuple[str, ...]] = []
        self.notes: list[tuple[str, ...]] = []
        self._numbers: dict[Said, int] = {}
        self._lock = Lock()

    def numbers(self, found: Iterable[Said]) -> list[int]:
        """The number of each combination: its place in `missing` and `notes`."""
        with self._lock:
            return [self._numbers[said] if said in self._numbers else self._put(said) for said in found]

    def _put(self, said: Said) -> int:
        one = self.provisions[said.provision]
        open_ = [said.missing >> bit & 1 for bit in range(len(one.lowered.asks))]
        by_row = [ask.name for ask, matters in zip(one.lowered.asks, open_, strict=True) if matters and ask.by_row]
        named = dict(zip(by_row, said.asked.split(";"), strict=False))
        grades = {grade for weight, grade in ((4, "medium"), (8, "low")) if said.noted & weight}
        own = [said.noted >> OWN_NOTES + bit & 1 for bit in range(len(one.lowered.notes))]
        notes = one.notes(
            OUTCOMES[said.outcome], held=bool(said.noted & 1), from_arrest=bool(said.noted & 2), grades=grades, own=own
        )
        self.missing.append(one.missing(named, open_))
        self.notes.append(notes)
        self._numbers[said] = len(self.notes) - 1
        return self._numbers[said]
