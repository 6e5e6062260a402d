"""The tree of a condition: tests of facts at the leaves, joined by all, any and not.

A condition is true *from a day*. Its shape is known from its text alone: `fixed` does not turn with the day, `begins`
once true stays true, `ends` is true until a day, `span` begins and ends. Anything that could hold in two separate
spells is refused; it is written as ways. Why this is exact: docs/explanation/days-not-booleans.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

Shape = Literal["fixed", "begins", "ends", "span", "two"]


@dataclass(frozen=True, slots=True)
class Amount:
    """A length of time: calendar months and days, a fraction or the whole of a term fact, or a table."""

    months: int = 0
    days: int = 0
    term: str | None = None
    fraction: Fraction | None = None
    table: Table | None = None
    tiers: Tiers | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Months by the values of codes and yes/no facts: `rows` maps a tuple of values to months.

    `court_codes` lists, for each key, the codes whose row is for the court to choose.
    """

    keys: tuple[str, ...]
    rows: tuple[tuple[tuple[str | bool, ...], int], ...]
    court_codes: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class Tiers:
    """Months by a number: the first tier whose `up_to` is not below it; the last has no top."""

    key: str
    steps: tuple[tuple[float | None, int], ...]


@dataclass(frozen=True, slots=True)
class Is:
    """A code is one of `values`; for `court_codes` it is for the court to say; `silent`: counts only when known."""

    fact: str
    values: frozenset[str]
    court_codes: frozenset[str] = frozenset()
    silent: bool = False


@dataclass(frozen=True, slots=True)
class YesNo:
    """A yes/no fact is `value`.

    `silent`: what is in the person's own hands counts only when known. `to_court`: courts disagree on what follows
    when it holds, so that a known `value` is for the court too.
    """

    fact: str
    value: bool
    silent: bool = False
    to_court: bool = False


@dataclass(frozen=True, slots=True)
class Has:
    """A list of codes holds one of `values`; no values asks whether it holds any at all."""

    fact: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Number:
    """A number is over, at least, at most or under `bound`."""

    fact: str
    test: Literal["over", "at_least", "at_most", "under"]
    bound: float


@dataclass(frozen=True, slots=True)
class AtLeastFact:
    """A number is at least another number of the record."""

    fact: str
    bound: str


@dataclass(frozen=True, slots=True)
class DateIn:
    """A date falls on or after the day `first` and before the day `before`."""

    fact: str
    first: int | None
    before: int | None


@dataclass(frozen=True, slots=True)
class Earlier:
    """A date is earlier than another date of the record, by more than some months and days where they are given."""

    fact: str
    than: str
    months: int = 0
    days: int = 0


@dataclass(frozen=True, slots=True)
class Given:
    """The record gives the fact; never unknown, for reports whose absence is itself what is flagged."""

    fact: str


@dataclass(frozen=True, slots=True)
class Since:
    """From the day on which `amount` since a date is reached, or the day after when it must be exceeded.

    `less` and `plus` name numbers of days by which that day comes sooner (remission) or later (delay of one's own).
    """

    fact: str
    amount: Amount
    exceeds: bool
    less: str | None = None
    plus: str | None = None


@dataclass(frozen=True, slots=True)
class Until:
    """Until the day `amount` after a date."""

    fact: str
    amount: Amount


@dataclass(frozen=True, slots=True)
class LeftUntil:
    """From the first day on which not more than `amount` is left until a date."""

    fact: str
    amount: Amount


@dataclass(frozen=True, slots=True)
class AgeOn:
    """The age in completed years on a date of the record is under, at least or over `years`."""

    fact: str
    test: Literal["under", "at_least", "over"]
    years: int


@dataclass(frozen=True, slots=True)
class OnDay:
    """A condition that begins or ends, asked on one fixed day."""

    day: int
    node: Node


@dataclass(frozen=True, slots=True)
class AnyItem:
    """Some item of a list meets a condition over the item's own facts."""

    list_name: str
    where: Node


