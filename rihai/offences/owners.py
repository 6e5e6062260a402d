"""Which Act each section belongs to: the one named after its run, or before it where a text names Acts first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise

from rihai.offences.tokens import Token


def owners(tokens: Sequence[Token]) -> dict[int, int | None]:
    """For the index of each section the index of its Act, or None where the text does not tell.

    "302/34 PPC, 7 ATA": an Act owns the sections back to the Act before it. "PECA 20/21": an Act with no section
    before it owns those that follow. Where both could be meant ("PECA 20, 21, 379 PPC") the Act in the same run
    between commas decides, and a section with neither beside it has no Act that could be told. What is not read may be
    the name of an Act, so nothing is owned across it: in "4/5 ESA, 302 PPC" only 302 is of the Penal Code.
    """
    acts = [index for index, token in enumerate(tokens) if token.kind == "act"]
    bounds = [-1, *acts, len(tokens)]
    gaps = [
        [index for index in range(first + 1, last) if tokens[index].kind == "section"]
        for first, last in pairwise(bounds)
    ]
    unread = list(accumulate(token.kind == "unread" for token in tokens))
    owned: dict[int, int | None] = {}
    owns_before = False
    for number, gap in enumerate(gaps):
        left = acts[number - 1] if number else None
        right = acts[number] if number < len(acts) else None
        after = gaps[number + 1] if right is not None else []
        owner = _owner_in(tokens, gap, left, right, owns_before, after)
        for index in gap:
            act = owner(index)
            owned[index] = None if act is None or unread[act] != unread[index] else act
        owns_before = right is not None and any(owned[index] == right for index in gap)
    return owned


def _owner_in(
    tokens: Sequence[Token],
    gap: Sequence[int],
    left: int | None,
    right: int | None,
    owns_before: bool,
    after: Sequence[int],
) -> Callable[[int], int | None]:
    """The Act of each section in `gap`, between the Acts `left` and `right`; `after` are the sections beyond.

    `owns_before` says that `left` owns sections before it.
    """
    if left is None:
        return lambda _: right
    if right is None:
        return lambda _: None if owns_before else left
    leads = any(tokens[section].run == tokens[right].run for section in after)
    trails = any(tokens[section].run == tokens[right].run for section in gap)

    def owner(index: int) -> int | None:
        beside_right = tokens[index].run == tokens[right].run
        if owns_before:
            return right if beside_right or not leads else None
        if tokens[index].run == tokens[left].run:
            return left if leads or not beside_right else None
        if beside_right:
            return None if leads else right
        return None if trails else left

    return owner
