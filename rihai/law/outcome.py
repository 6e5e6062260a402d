"""From a provision to the numbers of its finding: outcome, days, what is missing, how each condition stands.

The order of the outcomes and the meaning of each number: docs/reference/findings.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from rihai.days import NEVER, day_of
from rihai.law.graph import Expr, Graph
from rihai.law.lower import Days, Lowering, Sides, holds_on
from rihai.law.openness import Ask, Openness
from rihai.law.provision import OUTCOMES, Condition, InForce, Provision, Version
from rihai.law.signs import OTHER, split_values
from rihai.law.tree import Node, push

NUMBER = {outcome: index for index, outcome in enumerate(OUTCOMES)}


@dataclass(frozen=True, slots=True)
class Standing:
    """How one condition stands on the day asked: its role, and when it surely holds or surely does not."""

    condition: Condition
    role: str
    true: Expr
    false: Expr


@dataclass(frozen=True, slots=True)
class Lowered:
    """The expressions of one provision in one version. ALWAYS and NEVER among the days mean none.

    `notes`: what is noted beside the outcome, each with when. `closed`: none of these truths holds where the outcome
    is arguable or cannot be told.
    """

    provision: Provision
    version: Version
    of_case: bool
    outcome: Expr
    since: Expr
    due_on: Expr
    until: Expr
    standings: tuple[Standing, ...]
    asks: tuple[Ask, ...]
    notes: tuple[tuple[str, Expr], ...] = ()
    closed: tuple[Expr, ...] = ()


class _Root:
    """One way of a provision: everything that must hold, as one tree, lowered with the case split."""

    def __init__(self, graph: Graph, parts: list[tuple[Node, bool]], frame: Sides) -> None:
        self.graph = graph
        self.parts = parts
        self.frame = frame
        splits = split_values([node for node, _ in parts])
        self.sides = self._widest(splits) if splits else self._lower({})
        self.true, self.false = holds_on(graph, self.sides, graph.day)

    def _lower(self, assumed: dict[str, Expr]) -> Sides:
        g = self.graph
        lowering = Lowering(g, assumed)
        lowered = [self.frame, *(lowering.lower(node, court) for node, court in self.parts)]
        return Sides(
            Days(*(g.max(*column) for column in zip(*(sides.begins for sides in lowered), strict=True))),
            Days(*(g.min(*column) for column in zip(*(sides.ends for sides in lowered), strict=True))),
        )

    def _widest(self, splits: dict[str, list[int | str]]) -> Sides:
        """Facts met with both signs: worked out once for each value, then the widest of the values left open."""
        g = self.graph
        worlds = []
        for values in product(*splits.values()):
            chosen = dict(zip(splits, values, strict=True))
            open_ = g.all(*(self._possible(fact, value, splits[fact]) for fact, value in chosen.items()))
            worlds.append((open_, self._lower({fact: g.const(value) for fact, value in chosen.items()})))

        def least(side: int, number: int) -> Expr:
            return g.min(*(g.when(open_, world[side][number], g.never) for open_, world in worlds))

        def most(side: int, number: int) -> Expr:
            return g.max(*(g.when(open_, world[side][number], g.always) for open_, world in worlds))

        return Sides(Days(least(0, 0), most(0, 1), most(0, 2)), Days(least(1, 0), least(1, 1), most(1, 2)))

    def _possible(self, fact: str, value: int | str, values: list[int | str]) -> Expr:
        """What is known leaves this value of the fact open."""
        g, column = self.graph, self.graph.col(fact)
        if isinstance(value, int):
            return g.any(g.eq(column, g.const(value)), g.eq(column, g.const(-1)))
        if value == OTHER:
            return g.no(g.one_of(column, frozenset(str(one) for one in values) - {OTHER}))
        return g.one_of(column, frozenset({value, ""}))


def lower_provision(
    graph: Graph, provision: Provision, version: Version, *, of_case: bool, standing: InForce
) -> Lowered:
    """The expressions of a provision in one of its versions, in force, still to come or ended on the day asked."""
    g = graph
    conditions = version.conditions
    lowering = Lowering(g)
    applies = [conditions[name] for name in version.applies_to]
    unless = [conditions[name] for name in version.unless]
    floor = _floor(g) if provision.kind == "release" and of_case else None
    frame = _frame(g, version, floor, coming=standing == "coming", ends=_last_day(provision, version))
    roots = [
        _Root(
            g,
            [(push(one.node), one.court) for one in [*applies, *(conditions[name] for name in way)]]
            + [(push(one.node, negated=True), one.court) for one in unless],
            frame,
        )
        for way in version.ways
    ]
    ended = g.const(standing == "ended")
    barred = g.any(ended, *(holds_on(g, lowering.lower(push(one.node), one.court), g.day)[1] for one in applies))
    outcome, since, due_on, until = _days(g, barred, [root.sides for root in roots])
    # What always held is not dated from the Act; what began on a day did not hold before the Act did.
    in_force = g.max(since, g.const(day_of(provision.begun(version))))
    since = g.when(g.lt(g.always, since), in_force, since)
    return Lowered(
        provision, version, of_case, outcome, since, due_on, until,
        tuple(_standings(lowering, version)), tuple(_asks(lowering, barred, roots, floor)),
        tuple(_notes(lowering, provision, version)), tuple(_closed(g, barred, roots)),
    )  # fmt: skip


def _last_day(provision: Provision, version: Version) -> int:
    """The day from which the law is no longer in force; NEVER where another version takes over on that day."""
    followed = any(other.starts == version.ends for other in provision.versions)
    return NEVER if version.ends is None or followed else day_of(version.ends)


def _frame(g: Graph, version: Version, floor: Days | None, *, coming: bool, ends: int) -> Sides:
    """From the first day of custody, and of a version still to come, to the day `ends`."""
    starts = g.const(day_of(version.starts)) if coming else g.always
    begins = Days(*(g.max(starts, one) for one in floor)) if floor else Days(starts, starts, starts)
    last = g.const(ends)
    return Sides(begins, Days(last, last, last))


def _floor(g: Graph) -> Days:
    """What concerns release from a case holds from the first day of the present custody in it."""
    early, late = g.col("custody_since__e"), g.col("custody_since__l")
    unknown = g.all(g.eq(early, g.always), g.eq(late, g.never))
    first, last = g.when(unknown, g.always, early), g.when(unknown, g.always, late)
    return Days(first, last, last)


def _days(g: Graph, barred: Expr, ways: list[Sides]) -> tuple[Expr, Expr, Expr, Expr]:
    """Outcome, since, due and until over the ways; ALWAYS or NEVER where there is no such day."""
    day = g.day
    met = [g.all(g.le(b.latest, day), g.lt(day, e.earliest)) for b, e in ways]
    false = [g.any(g.lt(day, b.earliest), g.le(e.latest, day)) for b, e in ways]
    coming = [g.all(g.lt(day, b.earliest), g.lt(b.earliest, e.latest), g.lt(b.earliest, g.never)) for b, e in ways]
    argued = [g.all(g.le(b.argued, day), g.lt(day, e.argued)) for b, e in ways]
    sure = [g.all(g.lt(day, b.latest), g.lt(b.latest, e.earliest), g.lt(b.latest, g.never)) for b, e in ways]
    possible = [g.all(g.no(f), g.le(b.earliest, day)) for f, (b, _) in zip(false, ways, strict=True)]
    all_false = g.all(*false)
    code = {name: g.const(number) for name, number in NUMBER.items()}
    outcome = g.when(
        barred, code["not_applicable"],
        g.when(
            g.any(*met), code["met"],
            g.when(
                all_false, g.when(g.any(*coming), code["not_yet"], code["not_met"]),
                g.when(g.any(*argued), code["arguable"], code["cannot_tell"]),
            ),
        ),
    )  # fmt: skip

    def earliest(chosen: list[Expr], days: list[Expr]) -> Expr:
        if len(ways) == 1:
            return days[0]  # of one way, what is chosen follows from the outcome
        return g.min(*(g.when(when, value, g.never) for when, value in zip(chosen, days, strict=True)))

    is_ = {name: g.eq(outcome, number) for name, number in code.items()}
    certain = [(b.latest, e.earliest) for b, e in ways]
    favoured = [(b.argued, e.argued) for b, e in ways]
    thinkable = [(b.earliest, e.latest) for b, e in ways]
    since = g.when(
        is_["met"], _back(g, earliest(met, [b for b, _ in certain]), certain),
        g.when(
            is_["arguable"], _back(g, earliest(argued, [b for b, _ in favoured]), favoured),
            g.when(is_["cannot_tell"], _back(g, earliest(possible, [b for b, _ in thinkable]), thinkable), g.never),
        ),
    )  # fmt: skip
    due_on = g.when(
        is_["not_yet"], earliest(coming, [b.earliest for b, _ in ways]),
        g.when(g.all(is_["cannot_tell"], g.any(*sure)), earliest(sure, [b.latest for b, _ in ways]), g.never),
    )  # fmt: skip
    holds = g.any(is_["met"], is_["arguable"], is_["cannot_tell"])
    begun = g.when(is_["not_yet"], due_on, day)
    until = g.when(g.any(holds, is_["not_yet"]), _onwards(g, begun, ways), g.never)
    return outcome, since, due_on, until


def _back(g: Graph, start: Expr, spans: list[tuple[Expr, Expr]]) -> Expr:
    """The first day of all the spans that touch one another and the one that begins on `start`."""
    for _ in spans[1:]:
        start = g.min(start, *(g.when(g.all(g.le(b, start), g.le(start, e)), b, g.never) for b, e in spans))
    return start


def _onwards(g: Graph, begun: Expr, ways: list[Sides]) -> Expr:
    """The first day, after `begun`, on which no way can hold any more; NEVER where that is not known to the day."""
    if len(ways) == 1:
        [(_, e)] = ways  # the one way can hold on the day `begun`, or the outcome were another
        return g.max(begun, g.when(g.eq(e.earliest, e.latest), e.earliest, g.never))
    end = begun
    for _ in ways:
        # A way that can hold on the day reached carries it on: to its own end, or to one that cannot be told.
        ends = [
            g.when(
                g.all(g.le(b.earliest, end), g.lt(end, e.latest)),
                g.when(g.eq(e.earliest, e.latest), e.earliest, g.never),
                g.always,
            )
            for b, e in ways
        ]
        end = g.max(end, *ends)
    return end


def _standings(lowering: Lowering, version: Version) -> list[Standing]:
    """How each condition stands, worded as it is written: an exception is not turned round."""
    g = lowering.graph
    roles = dict.fromkeys(version.applies_to, "applies_to")
    roles |= {name: "when" for way in version.ways for name in way}
    roles |= dict.fromkeys(version.unless, "unless")
    found = []
    for name in version.used():
        condition = version.conditions[name]
        true, false = holds_on(g, lowering.lower(push(condition.node), condition.court), g.day)
        found.append(Standing(condition, roles[name], true, false))
    return found


def _notes(lowering: Lowering, provision: Provision, version: Version) -> Iterator[tuple[str, Expr]]:
    """The provision's own notes, each with when the condition it rests on surely holds."""
    for note, name in provision.notes:
        condition = version.conditions[name]
        sides = lowering.lower(push(condition.node), condition.court)
        yield note, holds_on(lowering.graph, sides, lowering.graph.day)[0]


