"""Measures linking against the truth of invented lists: precision, recall, time and memory, on names never tuned on.

    python -m bench.linking [--rows N] [--seed S] [--own-names] [--no-numbers] [--within] [--splink]

Without options, two lists of 5,000 people a month apart are linked and compared. --rows 100000 is the size of a
country's prisons. --within looks for duplicates in one list instead; --splink does so with Splink (the extra
`linkage`) beside ours. Names come from tests/names, without every name word of which the generator's own bank, on
which the weights were tuned, has a spelling; --own-names takes that bank.
"""

from __future__ import annotations

import argparse
import csv
import resource
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from rihai.census.compare import compare
from rihai.census.link import link_between, link_within
from rihai.census.synth.pair import InventedPair, invent_pair
from rihai.census.synth.spellings import NameBank, Word
from rihai.names.letters import fold, is_arabic

NAMES = Path(__file__).parent.parent / "tests" / "names"
DAY = date(2026, 11, 1)
Pair = tuple[str, str]


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


@contextmanager
def measured(what: str) -> Iterator[None]:
    """Says what took how long, on the wall and of the processor, and the most memory so far."""
    wall, cpu, before = time.perf_counter(), time.process_time(), _peak()
    yield
    print(
        f"  {what}: {time.perf_counter() - wall:.1f} s, {time.process_time() - cpu:.1f} s of processor; "
        f"peak memory {_peak():,} MB, {before:,} MB of it before (the invented lists)"
    )


def _peak() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def without_numbers(pair: InventedPair) -> InventedPair:
    """The same lists without identity and prison numbers."""
    for record in (*pair.old, *pair.new):
        record.pop("cnic", None)
        record.pop("prison_id", None)
    return pair


def say_score(what: str, found: set[Pair], true: set[Pair], doubtful: Iterable[Pair] = ()) -> None:
    """Precision and recall of pairs, and what the doubtful ones add."""
    right = len(found & true)
    precision, recall = right / max(1, len(found)), right / max(1, len(true))
    listed = set(doubtful)
    print(
        f"  {what}: precision {precision:.5f} ({len(found) - right} wrong), recall {recall:.5f}; "
        f"{len(listed)} more put before a person, {len(listed & true)} of them right; "
        f"{len(true - found - listed)} pairs missed of {len(true)}"
    )


def between(pair: InventedPair) -> None:
    """Two lists linked, then compared, against the truth."""
    with measured("linked"):
        links = link_between(pair.old, pair.new)
    found = {(pair.old[link.one]["id"], pair.new[link.other]["id"]) for link in links.sure}
    doubtful = {(pair.old[link.one]["id"], pair.new[link.other]["id"]) for link in links.doubtful}
    say_score("between two lists", found, set(pair.same.items()), doubtful)
    print(f"  groups of very common names left out: {links.left_out}")
    with measured("compared"):
        comparison = compare(pair.old, pair.new)
    print("  " + ", ".join(f"{kind} {count}" for kind, count in comparison.people().items() if count))


def within(pair: InventedPair, with_splink: bool) -> None:
    """One list in which every fifth person stands twice, written by two hands."""
    again = [record for at, record in enumerate(pair.new) if at % 5 == 0]
    records = [*pair.old, *again]
    there = {record["id"] for record in again}
    true = {(old, new) for old, new in pair.same.items() if new in there}
    print(f"  {len(records):,} records, {len(true):,} of them a second time")

    def ids(pairs: Iterable[tuple[int, int]]) -> set[Pair]:
        return {(records[one]["id"], records[other]["id"]) for one, other in pairs}

    with measured("ours"):
        links = link_within(records)
    say_score("ours", ids((link.one, link.other) for link in links.sure), true,
              ids((link.one, link.other) for link in links.doubtful))  # fmt: skip
    if with_splink:
        from rihai.census.link.bulk import propose_duplicates

        with measured("Splink"):
            proposals = propose_duplicates(records, least=0.5)
        for least in (0.5, 0.9, 0.99, 0.999):
            say_score(f"Splink, probability {least}", ids(p[:2] for p in proposals if p.probability >= least), true)


def main() -> None:
    parser = argparse.ArgumentParser(description="Measures linking.")
    parser.add_argument("--rows", type=int, default=5_000)
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--own-names", action="store_true", help="names of the generator instead of unseen ones")
    parser.add_argument("--no-numbers", action="store_true", help="lists without identity and prison numbers")
    parser.add_argument("--within", action="store_true", help="duplicates in one list")
    parser.add_argument("--splink", action="store_true", help="duplicates in one list, with Splink beside ours")
    options = parser.parse_args()
    bank = NameBank() if options.own_names else unseen_names()
    print(f"{options.rows:,} people, seed {options.seed}; {len(bank.men)} men's name words, {len(bank.women)} women's")
    pair = invent_pair(options.rows, options.seed, DAY, bank)
    if options.no_numbers:
        pair = without_numbers(pair)
    run: Callable[[], None] = (
        (lambda: within(pair, options.splink)) if options.within or options.splink else (lambda: between(pair))
    )
    run()


if __name__ == "__main__":
    main()
