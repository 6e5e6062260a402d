"""How rare a value is among the people at hand: what agreeing on it says, in bits (doublings of the odds)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from functools import lru_cache
from math import log2

from rihai.census.link.likeness import weight_of
from rihai.census.link.particulars import Particulars
from rihai.names import key

NAME_BITS, NAME_MOST = 6.0, 9.0
"""Bits for each whole distinctive word of a person's own name, and the most a name may say."""
FATHER_BITS, FATHER_MOST = 7.0, 13.0
"""The same for the father's or husband's name, which tells more: namesakes seldom share it."""

LEAST = 256
"""People whom a list is taken to stand for at least: what nobody else of a short list has is still rare at large."""


class Rarity:
    """Counts names, days and places over all records to be linked, and says in bits what agreeing on one is worth.

    Agreement on a value is worth the logarithm of how seldom two people share it by chance (Fellegi and Sunter 1969,
    "A Theory for Record Linkage"; frequencies of values: Winkler 2000). In a short list a rare name looks common and
    the other way round, so that a name is also worth no more than its words are among the commonest names at large.
    """

    def __init__(self, people: Iterable[Particulars], lists: int) -> None:
        """`lists` is in how many of the lists one person may stand: 2 between two censuses, else 1."""
        self._names: Counter[Hashable] = Counter()
        self._values: Counter[Hashable] = Counter()
        self.people = 0
        for person in people:
            self.people += 1
            self._names.update((("own", _key(person.name)), ("father", _key(person.father or ""))))
            self._values.update(("arrested", day) for day in person.arrested)
            self._values.update(("fir", number) for number in person.firs)
            self._values[("admitted", person.admitted)] += 1
            self._values[("district", person.district)] += 1
        self._lists = lists
        self.size = log2(max(2.0, self.people / lists))
        """The number of people one record may be, in bits: what must be overcome before two records are one person."""

    def own_name(self, name: str) -> float:
        """What agreeing on a person's own name says."""
        return min(NAME_MOST, weight_of(name) * NAME_BITS, self._of_count(self._names["own", _key(name)]))

    def father(self, name: str) -> float:
        """What agreeing on the father's or husband's name says."""
        return min(FATHER_MOST, weight_of(name) * FATHER_BITS, self._of_count(self._names["father", _key(name)]) + 3)

    def value(self, kind: str, value: Hashable, most: float) -> float:
        """What agreeing on a day, a number or a place says, and at most so much."""
        return min(most, self._of_count(self._values[kind, value]))

    def _of_count(self, count: int) -> float:
        """The person in hand is counted once in each list; a value is taken to be shared by one more at least."""
        others = count / self._lists - 1
        people = self.size if others > 0 else max(self.size, log2(LEAST))
        return max(0.0, people - log2(max(1.0, others) + 1))


@lru_cache(maxsize=200_000)
def _key(name: str) -> tuple[str, ...]:
    return key(name)
