"""Changes each length of time in a provision by one month (or year, or day), to see that some worked case notices."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from rihai.law.provision import Provision
from rihai.law.tree import AgeOn, All, Amount, Any, AnyItem, LeftUntil, Node, Not, OnDay, Since, Until


class Mutant(NamedTuple):
    """A provision with one length changed, and what was changed."""

    what: str
    provision: Provision


def mutants(provision: Provision) -> Iterator[Mutant]:
    """Every provision that differs from this one in one length by one."""
    for number, version in enumerate(provision.versions):
        for name in version.used():
            condition = version.conditions[name]
            for what, node in changed(condition.node):
                conditions = {**version.conditions, name: replace(condition, node=node)}
                versions = list(provision.versions)
                versions[number] = replace(version, conditions=conditions)
                label = f"{name} {what}" + (f" in the version of {version.starts}" if number else "")
                yield Mutant(label, replace(provision, versions=tuple(versions)))


def changed(node: Node) -> Iterator[tuple[str, Node]]:
    """The same tree with one length changed by one."""
    if isinstance(node, All | Any):
        for index, part in enumerate(node.parts):
            for what, other in changed(part):
                yield what, replace(node, parts=(*node.parts[:index], other, *node.parts[index + 1 :]))
    elif isinstance(node, Not | OnDay):
        for what, other in changed(node.node):
            yield what, replace(node, node=other)
    elif isinstance(node, AnyItem):
        for what, other in changed(node.where):
            yield what, replace(node, where=other)
    elif isinstance(node, AgeOn):
        for step in (-1, 1):
            yield f"{step:+} year", replace(node, years=node.years + step)
    elif isinstance(node, Since | Until | LeftUntil):
        for what, amount in amounts(node.amount):
            yield what, replace(node, amount=amount)


def amounts(amount: Amount) -> Iterator[tuple[str, Amount]]:
    """The same amount changed by one month, row by row; by one day where it is written in days."""
    for step in (-1, 1):
        if amount.months and amount.months + step >= 0:
            yield f"{step:+} month", replace(amount, months=amount.months + step)
        if amount.days and amount.days + step >= 0:
            yield f"{step:+} day", replace(amount, days=amount.days + step)
        if amount.table:
            for index, (values, months) in enumerate(amount.table.rows):
                row = (values, max(0, months + step))
                rows = (*amount.table.rows[:index], row, *amount.table.rows[index + 1 :])
                if row[1] != months:
                    yield f"row {values} {step:+}", replace(amount, table=replace(amount.table, rows=rows))
        if amount.tiers:
            for index, (top, months) in enumerate(amount.tiers.steps):
                tier = (top, max(0, months + step))
                steps = (*amount.tiers.steps[:index], tier, *amount.tiers.steps[index + 1 :])
                if tier[1] != months:
                    yield f"tier {top} {step:+}", replace(amount, tiers=replace(amount.tiers, steps=steps))
