"""Which Act each section belongs to: the one named after its run, or before it where a text names Acts first."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from rihai.offences.tokens import Token


def owners(tokens: Sequence[Token]) -> dict[int, int | None]:
    """For the index of each section the index of its Act, or None where the text does not tell.

    "302/34 PPC, 7 ATA": an Act owns the sections back to the Act before it. "PECA 20/21": an Act with no section
    before it owns those that follow. Where both could be meant ("PECA 20, 21, 379 PPC") the Act in the same run
    between commas decides, and a section with neither beside it has no Act that could be told.
    """
    acts = [index for index, token in enumerate(tokens) if token.kind == "act"]
    bounds = [-1, *acts, len(tokens)]
    gaps = [
        [index for index in range(first + 1, last) if tokens[index].kind == "section"]
        for first, last in pairwise(bounds)
    ]
    owned: dict[int, int | None] = {}
    for number, gap in enumerate(gaps):
        left = acts[number - 1] if number else None
        right = acts[number] if number < len(acts) else None
        after = gaps[number + 1] if right is not None else []
        for index in gap:
            owned[index] = _owner(tokens, owned, index, left, right, gap, after)
    return owned


def _owner(
    tokens: Sequence[Token],
    owned: dict[int, int | None],
    index: int,
    left: int | None,
    right: int | None,
    gap: Sequence[int],
    after: Sequence[int],
) -> int | None:
    """The Act of a section between the Acts `left` and `right`; `gap` are all sections there, `after` those beyond."""
    if left is None:
        return right
    owns_before = any(act == left for section, act in owned.items() if section < left)
    if right is None:
        return None if owns_before else left
    run = tokens[index].run
    beside_right = run == tokens[right].run
    leads = any(tokens[section].run == tokens[right].run for section in after)
    if owns_before:
        return right if beside_right or not leads else None
    if run == tokens[left].run:
        return left if leads or not beside_right else None
    if beside_right:
        return None if leads else right
    return None if any(tokens[section].run == tokens[right].run for section in gap) else left
