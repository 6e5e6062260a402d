"""Constants for the day asked: comparing a fact with one is comparing what the calendar makes of it with the day."""

from __future__ import annotations

import random
from datetime import date

import pytest

from rihai.days import ALWAYS, NEVER, day_of
from rihai.law.graph import Expr, Graph
from rihai.law.python_writer import write_function
from rihai.law.settle import Settling
from tests.law.test_agreement import ON

DAY = day_of(ON)


def compared(seed: int) -> tuple[Graph, Expr]:
    """A drawn day moved by drawn lengths, compared with the day asked in a drawn way."""
    draw, g = random.Random(seed), Graph()
    first, second = g.col("first"), g.col("second")
    few, many = g.const(draw.randint(0, 40)), g.const(draw.randint(0, 400))
    months = draw.choice([few, many, g.min(few, g.when(g.lt(first, second), many, g.const(10**6)))])
    days = g.const(draw.randint(0, 90))
    moved = [g.add(first, months, days), g.within(second, few, days), g.add(second, few, g.const(draw.randint(-30, 0)))]
    chosen = draw.choice([
        *moved, g.max(*moved), g.min(*moved), g.when(g.le(first, second), moved[0], g.min(moved[1], g.never)),
    ])  # fmt: skip
    other = draw.choice([g.day, g.day, g.const(DAY + draw.randint(-900, 900)), g.never, g.always, moved[2]])
    test = draw.choice([g.le, g.lt])
    return g, test(chosen, other) if draw.random() < 0.5 else test(other, chosen)


def days_near(seed: int) -> list[dict[str, int]]:
    draw = random.Random(seed)
    one = [ALWAYS, NEVER, *(DAY - 30 * draw.randint(-2, 450) + draw.randint(-2, 2) for _ in range(40))]
    return [{"first": draw.choice(one), "second": draw.choice(one)} for _ in range(60)]


@pytest.mark.parametrize("seed", range(0, 600, 50))
def test_what_is_settled_for_a_day_is_what_the_calendar_says_on_it(seed: int) -> None:
    for drawn in range(seed, seed + 50):
        g, asked = compared(drawn)
        plain, settled = write_function("plain", [asked]), write_function("settled", [Settling(g, DAY)(asked)])

        for row in days_near(drawn):
            assert bool(plain(row, DAY)[0]) == bool(settled(row, DAY)[0]), (drawn, row)


def test_no_calendar_is_left_in_a_comparison_with_the_day() -> None:
    g = Graph()
    asked = g.le(g.max(g.add(g.col("since"), g.const(6), g.const(1)), g.col("tried")), g.day)

    settled = Settling(g, DAY)(asked)

    last = day_of(date(2024, 2, 29))  # whose anniversary is the day before
    assert settled is g.all(g.le(g.col("since"), g.const(last)), g.le(g.col("tried"), g.const(DAY)))
