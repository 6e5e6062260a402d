"""Measures names: how many spellings of one name meet, how many of different names do, how fast, beside plain peers.

    python -m bench.names [-v] [--held-out] [variants.csv [nonmatches.csv]]

Two spellings of one group of the variants should meet; any others should not, unless they are written alike or one is
a spelling of both groups. A pair meets when the two share a key for searching and `meets` says so, as in use.
--held-out takes the names of the file out of our list of known words, which shows how names we never saw would do.
"""

from __future__ import annotations

import argparse
import csv
import time
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

from rihai.names import keys_for_search, known, meets
from rihai.names.letters import fold
from rihai.names.sounds import skeleton

DATA = Path(__file__).parent.parent / "tests" / "names"
Judge = Callable[[str, str], bool]


class Spelling(NamedTuple):
    group: str
    text: str
    script: str


class Score(NamedTuple):
    """What became of the pairs: those of one name that met or not, in all and across scripts, and false meetings."""

    met: list[tuple[str, str]]
    missed: list[tuple[str, str]]
    met_across: int
    across: int
    false: list[tuple[str, str]]

    @property
    def recall(self) -> float:
        return len(self.met) / max(1, len(self.met) + len(self.missed))

    @property
    def precision(self) -> float:
        return len(self.met) / max(1, len(self.met) + len(self.false))

    @property
    def recall_across(self) -> float:
        return self.met_across / max(1, self.across)


def read_variants(path: Path, without: frozenset[str] = frozenset()) -> list[Spelling]:
    """The spellings of a file, without the kinds named; a column "group" or "group_id" says what belongs together."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Spelling(row.get("group") or row["group_id"], row["variant"], row["script"])
            for row in csv.DictReader(file)
            if row["kind"] not in without
        ]


def read_nonmatches(path: Path) -> list[tuple[str, str]]:
    """Pairs of names that must not meet, each in Roman, in Urdu and one in each script."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [(row[a], row[b]) for row in rows for a in ("name_a", "urdu_a") for b in ("name_b", "urdu_b")]


def score(spellings: list[Spelling], judge: Judge) -> Score:
    """Judges every pair of spellings; pairs whose label is not certain are left out."""
    groups: dict[str, set[str]] = {}
    for spelling in spellings:
        groups.setdefault(fold(spelling.text), set()).add(spelling.group)
    result = Score([], [], 0, 0, [])
    met_across = across = 0
    for one, other in combinations(spellings, 2):
        pair, same = (one.text, other.text), one.group == other.group
        if not same and groups[fold(one.text)] & groups[fold(other.text)]:
            continue
        met = judge(*pair)
        if same:
            (result.met if met else result.missed).append(pair)
            across += one.script != other.script
            met_across += met and one.script != other.script
        elif met:
            result.false.append(pair)
    return result._replace(met_across=met_across, across=across)


def ours(spellings: list[Spelling]) -> Judge:
    """Search by key, then meets."""
    keys = {spelling.text: keys_for_search(spelling.text) for spelling in spellings}
    return lambda a, b: not keys[a].isdisjoint(keys[b]) and meets(a, b).meets


def peers() -> Iterator[tuple[str, Judge]]:
    """Plain ways to do the same, on the same plain romanisation."""
    from rapidfuzz.distance import JaroWinkler
    from rapidfuzz.fuzz import WRatio

    def plain(text: str) -> str:
        return " ".join(ROMANISED.get(text) or ROMANISED.setdefault(text, _romanise(text)))

    yield "rapidfuzz WRatio >= 75", lambda a, b: WRatio(plain(a), plain(b), score_cutoff=75) > 0
    yield "Jaro-Winkler >= 0.85", lambda a, b: JaroWinkler.similarity(plain(a), plain(b), score_cutoff=0.85) > 0
    yield "consonants alone", lambda a, b: skeleton(fold(a)) == skeleton(fold(b))


ROMANISED: dict[str, list[str]] = {}
_LETTERS = dict(zip("ابپتٹثجچحخدڈذرڑزژسشصضطظعغفقکگلمنںوہھءیے", "abpttsjchkddzrrzzsssztzaghqkglmnnvhh yy", strict=False))


def _romanise(text: str) -> list[str]:
    """Letter for letter; no attempt at vowels, as a general transliterator would."""
    return "".join(_LETTERS.get(letter, letter) for letter in fold(text)).split()


def _forget(spellings: list[Spelling]) -> None:
    """Takes every known word out that the file spells, in any of its forms."""
    written = {fold(spelling.text) for spelling in spellings}
    known.ENTRIES = tuple(entry for entry in known.ENTRIES if written.isdisjoint(map(fold, entry)))


def _print(name: str, result: Score) -> None:
    print(
        f"{name:26} recall {result.recall:.3f}  across scripts {result.recall_across:.3f}  "
        f"precision {result.precision:.3f}  ({len(result.missed)} missed, {len(result.false)} false)"
    )


def _speed(spellings: list[Spelling]) -> None:
    texts = [f"{one.text} {other.text}" for one, other in zip(spellings, reversed(spellings), strict=True)]
    started = time.perf_counter()
    for text in texts:
        keys_for_search(text)
    took = time.perf_counter() - started
    print(f"{len(texts) / took:,.0f} names a second are given keys")


def main() -> None:
    parser = argparse.ArgumentParser(description="Measures names.")
    parser.add_argument("variants", nargs="?", type=Path, default=DATA / "variants.csv")
    parser.add_argument("nonmatches", nargs="?", type=Path, default=DATA / "nonmatches.csv")
    parser.add_argument("-v", "--verbose", action="store_true", help="list what was missed and what met falsely")
    parser.add_argument("--held-out", action="store_true", help="without the known words that the file spells")
    options = parser.parse_args()
    everything = read_variants(options.variants)
    people = read_variants(options.variants, frozenset({"place"}))
    if options.held_out:
        _forget(everything)
    result = score(people, ours(people))
    _print("names of people", result)
    _print("with places", score(everything, ours(everything)))
    pairs = read_nonmatches(options.nonmatches)
    wrong = [pair for pair in pairs if meets(*pair).meets]
    print(f"{len(wrong)} of {len(pairs)} pairs that must not meet do")
    further = read_variants(DATA / "further_variants.csv")
    _print("Afghan, Sindhi and others", score(further, ours(further)))
    _speed(people)
    for name, judge in peers():
        _print(name, score(people, judge))
    if options.verbose:
        for label, listed in (("missed", result.missed), ("false", result.false), ("must not meet", wrong)):
            for a, b in listed:
                print(f"{label}: {a} | {b} {meets(a, b).score}")


if __name__ == "__main__":
    main()
