"""Readers who share no code with what they attack: one tries every world, one solves the sums exactly."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from fractions import Fraction

from rihai.profile.disclosure import Figures, Key, Release, attack

DAY = "2026-10-01"


def key(series: str, period: str = DAY) -> Key:
    return Key(period, series)


def breakdown(*parts: int, threshold: int = 5, period: str = DAY, total: str = "all") -> Figures:
    """A total with its parts, named a, b, c and on."""
    figures = Figures()
    figures.add(key(total, period), sum(parts), threshold)
    named = [figures.add(key(chr(97 + i), period), part, threshold) for i, part in enumerate(parts)]
    figures.add_sum(key(total, period), named)
    return figures


def crossed(rows: Sequence[Sequence[int]], threshold: int = 5) -> Figures:
    """A table of two dimensions with the totals of its rows, its columns, and the whole."""
    figures = Figures()
    for i, row in enumerate(rows):
        for j, number in enumerate(row):
            figures.add(key(f"{i}.{j}"), number, threshold)
        figures.add(key(f"{i}.*"), sum(row), threshold)
        figures.add_sum(key(f"{i}.*"), [key(f"{i}.{j}") for j in range(len(row))])
    for j, column in enumerate(zip(*rows, strict=True)):
        figures.add(key(f"*.{j}"), sum(column), threshold)
        figures.add_sum(key(f"*.{j}"), [key(f"{i}.{j}") for i in range(len(rows))])
    figures.add(key("*.*"), sum(map(sum, rows)), threshold)
    figures.add_sum(key("*.*"), [key(f"{i}.*") for i in range(len(rows))])
    figures.add_sum(key("*.*"), [key(f"*.{j}") for j in range(len(rows[0]))])
    return figures


def solved(releases: Sequence[Release]) -> set[Key]:
    """The cells not printed that follow from the sums alone, by elimination in exact fractions (printed unrounded)."""
    printed = {one: number for release in releases for one, number in release.cells.items() if number is not None}
    sums = [one for release in releases for one in release.sums]
    hidden = list(dict.fromkeys(cell for one in sums for cell in one.keys if cell not in printed))
    place = {cell: i for i, cell in enumerate(hidden)}
    rows = []
    for one in sums:
        row = [Fraction(0)] * len(hidden)
        for cell, sign in ((one.total, -1), *((part, 1) for part in one.parts)):
            if cell in place:
                row[place[cell]] += sign
        rows.append(row)
    return {hidden[row.index(Fraction(1))] for row in _reduced(rows) if sum(map(bool, row)) == 1}


def _reduced(rows: list[list[Fraction]]) -> list[list[Fraction]]:
    """The reduced row echelon form."""
    done = 0
    for column in range(len(rows[0]) if rows else 0):
        pivot = next((i for i in range(done, len(rows)) if rows[i][column]), None)
        if pivot is None:
            continue
        rows[done], rows[pivot] = rows[pivot], rows[done]
        rows[done] = [number / rows[done][column] for number in rows[done]]
        for i, row in enumerate(rows):
            if i != done and row[column]:
                rows[i] = [a - row[column] * b for a, b in zip(row, rows[done], strict=True)]
        done += 1
    return rows[:done]


def tried(release: Release, most: int) -> dict[Key, tuple[int, int]]:
    """The least and greatest of every withheld cell up to `most`, by trying all worlds of an unrounded release."""
    hidden = [one for one, number in release.cells.items() if number is None]
    known = {one: number for one, number in release.cells.items() if number is not None}
    worlds = []
    for numbers in itertools.product(range(most + 1), repeat=len(hidden)):
        world = known | dict(zip(hidden, numbers, strict=True))
        if all(world[one.total] == sum(world[part] for part in one.parts) for one in release.sums):
            worlds.append(numbers)
    columns = list(zip(*worlds, strict=True))
    return {one: (min(found), max(found)) for one, found in zip(hidden, columns, strict=True)}


def betrayed(figures: Figures, releases: Sequence[Release]) -> dict[Key, str]:
    """The cells of which a reader of the releases learns too much, and what; empty when the releases hold.

    Nobody may get nearer than the threshold to a small count, or to a cell withheld to cover it.
    """
    found = {one: "solved" for one in solved(releases) if figures.counts[one].is_small}
    for one, (low, high) in attack(releases).items():
        count = figures.counts[one]
        if not low <= count.number <= high:
            found[one] = f"{count.number} is said to lie from {low} to {high}"
        elif (count.shown or count.is_small) and high - low < count.threshold:
            found[one] = f"known to lie from {low} to {high}"
    return found
