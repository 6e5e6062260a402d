"""Linking against the truth of invented lists: precision, recall, time and memory, on names never tuned on.

Names come from tests/names, without every name word of which the generator's own bank, on which the weights were tuned,
has a spelling.
"""

from __future__ import annotations

import csv
import importlib.util
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random
from typing import Any

from bench.measure import Measurement, measure
from bench.names import nothing_remembered
from rihai.census.compare import compare
from rihai.census.link import Links, link_between, link_within
from rihai.census.synth.pair import InventedPair, invent_pair
from rihai.census.synth.spellings import NameBank, Word
from rihai.names.letters import fold, is_arabic

NAMES = Path(__file__).parent.parent / "tests" / "names"
DAY = date(2026, 11, 1)
Pair = tuple[str, str]
Facts = Mapping[str, Any]
_SEED = 11
_LEAST_PRECISION = 0.99
_NOTE = (
    "Precision is of the sure links, which join by themselves; recall too. What is put before a person comes on top. "
    "The lists are invented and a month apart, as two hands write them; real ones are dirtier. Splink proposes pairs "
    "from a probability of 0.99 on, and does not divide them into sure and doubtful."
)


def run(quick: bool) -> list[Measurement]:
    """Two lists linked, with and without numbers; two lists compared; duplicates in one list, with Splink beside."""
    people, many = (500, 1_000) if quick else (5_000, 100_000)
    bank = unseen_names()
    pair, long = invent_pair(people, _SEED, DAY, bank), invent_pair(many, _SEED, DAY, bank)
    _agree(pair)
    made = [
        _between("Two lists linked", pair),
        _between("Two lists linked, without identity and prison numbers", _without_numbers(people, bank)),
        measure("Two lists linked and compared", _size(pair), lambda: _compared(pair)),
        *_within(pair),
        *_within(long, runs=1),
        _between("Two lists linked", long, runs=1),
    ]
    return [*made[:-1], replace(made[-1], note=_NOTE)]


def unseen_names() -> NameBank:
    """A bank of the names of tests/names that the generator's own bank has in no spelling."""
    own = NameBank()
    seen = {
        fold(text) for words in (own.men, own.women, own.second, own.second_of_women) for word in words for text in word
    }
    kinds: dict[str, list[Word]] = {"given_m": [], "given_f": [], "family": []}
    for file in ("variants.csv", "further_variants.csv"):
        for kind, word in _groups(NAMES / file):
            if kind in kinds and seen.isdisjoint(map(fold, word)):
                kinds[kind].append(word)
    return NameBank(tuple(kinds["given_m"]), tuple(kinds["given_f"]), tuple(kinds["family"]), own.second_of_women)


def _groups(path: Path) -> Iterator[tuple[str, Word]]:
    """The kind and spellings of each group, the usual Roman one first and the Urdu one last, where it has both."""
    groups: dict[tuple[str, str], list[str]] = {}
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            groups.setdefault((row.get("group") or row["group_id"], row["kind"]), []).append(row["variant"])
    for (_, kind), texts in groups.items():
        roman, urdu = [text for text in texts if not is_arabic(text)], [text for text in texts if is_arabic(text)]
        if roman and urdu:
            yield kind, (*roman, urdu[0])


def _without_numbers(people: int, bank: NameBank) -> InventedPair:
    """The same lists without identity and prison numbers."""
    pair = invent_pair(people, _SEED, DAY, bank)
    for record in (*pair.old, *pair.new):
        record.pop("cnic", None)
        record.pop("prison_id", None)
    return pair


def _agree(pair: InventedPair) -> None:
    """The same links whatever the order of the lists and whichever comes first, or there is nothing to measure."""
    found = _sure(pair.old, pair.new, link_between(pair.old, pair.new))
    old, new = list(pair.old), list(pair.new)
    Random(_SEED).shuffle(old)
    Random(_SEED + 1).shuffle(new)
    turned = {(one, other) for other, one in _sure(new, old, link_between(new, old))}
    if found != turned or found != _sure(old, new, link_between(old, new)):
        raise SystemExit("The links depend on the order of the lists: no figures are given.")


def _sure(old: Iterable[Facts], new: Iterable[Facts], links: Links) -> set[Pair]:
    first, second = list(old), list(new)
    return {(first[link.one]["id"], second[link.other]["id"]) for link in links.sure}


def _size(pair: InventedPair) -> str:
    return f"{len(pair.old):,} and {len(pair.new):,} records"


def _between(name: str, pair: InventedPair, runs: int = 3) -> Measurement:
    found: list[Links] = []

    def work() -> None:
        nothing_remembered()
        found.append(link_between(pair.old, pair.new))

    timed, links = measure(name, _size(pair), work, runs=runs), found[-1]
    doubtful = {(pair.old[link.one]["id"], pair.new[link.other]["id"]) for link in links.doubtful}
    return replace(timed, figures=_score(_sure(pair.old, pair.new, links), set(pair.same.items()), doubtful))


def _compared(pair: InventedPair) -> None:
    nothing_remembered()
    compare(pair.old, pair.new)


def _within(pair: InventedPair, runs: int = 3) -> Iterator[Measurement]:
    """One list in which every fifth person stands twice, written by two hands."""
    again = [record for at, record in enumerate(pair.new) if at % 5 == 0]
    records = [*pair.old, *again]
    there = {record["id"] for record in again}
    true = {(old, new) for old, new in pair.same.items() if new in there}
    size = f"{len(records):,} records, {len(true):,} of them a second time"

    def ids(pairs: Iterable[tuple[int, int]]) -> set[Pair]:
        return {(records[one]["id"], records[other]["id"]) for one, other in pairs}

    ours: list[Links] = []

    def work() -> None:
        nothing_remembered()
        ours.append(link_within(records))

    timed = measure("Duplicates in one list", size, work, runs=runs)
    sure, doubtful = (ids((link.one, link.other) for link in some) for some in (ours[-1].sure, ours[-1].doubtful))
    yield replace(timed, figures=_score(sure, true, doubtful))
    if importlib.util.find_spec("splink") is None:
        print("NOT MEASURED: Splink is not installed; uv sync --extra linkage", file=sys.stderr)
        return
    from rihai.census.link.bulk import Proposal, propose_duplicates

    theirs: list[list[Proposal]] = []

    def splink() -> None:
        nothing_remembered()
        theirs.append(propose_duplicates(records, least=0.99))

    timed = measure("Duplicates in one list, Splink", size, splink, runs=runs)
    yield replace(timed, figures=_figures(ids(one[:2] for one in theirs[-1]), true))


def _score(found: set[Pair], true: set[Pair], doubtful: set[Pair]) -> dict[str, str]:
    """Precision and recall of sure links, and what the doubtful ones add; too many wrong ones void every figure."""
    if len(found & true) < _LEAST_PRECISION * len(found):
        raise SystemExit("More than one sure link in a hundred is wrong: no figures are given.")
    listed = f"{len(doubtful):,}, {len(doubtful & true):,} of them right"
    return {**_figures(found, true), "put before a person": listed, "missed": f"{len(true - found - doubtful):,}"}


def _figures(found: set[Pair], true: set[Pair]) -> dict[str, str]:
    right = len(found & true)
    return {"precision": f"{right / max(1, len(found)):.5f}", "recall": f"{right / max(1, len(true)):.5f}"}
