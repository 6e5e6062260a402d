"""The parts of a provision's page: its conditions, its amounts with their days, its worked cases."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from rihai.paper.blocks import Condition, Conditions, SideNote
from rihai.paper.table import Column, Status, Table
from rihai.words import amount_text, mark, say, say_count

if TYPE_CHECKING:
    from rihai.law.provision import Provision, Version
    from rihai.law.tree import Amount, Node

OUTCOMES = {
    "met": mark("met"),
    "arguable": mark("arguable"),
    "not_yet": mark("not yet"),
    "not_met": mark("not met"),
    "cannot_tell": mark("cannot tell"),
    "not_applicable": mark("does not apply"),
}


def outcome_status(outcome: str, language: str) -> Status:
    """The outcome as a state: word, icon and colour."""
    return Status(outcome, say(OUTCOMES[outcome], language))


def status_of(provision: Provision, language: str) -> Status:
    """Whether a lawyer has reviewed the provision."""
    if provision.reviewed:
        return Status("done", say("reviewed", language))
    return Status("warning", say("not reviewed", language))


def condition_lists(version: Version, language: str) -> Iterator[tuple[str, Conditions]]:
    """The conditions by the part they play, under the heading of that part."""
    many = len(version.ways) > 1
    groups = [(say("Applies to", language), version.applies_to)]
    for number, way in enumerate(version.ways, 1):
        title = say("Way {number}: when all of these hold", language, number=number)
        groups.append((title if many else say("When all of these hold", language), way))
    groups.append((say("Exceptions: unless one of these holds", language), version.unless))
    for title, names in groups:
        if names:
            yield title, Conditions([_condition(version, name, language) for name in names])


def _condition(version: Version, name: str, language: str) -> Condition:
    from rihai.law.labels import label
    from rihai.law.tree import facts_of, leaves, push

    condition = version.conditions[name]
    facts = dict.fromkeys(fact for leaf, _ in leaves(push(condition.node)) for fact in facts_of(leaf))
    state = (
        Status("arguable", say("for the court", language))
        if condition.court
        else Status("done", say("record", language))
    )
    says = condition.says.of(language).replace("{amount}", _amount_words(condition.node, language))
    return Condition(state, says, ", ".join(f"{label(fact, language)} ({fact})" for fact in facts))


def _amount_words(node: Node, language: str) -> str:
    """The amount of a condition in words: its length, or the shortest and longest of its table."""
    from rihai.law.tree import LeftUntil, Since, Until, leaves, push

    for leaf, _ in leaves(push(node)):
        if isinstance(leaf, Since | Until | LeftUntil):
            return " / ".join(_lengths(leaf.amount, language))
    return "…"


def _lengths(amount: Amount, language: str) -> list[str]:
    if amount.table:
        return [amount_text(months, 0, language) for months in sorted({months for _, months in amount.table.rows})]
    if amount.tiers:
        return [amount_text(months, 0, language) for _, months in amount.tiers.steps]
    if amount.term:
        from rihai.law.labels import label

        words = label(amount.term, language)
        return [
            say("{fraction} of {amount}", language, fraction=amount.fraction, amount=words)
            if amount.fraction
            else words
        ]
    return [amount_text(amount.months, amount.days, language)]


def amounts_table(version: Version, language: str) -> Iterator[Table | SideNote]:
    """Every table and every list of tiers of a version."""
    from rihai.law.labels import label, value_label

    for amount in version.amounts.values():
        if amount.table:
            columns = [Column(label(key, language)) for key in amount.table.keys]
            rows = [
                (*(value_label(value, language) for value in values), amount_text(months, 0, language))
                for values, months in amount.table.rows
            ]
            yield Table(say("Amounts", language), [*columns, Column(say("Length", language))], rows)
            for key, codes in zip(amount.table.keys, amount.table.court_codes, strict=True):
                if codes:
                    named = ", ".join(value_label(code, language) for code in sorted(codes))
                    yield SideNote(
                        say("{fact} {codes}: for the court.", language, fact=label(key, language), codes=named)
                    )
        elif amount.tiers:
            steps = [(_tier(top, language), amount_text(months, 0, language)) for top, months in amount.tiers.steps]
            columns = [Column(label(amount.tiers.key, language)), Column(say("Length", language))]
            yield Table(say("Amounts", language), columns, steps)


def _tier(top: float | None, language: str) -> str:
    return say("above", language) if top is None else say("up to {months} months", language, months=f"{top:g}")


def cases_table(provision: Provision, language: str) -> Table:
    """The worked cases: what is told, the day, and what must come out."""
    columns = (
        Column(say("Case", language), "text", 40),
        Column(say("Asked for", language), "date", 12),
        Column(say("Outcome", language), "status", 14),
        Column(say("Day", language), "text", 14),
        Column(say("Missing", language), "text", 24),
    )
    rows = [
        (
            case.says,
            case.on,
            outcome_status(case.expects["outcome"], language),
            str(case.expects.get("due_on") or case.expects.get("since") or ""),
            ", ".join(case.expects.get("missing") or ()),
        )
        for case in provision.cases
    ]
    return Table(
        say("Worked by hand from the text", language), columns, rows,
        note=say_count("{n} worked case", "{n} worked cases", len(rows), language),
    )  # fmt: skip
