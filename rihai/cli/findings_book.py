"""The workbook of findings: a summary, the lists to work through, the problems, and every row of the source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from rihai.cli.provision_parts import outcome_status
from rihai.cli.reading import VERDICTS
from rihai.cli.run import HORIZONS, Found, Run
from rihai.paper.table import Column, Status, Value
from rihai.paper.workbook import SheetSpec, write_workbook
from rihai.words import day_text, mark, say

if TYPE_CHECKING:
    from rihai.law.provision import Provision

NOTES = {
    "held_in_other_case": mark("another case also holds"),
    "custody_from_arrest": mark("custody reckoned from the arrest"),
    "offence_confidence_medium": mark("offence: secondary source"),
    "offence_confidence_low": mark("offence: uncertain, have it checked"),
    "draft_law": mark("draft law: text not seen"),
    "announced_law": mark("law not yet in force"),
    "not_reviewed": mark("not reviewed by a lawyer"),
    "presumption": mark("rests on a presumption"),
    "contested": mark("courts disagree on this"),
}
WORDS = {"shall": mark("shall"), "may": mark("may"), "must_look": mark("must look")}
LEAVING = {"met": mark("could leave"), "arguable": mark("could leave if the court agrees")}


def findings_book(run: Run, language: str) -> bytes:
    """The bytes of findings.xlsx; sheets in Urdu read from the right."""
    sheets = [
        _summary(run, language),
        _list(run, language, say("Could go today", language), say("Who could go today", language), run.could_go),
        _coming(run, language),
        _settling(run, language),
        _untold(run, language),
        _list(run, language, say("At risk", language), say("Somebody must look at this", language), run.alerts),
        _groups(run, language),
        _list(run, language, say("Still inside", language), say("Still inside although …", language), run.still_inside),
        _problems(run, language),
        _all_rows(run, language),
    ]
    return write_workbook(sheets, language=language)


def _above(run: Run, language: str) -> list[str]:
    """What every sheet says first: the day, the law, and that nobody has decided anything."""
    packs = ", ".join(f"{pack.pack.title.of(language)} {pack.pack.version}" for pack in run.packs)
    return [
        say("Asked for {day}. Law: {packs}.", language, day=day_text(run.as_of, language), packs=packs),
        say("A referral for a lawyer or a court to look at; it decides nothing.", language),
    ]


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
        above=[*_above(run, language), *_glance(run, language)],
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


def _person_columns(language: str) -> tuple[Column, ...]:
    return (
        Column(say("Name", language), "text", 26),
        Column(say("Father or husband", language), "text", 22),
        Column(say("Prison number", language), "text", 14),
        Column(say("Prison", language), "text", 22),
        Column(say("Sex", language), "text", 9),
    )


def _person(record: dict[str, Any], language: str) -> list[Value]:
    from rihai.law.labels import value_label

    return [
        record.get("full_name") or record.get("id"), record.get("father_or_husband_name"), record.get("prison_id"),
        record.get("prison"), value_label(record["sex"], language) if record.get("sex") else None,
    ]  # fmt: skip


def _columns(language: str) -> tuple[Column, ...]:
    """Who, where, why, since when, in what state, then what to do: the order in which a row is read."""
    return (
        *_person_columns(language),
        Column(say("Case", language), "text", 20),
        Column(say("Provision", language), "text", 34),
        Column(say("Word", language), "text", 9),
        Column(say("Outcome", language), "status", 13),
        Column(say("Since", language), "date", 13),
        Column(say("Days", language), "number", 8),
        Column(say("From", language), "date", 13),
        Column(say("Until", language), "date", 13),
        Column(say("Could leave", language), "text", 20),
        Column(say("Missing to know", language), "text", 34),
        Column(say("Next step", language), "text", 50),
        Column(say("Law", language), "text", 30),
        Column(say("Notes", language), "text", 34),
    )


def _list(run: Run, language: str, name: str, title: str, chosen: Sequence[Found]) -> SheetSpec:
    rows = (_finding_row(run, one, language) for one in chosen)
    return SheetSpec(name, title, _columns(language), rows, above=_above(run, language))


def _finding_row(run: Run, one: Found, language: str) -> list[Value]:
    from rihai.law.labels import label

    leaving = run.could_leave[one.person]
    since = one.since if one.outcome in {"met", "arguable"} else None
    return [
        *_person(run.records[one.person], language),
        one.case_id,
        one.provision.title.of(language),
        say(WORDS[one.provision.effect.word], language),
        outcome_status(one.outcome, language),
        since,
        (run.as_of - since).days if since else None,
        one.due_on,
        one.until,
        say(LEAVING[leaving], language) if leaving else "",
        "; ".join(label(fact, language) for fact in one.missing),
        one.provision.next_step.of(language),
        f"{one.provision.cite.act}, {one.provision.cite.section}",
        "; ".join(say(NOTES[note], language) if note in NOTES else note for note in one.notes),
    ]


def _coming(run: Run, language: str) -> SheetSpec:
    columns = (Column(say("Within", language), "text", 12), Column(say("Days to go", language), "number", 10))
    rows = ([_horizon(days, language), days, *_finding_row(run, one, language)] for days, one in run.coming)
    return SheetSpec(
        say("Next 90 days", language), say("Who comes within 30, 60 and 90 days", language),
        (*columns, *_columns(language)), rows, above=_above(run, language),
    )  # fmt: skip


def _horizon(days: int, language: str) -> str:
    return say("{days} days", language, days=next(horizon for horizon in HORIZONS if days <= horizon))


def _untold(run: Run, language: str) -> SheetSpec:
    """One row a person: which provisions of release may reach them, and what would tell."""
    from rihai.law.labels import label

    titles = {name: one.title.of(language) for name, one in run.provisions.items()}
    facts = {fact: label(fact, language) for fact, _, _ in run.settling}
    columns = (
        *_person_columns(language),
        Column(say("Missing to know", language), "text", 60),
        Column(say("Provisions that may reach", language), "text", 60),
        Column(say("How many", language), "number", 10),
    )
    rows = (
        [
            *_person(run.records[one.person], language), "; ".join(facts[fact] for fact in one.missing),
            "; ".join(titles[name] for name in one.provisions), len(one.provisions),
        ]
        for one in run.untold
    )  # fmt: skip
    return SheetSpec(
        say("Cannot tell", language), say("Of whom it cannot be told yet", language), columns, rows,
        above=_above(run, language),
    )  # fmt: skip


def _settling(run: Run, language: str) -> SheetSpec:
    from rihai.law.labels import label

    columns = (
        Column(say("Missing fact", language), "text", 44),
        Column(say("Its name", language), "text", 34),
        Column(say("People it would help to settle", language), "number", 16),
        Column(say("Findings", language), "number", 12),
    )
    rows = [(label(fact, language), fact, people, findings) for fact, people, findings in run.settling]
    return SheetSpec(
        say("Missing facts", language), say("What to ask the prison first", language), columns, rows,
        above=_above(run, language),
        note=say("Facts on which the answer about release still depends, most people first.", language),
    )  # fmt: skip


def _groups(run: Run, language: str) -> SheetSpec:
    """At-risk groups: each person's flags, with the reason and the facts they rest on."""
    columns = (
        *_person_columns(language),
        Column(say("Group", language), "text", 26),
        Column(say("Outcome", language), "status", 13),
        Column(say("Because", language), "text", 50),
        Column(say("Since", language), "date", 13),
        Column(say("Rests on", language), "text", 34),
        Column(say("Data class", language), "text", 12),
    )
    return SheetSpec(
        say("At-risk groups", language), say("Who belongs to an at-risk group, and why", language), columns,
        _group_rows(run, language), above=_above(run, language),
    )  # fmt: skip


