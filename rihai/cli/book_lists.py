"""The sheets a worker goes through: who could go, who comes next, what is missing, who is at risk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rihai.cli.book_parts import above, person_cells, person_columns
from rihai.cli.provision_parts import outcome_status
from rihai.cli.run import HORIZONS, Found
from rihai.paper.table import Column, Value
from rihai.paper.workbook import SheetSpec
from rihai.words import mark, say

if TYPE_CHECKING:
    from rihai.cli.run import Run

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


def _columns(language: str) -> tuple[Column, ...]:
    """Who, where, why, since when, in what state, then what to do: the order in which a row is read."""
    return (
        *person_columns(language),
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


def findings_list(run: Run, language: str, name: str, title: str, chosen: Sequence[Found]) -> SheetSpec:
    """A list of chosen findings, one row each, under a name of its own."""
    rows = (_finding_row(run, one, language) for one in chosen)
    return SheetSpec(name, title, _columns(language), rows, above=above(run, language))


def _finding_row(run: Run, one: Found, language: str) -> list[Value]:
    from rihai.law.labels import label

    leaving = run.could_leave[one.person]
    since = one.since if one.outcome in {"met", "arguable"} else None
    return [
        *person_cells(run.records[one.person], language),
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


def coming_list(run: Run, language: str) -> SheetSpec:
    """Who comes within 30, 60 and 90 days, each finding with the days to go."""
    columns = (Column(say("Within", language), "text", 12), Column(say("Days to go", language), "number", 10))
    rows = ([_horizon(days, language), days, *_finding_row(run, one, language)] for days, one in run.coming)
    return SheetSpec(
        say("Next 90 days", language), say("Who comes within 30, 60 and 90 days", language),
        (*columns, *_columns(language)), rows, above=above(run, language),
    )  # fmt: skip


def _horizon(days: int, language: str) -> str:
    return say("{days} days", language, days=next(horizon for horizon in HORIZONS if days <= horizon))


def untold_list(run: Run, language: str) -> SheetSpec:
    """One row a person: which provisions of release may reach them, and what would tell."""
    from rihai.law.labels import label

    titles = {name: one.title.of(language) for name, one in run.provisions.items()}
    facts = {fact: label(fact, language) for fact, _, _ in run.settling}
    columns = (
        *person_columns(language),
        Column(say("Missing to know", language), "text", 60),
        Column(say("Provisions that may reach", language), "text", 60),
        Column(say("How many", language), "number", 10),
    )
    rows = (
        [
            *person_cells(run.records[one.person], language), "; ".join(facts[fact] for fact in one.missing),
            "; ".join(titles[name] for name in one.provisions), len(one.provisions),
        ]
        for one in run.untold
    )  # fmt: skip
    return SheetSpec(
        say("Cannot tell", language), say("Of whom it cannot be told yet", language), columns, rows,
        above=above(run, language),
    )  # fmt: skip


def settling_list(run: Run, language: str) -> SheetSpec:
    """The missing facts that would settle most people, most first."""
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
        above=above(run, language),
        note=say("Facts on which the answer about release still depends, most people first.", language),
    )  # fmt: skip


def groups_list(run: Run, language: str) -> SheetSpec:
    """At-risk groups: each person's flags, with the reason and the facts they rest on."""
    columns = (
        *person_columns(language),
        Column(say("Group", language), "text", 26),
        Column(say("Outcome", language), "status", 13),
        Column(say("Because", language), "text", 50),
        Column(say("Since", language), "date", 13),
        Column(say("Rests on", language), "text", 34),
        Column(say("Data class", language), "text", 12),
    )
    return SheetSpec(
        say("At-risk groups", language), say("Who belongs to an at-risk group, and why", language), columns,
        _group_rows(run, language), above=above(run, language),
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
            yield [*person_cells(record, language), group, state, flag.because, since, rests_on, flag.data_class]
