"""Rounding to a base: to the nearest multiple, or so that rounded parts still make their rounded total."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rihai.profile.disclosure.figures import Key, Sum
from rihai.profile.disclosure.worlds import Worlds


def nearest(number: int, base: int) -> int:
    """The nearest multiple of the base, half up: to base 5, 1 and 2 become 0; 3, 4, 6 and 7 become 5; 8 becomes 10."""
    return (2 * number + base) // (2 * base) * base


def rounded(
    numbers: Mapping[Key, int], sums: Iterable[Sum], base: int, printed: Mapping[Key, int] | None = None
) -> tuple[dict[Key, int], bool]:
    """The numbers rounded, and whether the rounded parts of every sum that stands whole make its total.

    Controlled rounding (Cox and Ernst, "Controlled rounding", INFOR 20, 1982): a multiple stays, anything else goes to
    the multiple below or above, the nearest where the sums allow it. Where no such rounding is found each number goes
    to its nearest multiple and the page has to say that parts may not add up. What was `printed` before stays.
    """
    whole = [one for one in sums if all(key in numbers for key in one.keys)]
    steps = {key: (number // base, -(-number // base)) for key, number in numbers.items()}
    steps |= {key: (number // base,) * 2 for key, number in (printed or {}).items() if key in numbers}
    world = Worlds(steps, whole, {key: nearest(number, base) // base for key, number in numbers.items()}).world()
    if world is not None:
        return {key: step * base for key, step in world.items()}, True
    return {key: nearest(number, base) for key, number in numbers.items()} | dict(printed or {}), not whole
