"""The report of a screening: one glance, charts with their tables, the method and its limits, in both languages.

It holds counts and no names, but its counts are exact: it is for the office and the authority, not for publication.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rihai.cli.reading import VERDICTS
from rihai.cli.report_parts import (
    alerts_table,
    coming_chart,
    law_table,
    reach_chart,
    reach_table,
    settling_chart,
    still_inside_table,
)
from rihai.cli.run import HORIZONS
from rihai.paper.blocks import Block, Bullets, Callout, Definitions, Glossary, Heading, Paragraph, Passage, SideNote
from rihai.paper.table import Column, Table, Value
from rihai.words import LANGUAGES, day_text, number_text, say

if TYPE_CHECKING:
    from rihai.cli.run import Run


def report_title(language: str) -> str:
    """The title of the report."""
    return say("Who the law would let go", language)


def report_standfirst(run: Run, language: str) -> str:
    """What it comes to, in one sentence."""
    return say(
        "Of {people} people held, {met} could leave on {day} under a provision whose conditions are all met, and "
        "{arguable} more if the court agrees on what only it can judge.",
        language,
        people=number_text(len(run.records), language),
        met=number_text(run.leaving["met"], language),
        arguable=number_text(run.leaving["arguable"], language),
        day=day_text(run.as_of, language),
    )


def running_text(run: Run, language: str) -> str:
    """What every printed page must say."""
    provisions = [one.lowered.provision for pack in run.packs for one in pack.provisions]
    reviewed = sum(one.reviewed for one in provisions)
    return say(
        "A referral, not a decision. {reviewed} of {total} provisions were reviewed by a lawyer.", language,
        reviewed=reviewed, total=len(provisions),
    )  # fmt: skip


def report_blocks(run: Run, language: str) -> list[Block]:
    """The report in one language, then the same in the others."""
    others = [Passage(other, list(_blocks(run, other, titled=True))) for other in LANGUAGES if other != language]
    return [*_blocks(run, language, titled=False), *others]


def _blocks(run: Run, language: str, *, titled: bool) -> Iterator[Block]:
    if titled:
        yield Heading(report_title(language))
        yield Paragraph(report_standfirst(run, language))
    yield Callout("warning", say("For a lawyer or a court to look at", language), running_text(run, language))
    yield Definitions(list(_glance(run, language)))
    yield from _could_go(run, language)
    yield from _missing(run, language)
    yield from _inside_and_at_risk(run, language)
    yield from _people(run, language)
    yield from _source(run, language)
    yield from _method(run, language)


def _glance(run: Run, language: str) -> Iterator[tuple[str, str]]:
    def count(number: int) -> str:
        return number_text(number, language)

    yield say("People in the list", language), count(len(run.records))
    yield say("Could leave today", language), count(run.leaving["met"])
    yield say("Could leave if the court agrees", language), count(run.leaving["arguable"])
    for horizon in HORIZONS:
        people = {one.person for days, one in run.coming if days <= horizon}
        yield say("More within {days} days", language, days=horizon), count(len(people))
    yield say("Something is missing to know", language), count(len(run.untold))
    yield say("Still inside although …", language), count(len({one.person for one in run.still_inside}))
    yield say("Somebody must look", language), count(len({one.person for one in run.alerts}))


def _could_go(run: Run, language: str) -> Iterator[Block]:
    yield Heading(say("Who could go", language))
    yield SideNote(say(
        "Could leave: a provision of release reaches every case on record that holds the person. Bail in one case "
        "does not open the gate while another holds.", language,
    ))  # fmt: skip
    chart = reach_chart(run, language)
    if chart.bars:
        yield chart
    yield reach_table(run, language)
    yield Heading(say("Who comes next", language), level=3)
    yield coming_chart(run, language)


def _missing(run: Run, language: str) -> Iterator[Block]:
    if not run.settling:
        return
    yield Heading(say("What is missing to know", language))
    yield Paragraph(say(
        "A fact that is not in the list is not taken for no. These are the facts on which the answer about release "
        "still depends; asking for the first ones settles most people.", language,
    ))  # fmt: skip
    yield settling_chart(run, language)


def _inside_and_at_risk(run: Run, language: str) -> Iterator[Block]:
    if run.still_inside:
        yield Heading(say("Still inside although …", language))
        yield still_inside_table(run, language)
    if run.alerts:
        yield Heading(say("Somebody must look", language))
        yield alerts_table(run, language)


def _people(run: Run, language: str) -> Iterator[Block]:
    from rihai.cli.people import people_blocks

    yield Heading(say("Who is in custody", language))
    yield from people_blocks(run, language)


def _source(run: Run, language: str) -> Iterator[Block]:
    yield Heading(say("The list, row by row", language))
    columns = (
        Column(say("File", language), "text", 24),
        *(Column(say(text, language), "number", 14) for text in VERDICTS.values()),
        Column(say("source rows", language), "number", 12),
    )
    rows: list[list[Value]] = []
    kinds: Counter[tuple[str, str]] = Counter()
    for source in run.sources:
        if source.reading is None:
            empty = [0] * (len(VERDICTS) - 1)
            rows.append([source.path.name, len(source.records), *empty, len(source.records)])
            continue
        counts = source.reading.counts()
        rows.append([source.path.name, *counts.values(), sum(counts.values())])
        kinds.update((problem.code, problem.message) for row in source.reading.rows for problem in row.problems)
    yield Table(say("Every row is accounted for", language), columns, rows)
    if kinds:
        head = (Column(say("What to mend", language), "text", 50), Column(say("Rows", language), "number", 10))
        told = [(f"{message} ({code})", count) for (code, message), count in kinds.most_common(20)]
        yield Table(say("What to mend, by kind", language), head, told)


def _method(run: Run, language: str) -> Iterator[Block]:
    yield Heading(say("Method and limits", language))
    yield Bullets([
        say("The law is read from dated provisions, each with its source and worked cases; the list at the end names "
            "them all.", language),
        say("Months are calendar months. “Exceeding” begins the day after the anniversary.", language),
        say("A provision is worked out for each case apart; periods of two cases are never added.", language),
        say("A fact not known stays not known: the outcome is “cannot tell”, with the fact to ask for.", language),
        say("What only a court can judge is never taken for granted: the outcome is at best “arguable”.", language),
        say("The figures are exact counts. They are not for publication: small numbers can betray people.", language),
    ])  # fmt: skip
    yield Glossary([
        (say("met", language), say("every condition surely holds on that day", language)),
        (say("arguable", language), say("everything of record holds; the rest is for the court", language)),
        (say("not yet", language), say("surely not today, but from a known day on it can", language)),
        (say("cannot tell", language), say("it depends on facts that are missing", language)),
    ])  # fmt: skip
    yield Heading(say("The law that was asked", language), level=3)
    yield law_table(run, language)