def _group_rows(run: Run, language: str) -> Iterator[list[Value]]:
    from rihai.days import date_of, day_of
    from rihai.law.labels import label
    from rihai.profile.flags import FLAGS, flags_of

    day = day_of(run.as_of)
    for record in run.records:
        for flag in flags_of(record, day, language):
            since = date_of(flag.since) if flag.since is not None else None
            rests_on = ", ".join(label(fact, language) for fact in flag.facts)
            group, state = say(FLAGS[flag.code].title, language), outcome_status(flag.outcome, language)
            yield [*_person(record, language), group, state, flag.because, since, rests_on, flag.data_class]


def _problems(run: Run, language: str) -> SheetSpec:
    columns = (
        Column(say("File", language), "text", 20),
        Column(say("Sheet", language), "text", 14),
        Column(say("Row", language), "number", 8),
        Column(say("Verdict", language), "status", 16),
        Column(say("Fact", language), "text", 22),
        Column(say("As written", language), "text", 24),
        Column(say("What is wrong", language), "text", 44),
        Column(say("How to mend it", language), "text", 44),
        Column(say("Code", language), "text", 24),
    )
    return SheetSpec(
        say("Problems", language), say("What to mend in the list", language), columns, _problem_rows(run, language),
        above=_above(run, language),
    )  # fmt: skip


def _verdict(verdict: str, language: str) -> Status:
    codes = {"accepted_with_warnings": "warning", "not_a_person": "not_applicable"}
    return Status(codes.get(verdict, verdict), say(VERDICTS[verdict], language))


def _problem_rows(run: Run, language: str) -> Iterator[list[Value]]:
    for source in run.sources:
        for problem in source.problems:
            yield [
                source.path.name, None, None, Status("warning", say("fact left out", language)), problem.fact,
                problem.raw, problem.message, problem.mend, problem.code,
            ]  # fmt: skip
        for row in source.reading.rows if source.reading else ():
            for problem in row.problems:
                yield [
                    source.path.name, row.sheet, row.row, _verdict(row.verdict, language), problem.fact,
                    problem.raw, problem.message, problem.mend, problem.code,
                ]  # fmt: skip


def _all_rows(run: Run, language: str) -> SheetSpec:
    columns = (
        Column(say("File", language), "text", 20),
        Column(say("Sheet", language), "text", 14),
        Column(say("Row", language), "number", 8),
        Column(say("Verdict", language), "status", 16),
        Column(say("Same as row", language), "number", 10),
        *_person_columns(language),
        Column(say("As written", language), "text", 60),
    )
    return SheetSpec(
        say("All rows", language), say("Every row of the source", language), columns, _rows(run, language),
        above=_above(run, language),
    )  # fmt: skip


def _rows(run: Run, language: str) -> Iterator[list[Value]]:
    for source in run.sources:
        if source.reading is None:
            accepted = _verdict("accepted", language)
            for number, record in enumerate(source.records, 1):
                yield [
                    source.path.name, None, number, accepted, None, *_person(record, language), "",
                ]  # fmt: skip
            continue
        for row in source.reading.rows:
            written = " | ".join(f"{heading}: {text}" for heading, text in row.raw.items())
            yield [
                source.path.name, row.sheet, row.row, _verdict(row.verdict, language), row.of,
                *_person(row.facts, language), written[:32_000],
            ]  # fmt: skip
