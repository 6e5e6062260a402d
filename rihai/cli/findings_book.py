"""The workbook of findings: a summary, the lists to work through, the problems, and every row of the source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from rihai.cli.book_lists import WORDS, coming_list, findings_list, groups_list, settling_list, untold_list
from rihai.cli.book_parts import above
from rihai.cli.book_source import problems_list, rows_list
from rihai.cli.provision_parts import outcome_status
from rihai.cli.reading import VERDICTS
from rihai.cli.run import Run
from rihai.paper.table import Column, Value
from rihai.paper.workbook import SheetSpec, write_workbook
from rihai.words import say

if TYPE_CHECKING:
    from rihai.law.provision import Provision


def findings_book(run: Run, language: str) -> bytes:
    """The bytes of findings.xlsx; sheets in Urdu read from the right."""
    sheets = [
        _summary(run, language),
        findings_list(
            run, language, say("Could go today", language), say("Who could go today", language), run.could_go
        ),
        coming_list(run, language),
        settling_list(run, language),
        untold_list(run, language),
        findings_list(run, language, say("At risk", language), say("Somebody must look at this", language), run.alerts),
        groups_list(run, language),
        findings_list(
            run, language, say("Still inside", language), say("Still inside although …", language), run.still_inside
        ),
        problems_list(run, language),
        rows_list(run, language),
    ]
    return write_workbook(sheets, language=language)


def _summary(run: Run, language: str) -> SheetSpec:
    columns = (
        Column(say("Provision", language), "text", 44),
        Column(say("Law", language), "text", 34),
        Column(say("Kind", language), "text", 10),
        Column(say("Word", language), "text", 9),
        *(Column(outcome_status(outcome, language).text, "number", 12) for outcome in _SAYING),
        Column(say("Confidence", language), "text", 12),
        Column(say("Reviewed", language), "text", 12),
    )
    rows = [_provision_row(one, run.counts[name], language) for name, one in run.provisions.items()]
    return SheetSpec(
        say("Summary", language), say("Findings by provision", language), columns, rows,
        above=[*above(run, language), *_glance(run, language)],
        note=say("One person may stand under several provisions and cases.", language),
    )  # fmt: skip


_SAYING = ("met", "arguable", "not_yet", "cannot_tell")


def _provision_row(one: Provision, counts: Counter[str], language: str) -> list[Value]:
    return [
        one.title.of(language), f"{one.cite.act}, {one.cite.section}", one.kind, say(WORDS[one.effect.word], language),
        *(counts[outcome] for outcome in _SAYING), one.cite.confidence,
        say("yes", language) if one.reviewed else say("no", language),
    ]  # fmt: skip


def _glance(run: Run, language: str) -> Iterator[str]:
    for source in run.sources:
        if source.reading is None:
            yield f"{source.path.name}: {len(source.records):,} {say('people', language)}"
            continue
        counts = source.reading.counts()
        parts = [f"{count:,} {say(VERDICTS[verdict], language)}" for verdict, count in counts.items() if count]
        yield f"{source.path.name}: {sum(counts.values()):,} {say('source rows', language)} = {' + '.join(parts)}"
    yield say(
        "{people} people; {met} could leave today; {arguable} could leave if the court agrees.", language,
        people=len(run.records), met=run.leaving["met"], arguable=run.leaving["arguable"],
    )  # fmt: skip
