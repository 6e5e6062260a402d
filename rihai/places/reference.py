"""Prints docs/reference/places.md: what the published places are, and where each table of them comes from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from rihai.places.seed import rows, seed_figures, seed_places

_HEAD = """# The places that come with Rihai

Made by `python -m rihai.places.reference`; do not edit. The tables lie in `rihai/places/seed/`; each row names its
source. The drawing `pakistan.districts.svg` is `@svg-maps/pakistan.districts` 2.0.0 (Unlicense; after a map in the
public domain).

"""
_TABLES = (
    ("districts.csv", "provinces, divisions and districts; the shape of the drawing in which each lies, and why"),
    ("tehsils.csv", "tehsils"),
    ("prisons.csv", "prisons, with type, capacity and people held where a source gives them"),
    ("courts.csv", "the courts that sit at a named place, and their benches"),
    ("court-sorts.csv", "the sorts of court of which there are many; no court-house is invented for them"),
    ("figures.csv", "capacity and people held by province and in the country, as published"),
)
_CHANGED = """
## What was changed

- *Tando Ahyar* and *Umer Kot* in the list of tehsils are read as Tando Allahyar and Umerkot; two tehsils written as two
  names with a stroke, which also stand there singly, are left out, and a third keeps its second name as an alias.
- Courts written two in a row (Azad Jammu and Kashmir, Gilgit-Baltistan) are kept as two. Benches are read from the
  notes of their court; the district in which each sits is general knowledge.
- The source of Sub Jail South Waziristan names a district that has since become two: it stands in their division.
- Urdu names stand only where a table gives them; none was made from the English one.
- Indicators other than capacity and people held (health, age bands, shares, spending) are not taken in.
- Where a source gives only the year of a figure, the year is kept and shown, never a day.
"""


def page() -> str:
    """The page."""
    kinds = Counter(place.kind.value.replace("_", " ") for place in seed_places())
    figures = seed_figures()
    counts = sum(figure.total is not None or bool(figure.parts) for figure in figures)
    capacities = sum(figure.capacity is not None for figure in figures)
    return "".join(
        [
            _HEAD,
            _table(("kind", "places"), ((kind, str(number)) for kind, number in kinds.items())),
            f"\n{capacities} capacities and {counts} counts of people held.\n\n## Tables and sources\n\n",
            _table(("table", "rows", "holds"), ((name, str(len(rows(name))), holds) for name, holds in _TABLES)),
            "\n",
            _table(("source", "rows"), _sources()),
            _CHANGED,
        ]
    )


def _sources() -> Iterable[tuple[str, str]]:
    found = Counter(row["source"] for name, _holds in _TABLES for row in rows(name))
    return ((source.replace("|", "\\|"), str(number)) for source, number in sorted(found.items(), key=_by_number))


def _by_number(one: tuple[str, int]) -> tuple[int, str]:
    return -one[1], one[0]


def _table(head: tuple[str, ...], body: Iterable[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _cell in head), *body]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


if __name__ == "__main__":
    (Path(__file__).parents[2] / "docs" / "reference" / "places.md").write_text(page(), encoding="utf-8")