def _settled(g: Graph, barred: Expr, roots: list[_Root]) -> Expr:
    """Nothing is left to ask: the provision does not apply, or one of its ways surely holds."""
    return g.any(barred, *(root.true for root in roots))


def _closed(g: Graph, barred: Expr, roots: list[_Root]) -> Iterator[Expr]:
    """What surely does not hold where the outcome is open; of several ways one may surely not hold all the same."""
    truths = [barred, _settled(g, barred, roots), *(root.true for root in roots)]
    truths += [root.false for root in roots if len(roots) == 1]
    return (truth for truth in truths if truth.op != "const")


def _surely(lowering: Lowering, parts: list[tuple[Node, bool]]) -> Expr:
    """Whether these parts of a way hold on the day; where they do, only what every way asks is still worth asking."""
    g = lowering.graph
    return g.all(*(holds_on(g, lowering.lower(node, court), g.day)[0] for node, court in parts))


def _asks(lowering: Lowering, barred: Expr, roots: list[_Root], floor: Days | None) -> list[Ask]:
    """What is missing, facts of record before matters for the court; the same fact once."""
    g = lowering.graph
    openness = Openness(lowering)
    by_name: dict[tuple[str, bool], Ask] = {}
    settled = _settled(g, barred, roots)
    shared = [part for part in roots[0].parts if all(part in root.parts for root in roots)]
    decided = g.any(*(_surely(lowering, [part for part in root.parts if part not in shared]) for root in roots))
    for root in roots:
        above = g.all(g.no(settled), g.no(root.false))
        apart = g.all(above, g.no(decided))
        asks = [
            ask
            for node, court in root.parts
            for ask in openness.asks(node, court, above if (node, court) in shared else apart)
        ]
        if floor:
            matters = g.all(above, g.le(floor.earliest, g.day), g.lt(g.day, floor.latest))
            asks.append(Ask("custody_since__ask", True, matters, False))
        for ask in asks:
            known = by_name.get((ask.name, ask.by_row))
            when = g.any(known.when, ask.when) if known else ask.when
            by_name[ask.name, ask.by_row] = ask._replace(when=when)
    if (status := by_name.get(("legal_status", False))) and (over := by_name.get(("trial_concluded", False))):
        # Whoever turns out to be under trial has a trial that is not over, by definition.
        by_name["trial_concluded", False] = over._replace(when=g.all(over.when, g.no(status.when)))
    kept = [ask for ask in by_name.values() if ask.when is not g.false]
    return sorted(kept, key=lambda ask: ask.court)
