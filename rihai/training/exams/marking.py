"""What tests before and after say, from plain values: gains, who passes, and each question apart.

Only people who sat both are compared; whoever sat one of them is counted apart and takes no part in any figure. The
normalised gain is (after - before) / (most - before), for whoever could still gain: how much of what was missing before
is there afterwards (R. R. Hake, Am. J. Phys. 66, 64, 1998; here of each person, and the mean of those).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

FEWEST = 20
"""Below so many people nothing is said in per cent: one of them would be five of it or more."""


@dataclass(frozen=True, slots=True)
class Sat:
    """One test that was sat: under which code, and which of the questions were answered right."""

    code: str
    right: frozenset[str]

    @property
    def score(self) -> int:
        """How many were right."""
        return len(self.right)


@dataclass(frozen=True, slots=True)
class Pair:
    """Both tests of one person."""

    before: Sat
    after: Sat

    @property
    def gain(self) -> int:
        """How many more were right afterwards; below nothing where it were fewer."""
        return self.after.score - self.before.score

    def normalised(self, most: int) -> Fraction | None:
        """How much of what was missing before is there afterwards; None where nothing was missing."""
        return normalised(self.before.score, self.after.score, most)


@dataclass(frozen=True, slots=True)
class Item:
    """One question: how many of those who sat both had it right before, and afterwards."""

    name: str
    before: int
    after: int

    @property
    def is_worse(self) -> bool:
        """Whether fewer had it right afterwards than before: the question, or the teaching, wants looking at."""
        return self.after < self.before


@dataclass(frozen=True, slots=True)
class Marked:
    """What the tests of a session say. `most` is the number of questions; `pass_mark` how many must be right."""

    pairs: tuple[Pair, ...]
    only_before: tuple[Sat, ...]
    only_after: tuple[Sat, ...]
    items: tuple[Item, ...]
    most: int
    pass_mark: int

    @property
    def people(self) -> int:
        """How many sat both."""
        return len(self.pairs)

    @property
    def may_say_shares(self) -> bool:
        """Whether there are enough of them to say anything in per cent."""
        return self.people >= FEWEST

    @property
    def mean_before(self) -> Fraction | None:
        """The mean number right before; None where nobody sat both."""
        return mean([Fraction(one.before.score) for one in self.pairs])

    @property
    def mean_after(self) -> Fraction | None:
        """The mean number right afterwards."""
        return mean([Fraction(one.after.score) for one in self.pairs])

    @property
    def mean_gain(self) -> Fraction | None:
        """The mean of the gains."""
        return mean([Fraction(one.gain) for one in self.pairs])

    @property
    def mean_normalised(self) -> Fraction | None:
        """The mean of the normalised gains of those who could still gain; None where there are none."""
        return mean([one for one in (pair.normalised(self.most) for pair in self.pairs) if one is not None])

    @property
    def had_all(self) -> int:
        """How many had everything right before already, and so have no normalised gain."""
        return sum(1 for one in self.pairs if one.before.score >= self.most)

    @property
    def passed_before(self) -> int:
        """How many of those who sat both were at the pass mark before."""
        return sum(1 for one in self.pairs if one.before.score >= self.pass_mark)

    @property
    def passed_after(self) -> int:
        """And afterwards."""
        return sum(1 for one in self.pairs if one.after.score >= self.pass_mark)

    @property
    def worse(self) -> tuple[Item, ...]:
        """The questions that got worse."""
        return tuple(one for one in self.items if one.is_worse)


def normalised(before: int, after: int, most: int) -> Fraction | None:
    """(after - before) / (most - before); None where nothing was missing before."""
    return Fraction(after - before, most - before) if before < most else None


def mean(values: Sequence[Fraction]) -> Fraction | None:
    """Their mean; None of nothing."""
    return sum(values, Fraction(0)) / len(values) if values else None


def needed(per_cent: int, most: int) -> int:
    """How many of `most` questions must be right to reach a pass mark in per cent: never fewer than it says."""
    return -(-per_cent * most // 100)


def right_in(values: Mapping[str, object], key: Mapping[str, Collection[str]]) -> frozenset[str]:
    """The questions answered right; `key` says of each question the answers that are."""
    return frozenset(name for name, answers in key.items() if str(values.get(name, "")) in answers)


def marked(before: Collection[Sat], after: Collection[Sat], items: Sequence[str], *, pass_per_cent: int) -> Marked:
    """Match the tests by code and mark them; a code stands at most once on either side."""
    first, then = {one.code: one for one in before}, {one.code: one for one in after}
    pairs = tuple(Pair(first[code], then[code]) for code in sorted(first.keys() & then.keys()))
    return Marked(
        pairs=pairs,
        only_before=tuple(first[code] for code in sorted(first.keys() - then.keys())),
        only_after=tuple(then[code] for code in sorted(then.keys() - first.keys())),
        items=tuple(
            Item(
                name,
                sum(1 for one in pairs if name in one.before.right),
                sum(1 for one in pairs if name in one.after.right),
            )
            for name in items
        ),
        most=len(items),
        pass_mark=needed(pass_per_cent, len(items)),
    )
