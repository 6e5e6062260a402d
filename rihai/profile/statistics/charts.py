"""The charts of a stock, each with a sentence that says what it shows; the tables hold the same figures."""

from __future__ import annotations

from rihai.paper.charts import BarChart, Part, StackedChart
from rihai.paper.table import NOT_COLLECTED, Bar
from rihai.profile.statistics.figure import Breakdown
from rihai.profile.statistics.labels import label
from rihai.profile.statistics.standing import APPEALS
from rihai.profile.statistics.stock import Stock
from rihai.words import mark, number_text, say

LONGEST_CHART = 12
"""Bars of a chart that a page can hold."""

_PARTS = (
    (("under_trial",), mark("Unsentenced: before a first decision")),
    (APPEALS, mark("Sentenced, appeal pending or not")),
    (("convicted_unsentenced",), mark("Convicted, sentence still to come")),
    (("administrative",), mark("Held otherwise than for an offence")),
    (("other", "no_case"), mark("Another status, or no case on record")),
)


def as_charts(stock: Stock, language: str) -> list[BarChart | StackedChart]:
    """Standing, time under trial, age, offence and at-risk groups; what nobody is held under makes no bar."""
    return [
        _standing(stock, language),
        *(
            _bars(stock.breakdowns[code], language, skip_empty=code == "offence")
            for code in ("time_under_trial", "age", "offence")
        ),
        _groups(stock, language),
    ]


def _standing(stock: Stock, language: str) -> StackedChart:
    whole = stock.breakdowns["standing"]
    parts = (*(say(text, language) for _, text in _PARTS), say("Not known", language))
    amounts = (*(whole.count(*codes) for codes, _ in _PARTS), whole.not_known)
    says = say(
        "Unsentenced persons, of those held for an offence: {share}.", language, share=stock.rates[0].text(language)
    )
    bar = Part(say("Persons", language), amounts)
    return StackedChart(say(whole.title, language), says, say("Standing", language), parts, (bar,))


def _bars(breakdown: Breakdown, language: str, *, skip_empty: bool) -> BarChart:
    rows = [row for row in breakdown.rows if row.numerator or not skip_empty]
    if skip_empty:
        rows = sorted(rows, key=lambda row: -row.numerator)[:LONGEST_CHART]
    bars = [Bar(label(breakdown.code, row.code, language), row.numerator) for row in rows]
    bars.append(Bar(say("Not known", language), breakdown.not_known))
    title = say(breakdown.title, language)
    largest = max(rows, key=lambda row: row.numerator, default=None)
    says = say("Nobody is counted here.", language)
    if largest is not None and largest.numerator:
        name = label(breakdown.code, largest.code, language)
        says = say("Most: {name}, {share} of those known.", language, name=name, share=largest.text(language))
    return BarChart(title, says, title, say(breakdown.unit, language), bars)


def _groups(stock: Stock, language: str) -> BarChart:
    title = say("At-risk groups", language)
    bars = [
        Bar(say(group.title, language), group.count("met") if group.known else NOT_COLLECTED)
        for group in stock.groups.values()
    ]
    says = say(
        "Persons surely in each group, of {persons}; a person may be in several.", language,
        persons=number_text(stock.persons, language),
    )  # fmt: skip
    return BarChart(title, says, title, say("Persons", language), bars)
