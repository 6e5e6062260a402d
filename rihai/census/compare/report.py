"""A comparison as blocks of a report: the sums and the counts by kind, without a name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from rihai.census.compare.change import KINDS
from rihai.census.compare.comparison import Comparison
from rihai.census.compare.sentences import MEANINGS, TITLES
from rihai.paper.blocks import Block, Heading, Paragraph, SideNote
from rihai.paper.table import Column, Table, Value
from rihai.words import day_text, mark, say, say_count

JOINED = mark("In both lists")
_NAMES = {
    "joined": JOINED,
    "probably_same": TITLES["probably_same"],
    "left_out": TITLES["left_out"],
    "gone": TITLES["gone"],
    "missing_without_release": TITLES["missing_without_release"],
    "not_covered": TITLES["not_covered"],
    "new": TITLES["new"],
}


def comparison_blocks(
    comparison: Comparison, language: str, titles: Mapping[str, str] | None = None
) -> Iterator[Block]:
    """The part of a report about what changed: the days, everybody accounted for, people by kind, the law unheeded."""
    yield Heading(say("What changed since the earlier list", language))
    before, after = comparison.days
    if before and after:
        yield Paragraph(say(
            "The earlier list is of {before}, the later one of {after}.", language,
            before=day_text(before, language), after=day_text(after, language),
        ))  # fmt: skip
    yield accounts_table(comparison, language)
    yield _kinds_table(comparison, language)
    if comparison.of_kind("still_here"):
        yield still_here_table(comparison, language, titles or {})
    yield SideNote(say(
        "Records are joined by identity number, prison number and FIR, or by names with father, days and places "
        "together; never by a name alone. Doubtful pairs are for a person to decide.", language,
    ))  # fmt: skip
    if comparison.links.left_out:
        yield SideNote(say_count(
            "{n} group of people with very common names was not compared by names alone.",
            "{n} groups of people with very common names were not compared by names alone.",
            comparison.links.left_out, language,
        ))  # fmt: skip


def accounts_table(comparison: Comparison, language: str) -> Table:
    """What became of every earlier record, and where every later one comes from; both columns add up to their lists."""
    before, after = comparison.accounted()
    columns = (
        Column(say("People", language), "text", 44),
        Column(say("Earlier list", language), "number", 14),
        Column(say("Later list", language), "number", 14),
    )
    names = [name for name in _NAMES if before.get(name) or after.get(name)]
    rows: list[list[Value]] = [[say(_NAMES[name], language), before.get(name), after.get(name)] for name in names]
    total: list[Value] = [say("All", language), sum(before.values()), sum(after.values())]
    return Table(say("Everybody is accounted for", language), columns, rows, total_row=total)


def _kinds_table(comparison: Comparison, language: str) -> Table:
    columns = (
        Column(say("What changed", language), "text", 40),
        Column(say("People", language), "number", 10),
        Column(say("What it means", language), "text", 60),
    )
    people = comparison.people()
    rows = [(say(TITLES[kind], language), people[kind], say(MEANINGS[kind], language)) for kind in KINDS]
    return Table(say("Changes, by kind", language), columns, rows)


def still_here_table(comparison: Comparison, language: str, titles: Mapping[str, str]) -> Table:
    """By provision: how many people it reached last time who are still held, and of how many it still says so."""
    reached: Counter[str] = Counter()
    still: Counter[str] = Counter()
    for change in comparison.of_kind("still_here"):
        reached.update(change.provisions)
        still.update(change.still)
    columns = (
        Column(say("Provision", language), "text", 48),
        Column(say("Still here", language), "number", 12),
        Column(say("still reached", language), "number", 12),
    )
    rows = [(titles.get(one, one), count, still[one]) for one, count in reached.most_common()]
    return Table(say(TITLES["still_here"], language), columns, rows)
