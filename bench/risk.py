"""The risk of a research extract beside a known library: pycanon, in an environment of its own.

    uv run --isolated --no-project --with pycanon==1.3.6 python bench/risk.py extract.csv

pycanon (Apache-2.0) pins exact versions of numpy and pandas, which no application can share; so it measures the file
that leaves, from outside, and is not installed with Rihai. Where it disagrees with our own numbers this ends with 1.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter, defaultdict
from importlib import import_module
from pathlib import Path

QUASI = ["sex", "age_band", "province", "standing"]
SENSITIVE = ["time_under_trial", "offence"]
WITHHELD = "c"


def ours(rows: list[dict[str, str]]) -> dict[str, int]:
    """k, and for each sensitive column its diversity over the groups in which it is told."""
    groups = Counter(tuple(row[name] for name in QUASI) for row in rows)
    found = {"k": min(groups.values())}
    for name in SENSITIVE:
        facts: dict[tuple[str, ...], set[str]] = defaultdict(set)
        for row in rows:
            facts[tuple(row[one] for one in QUASI)].add(row[name])
        found[name] = min(len(one) for one in facts.values() if one != {WITHHELD})
    return found


def theirs(rows: list[dict[str, str]]) -> dict[str, int]:
    """The same by pycanon; groups in which a column is withheld are left out of that column, as they tell nothing."""
    pandas, anonymity = import_module("pandas"), import_module("pycanon.anonymity")
    frame = pandas.DataFrame(rows)
    found = {"k": int(anonymity.k_anonymity(frame, QUASI))}
    for name in SENSITIVE:
        found[name] = int(anonymity.l_diversity(frame[frame[name] != WITHHELD].reset_index(drop=True), QUASI, [name]))
    return found


def main(path: str) -> int:
    """Print both and say whether they agree."""
    with Path(path).open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    mine, known = ours(rows), theirs(rows)
    print(f"{len(rows)} rows; ours {mine}; pycanon {known}")
    return 0 if mine == known else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1]))