@dataclass(frozen=True, slots=True)
class All:
    """Every part holds."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Any:
    """Some part holds."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The leaf does not hold; `push` leaves no other kind of negation."""

    node: Node


Leaf = (
    Is
    | YesNo
    | Has
    | Number
    | AtLeastFact
    | DateIn
    | Earlier
    | Given
    | Since
    | Until
    | LeftUntil
    | AgeOn
    | OnDay
    | AnyItem
)
Node = Leaf | All | Any | Not


def push(node: Node, negated: bool = False) -> Node:
    """The same tree with every `not` at a leaf: all and any change places under it."""
    if isinstance(node, Not):
        return push(node.node, not negated)
    if isinstance(node, All | Any):
        parts = tuple(push(part, negated) for part in node.parts)
        return All(parts) if isinstance(node, All) != negated else Any(parts)
    return Not(node) if negated else node


def shape(node: Node) -> Shape:
    """The shape of a pushed tree."""
    if isinstance(node, Not):
        turned: dict[Shape, Shape] = {"begins": "ends", "ends": "begins"}
        own = shape(node.node)
        return turned.get(own, "two" if own == "span" else own)
    if isinstance(node, Since | LeftUntil):
        return "begins"
    if isinstance(node, Until):
        return "ends"
    if isinstance(node, AnyItem):
        return shape(push(node.where))
    if isinstance(node, All):
        return _shape_of_all([shape(part) for part in node.parts])
    if isinstance(node, Any):
        return _shape_of_any([shape(part) for part in node.parts])
    return "fixed"


def _shape_of_all(shapes: list[Shape]) -> Shape:
    kinds = set(shapes) - {"fixed"}
    if "two" in kinds:
        return "two"
    if not kinds:
        return "fixed"
    return next(iter(kinds)) if len(kinds) == 1 else "span"


def _shape_of_any(shapes: list[Shape]) -> Shape:
    moving = [kind for kind in shapes if kind != "fixed"]
    kinds = set(moving)
    if not kinds:
        return "fixed"
    if "two" in kinds or len(kinds) > 1 or (kinds == {"span"} and len(moving) > 1):
        return "two"
    return moving[0]


def leaves(node: Node, negated: bool = False) -> list[tuple[Leaf, bool]]:
    """The leaves of a pushed tree, each with whether it stands negated."""
    if isinstance(node, Not):
        return leaves(node.node, not negated)
    if isinstance(node, All | Any):
        return [found for part in node.parts for found in leaves(part, negated)]
    return [(node, negated)]


def amount_facts(amount: Amount) -> tuple[str, ...]:
    """The facts an amount depends on."""
    if amount.table:
        return amount.table.keys
    if amount.tiers:
        return (amount.tiers.key,)
    return (amount.term,) if amount.term else ()


def shifts_of(leaf: Leaf) -> tuple[str, ...]:
    """The numbers of days that bring the turning day of a leaf forward or put it off."""
    return tuple(fact for fact in (leaf.less, leaf.plus) if fact) if isinstance(leaf, Since) else ()


def facts_of(leaf: Leaf) -> tuple[str, ...]:
    """The facts of the record that a leaf asks, a list's by the list's name."""
    if isinstance(leaf, AnyItem):
        return (leaf.list_name,)
    if isinstance(leaf, OnDay):
        return tuple(fact for inner, _ in leaves(push(leaf.node)) for fact in facts_of(inner))
    if isinstance(leaf, Since):
        return (leaf.fact, *amount_facts(leaf.amount), *shifts_of(leaf))
    if isinstance(leaf, Until | LeftUntil):
        return (leaf.fact, *amount_facts(leaf.amount))
    if isinstance(leaf, Earlier):
        return (leaf.fact, leaf.than)
    if isinstance(leaf, AtLeastFact):
        return (leaf.fact, leaf.bound)
    if isinstance(leaf, AgeOn):
        return (leaf.fact, "born")
    return (leaf.fact,)
