"""Whether two cells as registers write them may be one person's: name, alias, and the father or the husband."""

from __future__ import annotations

from dataclasses import replace

from rihai.names.meeting import Meeting, meets
from rihai.names.parts import NameParts, Relation, split_name

_HUSBAND: frozenset[Relation] = frozenset({"wife_of", "widow_of"})


def written_meet(a: str, b: str) -> Meeting:
    """Compares two cells: the name or the alias of one with those of the other, then the fathers or husbands.

    Fathers (or husbands) that do not meet part the two; one that stands in one cell only, or a father beside a husband,
    says nothing. The likeness is that of the name, or of the father or husband where that is lower.
    """
    one, other = split_name(a), split_name(b)
    name = _best(one, other)
    father, said = _fathers(one, other)
    if father is None:
        return replace(name, why=[*name.why[:-1], *said, name.why[-1]])
    lower = min(name, father, key=lambda meeting: (meeting.meets, meeting.score))
    return replace(lower, why=[*name.why[:-1], *said, lower.why[-1]])


def _best(one: NameParts, other: NameParts) -> Meeting:
    """The best meeting of a name or an alias with a name or an alias; that of the names where none is better."""
    found = [
        (meets(first, second), first, second)
        for first in (one.full_name, one.alias) for second in (other.full_name, other.alias)
        if first is not None and second is not None
    ]  # fmt: skip
    best, first, second = max(found, key=lambda each: each[0].score)
    if best is found[0][0]:
        return best
    return replace(best, why=[f"An alias is compared: “{first}” and “{second}”.", *best.why])


def _fathers(one: NameParts, other: NameParts) -> tuple[Meeting | None, list[str]]:
    """How the fathers or husbands compare, and what is said of it; None where there is nothing to compare."""
    first, second = one.father_or_husband_name, other.father_or_husband_name
    if not first or not second:
        return None, ["A father or husband is named for one only."] if first or second else []
    if (one.relation in _HUSBAND) != (other.relation in _HUSBAND):
        return None, ["A father is named for one and a husband for the other, so they are not compared."]
    meeting = meets(first, second)
    whose = "husbands" if one.relation in _HUSBAND else "fathers"
    return meeting, [f"The {whose} “{first}” and “{second}” {'meet' if meeting.meets else 'do not meet'}."]
