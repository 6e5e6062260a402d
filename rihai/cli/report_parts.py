"""The charts and tables of the report."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from rihai.cli.provision_parts import OUTCOMES, status_of
from rihai.cli.run import HORIZONS, Found
from rihai.paper.charts import OUTCOME_FILLS, BarChart, Part, StackedChart
from rihai.paper.table import Bar, Column, Table, Value
from rihai.words import day_text, number_text, say

if TYPE_CHECKING:
    from rihai.cli.run import Run
    from rihai.law.provision import Provision

_SHOWN = ("met", "arguable", "not_yet", "cannot_tell")
_CHART_BARS = 8
_FACTS = 10


def _reach(run: Run) -> list[tuple[Provision, Counter[str]]]:
    """Each release provision that says something, with its findings by outcome; most met and arguable first."""
    told = [
        (one, run.counts[name])
        for name, one in run.provisions.items()
        if one.kind == "release" and any(run.counts[name][outcome] for outcome in _SHOWN)
    ]
    return sorted(told, key=lambda pair: -pair[1]["met"] - pair[1]["arguable"])


def reach_chart(run: Run, language: str) -> StackedChart:
    """How the findings of the provisions that reach most people divide."""
    chosen = [(one, counts) for one, counts in _reach(run) if counts["met"] + counts["arguable"]][:_CHART_BARS]
    return StackedChart(
        say("Findings of the provisions of release", language),
        say("For each provision: how many findings are met, arguable, not yet, or cannot be told.", language),
        say("Provision", language),
        [say(OUTCOMES[outcome], language) for outcome in _SHOWN],
        [Part(one.title.of(language), [counts[outcome] for outcome in _SHOWN]) for one, counts in chosen],
        [OUTCOME_FILLS[outcome] for outcome in _SHOWN],
    )


def reach_table(run: Run, language: str) -> Table:
    """Every release provision that says something."""
    columns = (
        Column(say("Provision", language), "text", 34),
        Column(say("Law", language), "text", 26),
        Column(say("Word", language), "text", 9),
        *(Column(say(OUTCOMES[outcome], language), "number", 10) for outcome in _SHOWN),
    )
    rows: list[list[Value]] = [
        [
            one.title.of(language), f"{one.cite.act}, {one.cite.section}",
            say("shall", language) if one.effect.word == "shall" else say("may", language),
            *(counts[outcome] for outcome in _SHOWN),
        ]
        for one, counts in _reach(run)
    ]  # fmt: skip
    return Table(
        say("Provisions of release", language), columns, rows,
        note=say("Findings, one for each person and case; a person may stand under several.", language),
    )  # fmt: skip


def coming_chart(run: Run, language: str) -> BarChart:
    """How many people come within each horizon."""
    people = [len({one.person for ahead, one in run.coming if ahead <= days}) for days in HORIZONS]
    bars = [
        Bar(say("within {days} days", language, days=days), count) for days, count in zip(HORIZONS, people, strict=True)
    ]
    return BarChart(
        say("People whom a provision of release will reach", language),
        say("{count} people within {days} days.", language, count=people[-1], days=HORIZONS[-1]),
        say("When", language), say("People", language), bars,
    )  # fmt: skip


def settling_chart(run: Run, language: str) -> BarChart:
    """The missing facts that concern most people."""
    from rihai.law.labels import label

    bars = [Bar(f"{label(fact, language)} ({fact})", people) for fact, people, _ in run.settling[:_FACTS]]
    fact, people, _ = run.settling[0]
    return BarChart(
        say("Missing facts, by the people they concern", language),
        say(
            "“{fact}” is missing for {count} people.", language,
            fact=label(fact, language), count=number_text(people, language),
        ),
        say("Missing fact", language), say("People", language), bars,
    )  # fmt: skip


def _by_people(found: list[Found]) -> list[tuple[Found, int]]:
    """The first finding of each provision and how many people it has, most people first."""
    people: dict[str, set[int]] = {}
    first: dict[str, Found] = {}
    for one in found:
        people.setdefault(one.provision.id, set()).add(one.person)
        first.setdefault(one.provision.id, one)
    return sorted(((one, len(people[name])) for name, one in first.items()), key=lambda pair: -pair[1])


def still_inside_table(run: Run, language: str) -> Table:
    """By cause: how many people, and the longest since when."""
    columns = (
        Column(say("Although", language), "text", 44),
        Column(say("People", language), "number", 10),
        Column(say("Longest since", language), "text", 18),
    )
    rows = [
        (one.provision.title.of(language), people, day_text(one.since, language) if one.since else "")
        for one, people in _by_people(run.still_inside)
    ]
    return Table(say("Still inside, by cause", language), columns, rows)


def alerts_table(run: Run, language: str) -> Table:
    """By alert: how many people."""
    columns = (
        Column(say("Alert", language), "text", 40),
        Column(say("Source", language), "text", 30),
        Column(say("People", language), "number", 10),
    )
    rows = [
        (one.provision.title.of(language), f"{one.provision.cite.act}, {one.provision.cite.section}", people)
        for one, people in _by_people(run.alerts)
    ]
    return Table(say("Alerts, by people", language), columns, rows)


def law_table(run: Run, language: str) -> Table:
    """Every provision asked, with its source, confidence and review."""
    columns = (
        Column(say("Provision", language), "text", 34),
        Column(say("Law", language), "text", 34),
        Column(say("Confidence", language), "text", 12),
        Column(say("Reviewed", language), "status", 14),
    )
    rows = [
        (
            one.lowered.provision.title.of(language),
            f"{one.lowered.provision.cite.act}, {one.lowered.provision.cite.section}",
            one.lowered.provision.cite.confidence,
            status_of(one.lowered.provision, language),
        )
        for pack in run.packs
        for one in pack.provisions
    ]
    packs = ", ".join(f"{pack.pack.title.of(language)} {pack.pack.version}" for pack in run.packs)
    return Table(packs, columns, rows)
