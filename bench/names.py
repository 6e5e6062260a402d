"""Names: how many spellings of one name meet, how many of different names do, how fast, beside plain peers.

    python -m bench.names

lists what is missed and what meets falsely; `python -m bench names` measures.

Two spellings of one group of the variants should meet; any others should not, unless they are written alike or one is
a spelling of both groups. A pair meets when the two share a key for searching and `meets` says so, as in use.
"""

from __future__ import annotations

import csv
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import combinations
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

from bench.measure import Measurement, measure
from rihai.names import keys_for_search, known, meets
from rihai.names.letters import fold
from rihai.names.sounds import skeleton

DATA = Path(__file__).parent.parent / "tests" / "names"
Judge = Callable[[str, str], bool]
_NOTE = (
    "A run judges every pair of the spellings, with nothing remembered from the last. Our weights were set by hand on "
    "two thirds of these names. With none of them among our known words one sees how names do that we never saw; that "
    "was not timed."
)


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


def _held_out(path: Path) -> Score:
    """How well names meet that are not among our known words; for a process of its own, which then knows less."""
    _forget(read_variants(path))
    people = read_variants(path, frozenset({"place"}))
    return score(people, ours(people))


def _agree(people: list[Spelling], judge: Judge) -> None:
    """Names that must not meet do not, and it is all the same which of two is named first; else no figures."""
    if any(meets(*pair).meets for pair in read_nonmatches(DATA / "nonmatches.csv")):
        raise SystemExit("Names that must not meet do: no figures are given.")
    if any(judge(one.text, other.text) != judge(other.text, one.text) for one, other in combinations(people, 2)):
        raise SystemExit("Which of two names is named first matters: no figures are given.")


def _told(result: Score) -> dict[str, str]:
    return {
        "recall": f"{result.recall:.3f}",
        "across scripts": f"{result.recall_across:.3f}",
        "precision": f"{result.precision:.3f}",
        "missed": f"{len(result.missed):,}",
        "false": f"{len(result.false):,}",
    }


def nothing_remembered() -> None:
    """Names are remembered as they are read; a run that is timed must not find what the last one left."""
    ROMANISED.clear()
    for name, module in list(sys.modules.items()):
        if name.startswith("rihai.names"):
            for thing in vars(module).values():
                if hasattr(thing, "cache_clear"):
                    thing.cache_clear()


def _judged(name: str, spellings: list[Spelling], judge: Callable[[], Judge], runs: int) -> Measurement:
    """Every pair of the spellings judged; a run begins with the making of the judge (our keys)."""
    found: list[Score] = []

    def work() -> None:
        nothing_remembered()
        found.append(score(spellings, judge()))

    timed = measure(name, f"{len(spellings):,} spellings", work, runs=runs)
    return replace(timed, figures=_told(found[-1]))


def _keys(texts: list[str]) -> None:
    nothing_remembered()
    for text in texts:
        keys_for_search(text)


def run(quick: bool) -> list[Measurement]:
    """How well spellings of one name meet, beside plain peers, and how fast names are given keys."""
    runs, part = (1, 4) if quick else (3, 1)
    every = read_variants(DATA / "variants.csv")[::part]
    people = read_variants(DATA / "variants.csv", frozenset({"place"}))[::part]
    further = read_variants(DATA / "further_variants.csv")[::part]
    _agree(people[::4], ours(people))
    texts = [f"{one.text} {other.text}" for one, other in zip(people, reversed(people), strict=True)]
    made = [
        _judged("Names of people", people, lambda: ours(people), runs),
        _judged("Names of people and places", every, lambda: ours(every), runs),
        _judged("Afghan, Sindhi and other names", further, lambda: ours(further), runs),
        *(_judged(name, people, lambda judge=judge: judge, runs) for name, judge in peers()),  # type: ignore[misc]
        measure("Keys for search", f"{len(texts):,} texts of two names", lambda: _keys(texts)),
    ]
    with get_context("spawn").Pool(1) as pool:
        held_out = pool.apply(_held_out, [DATA / "variants.csv"])
    unknown = Measurement("Names of people, none of them a known word", made[0].size, (), _NOTE, _told(held_out))
    return [made[0], unknown, *made[1:]]


def main() -> None:
    """Lists what was missed and what met falsely, to see why."""
    people = read_variants(DATA / "variants.csv", frozenset({"place"}))
    result = score(people, ours(people))
    for label, listed in (("missed", result.missed), ("false", result.false)):
        for a, b in listed:
            print(f"{label}: {a} | {b} {meets(a, b).score}")


if __name__ == "__main__":
    main()
