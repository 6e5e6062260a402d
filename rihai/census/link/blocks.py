"""Which pairs of records are worth comparing: those that share a number, or a name word together with something else.

Comparing everybody with everybody would take hours for a hundred thousand people, and nearly every pair is nobody's.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Hashable, Iterator, Sequence, Set
from typing import NamedTuple

from rihai.census.link.likeness import tokens
from rihai.census.link.particulars import Particulars
from rihai.days import date_of

LARGEST = 2_500
"""Pairs in one block; a block beyond it, such as a very common name with a common day, is left out and counted."""
LARGEST_OF_NAMES = 60
"""The same for blocks of names alone: they bring one person together only where few bear those names."""
Keys = Callable[[Particulars], Iterator[Hashable]]


class Candidates(NamedTuple):
    """Pairs to compare as places in the two lists, and how many blocks were too common to be compared whole."""

    pairs: set[tuple[int, int]]
    left_out: int


def candidates(
    one: Sequence[Particulars],
    other: Sequence[Particulars] | None = None,
    kinds: Sequence[Keys] | None = None,
    without: tuple[Set[int], Set[int]] = (frozenset(), frozenset()),
) -> Candidates:
    """The pairs worth comparing between two lists, or within one, where the first place is below the second.

    `kinds` are the kinds of key to go by, all of them if not given; `without` are places in either list to leave out.
    Each kind is indexed alone and forgotten before the next, which keeps memory low.
    """
    pairs: set[tuple[int, int]] = set()
    left_out = 0
    for keys in kinds or KINDS:
        index = _indexed(one, keys, without[0])
        most = LARGEST_OF_NAMES if keys is _both_names else LARGEST
        if other is None:
            left_out += _within(index, pairs, most)
        else:
            left_out += _between(index, _indexed(other, keys, without[1], index), pairs, most)
    return Candidates(pairs, left_out)


def _indexed(
    people: Sequence[Particulars], keys: Keys, without: Set[int], only: Container[int] | None = None
) -> dict[int, list[int]]:
    """The places of people by the hash of each of their keys; a chance collision only compares a pair too many."""
    index: dict[int, list[int]] = {}
    for at, person in enumerate(people):
        if at in without:
            continue
        for key in keys(person):
            found = hash(key)
            if only is None or found in only:
                index.setdefault(found, []).append(at)
    return index


def _within(index: dict[int, list[int]], pairs: set[tuple[int, int]], most: int) -> int:
    left_out = 0
    for places in index.values():
        if len(places) * (len(places) - 1) // 2 > most:
            left_out += 1
            continue
        pairs.update((a, b) for at, a in enumerate(places) for b in places[at + 1 :] if a != b)
    return left_out


def _between(index: dict[int, list[int]], theirs: dict[int, list[int]], pairs: set[tuple[int, int]], most: int) -> int:
    left_out = 0
    for shared, places in theirs.items():
        ours = index[shared]
        if len(places) * len(ours) > most:
            left_out += 1
            continue
        pairs.update((a, b) for a in ours for b in places)
    return left_out


def _numbers(person: Particulars) -> Iterator[Hashable]:
    if person.cnic:
        yield person.cnic
    if person.number:
        yield person.prison, person.number


def _case_and_name(person: Particulars) -> Iterator[Hashable]:
    for word in {*_own(person), *_fathers(person)}:
        for number in person.firs:
            yield number, word
        for day in person.arrested:
            yield day, word


def _day_and_name(person: Particulars) -> Iterator[Hashable]:
    for word in {*_own(person), *_fathers(person)}:
        if person.born and person.born.exact:
            yield "born", person.born.earliest, word
        if person.admitted is not None:
            yield "admitted", person.admitted, word


def _names_and_year(person: Particulars) -> Iterator[Hashable]:
    """Own name, father's name and each year of birth that is possible, where that is no more than three years."""
    if person.born is None or person.born.latest - person.born.earliest > 800:
        return
    first, last = date_of(person.born.earliest).year, date_of(person.born.latest).year
    for one, other in _both_names(person):
        for year in range(first, last + 1):
            yield one, other, year


def _names_and_district(person: Particulars) -> Iterator[Hashable]:
    if person.district:
        for one, other in _both_names(person):
            yield one, other, person.district


def _both_names(person: Particulars) -> Iterator[tuple[str, str]]:
    return ((one, other) for one in _own(person) for other in _fathers(person))


def _own(person: Particulars) -> tuple[str, ...]:
    return (*tokens(person.name), *tokens(person.alias)) if person.alias else tokens(person.name)


def _fathers(person: Particulars) -> tuple[str, ...]:
    return tokens(person.father) if person.father else ()


EXACT: tuple[Keys, ...] = (_numbers,)
"""Identity numbers and prison numbers."""
KINDS: tuple[Keys, ...] = (*EXACT, _case_and_name, _day_and_name, _names_and_year, _names_and_district, _both_names)
"""From the surest to the loosest; names alone are the last, and only where few people share them."""
