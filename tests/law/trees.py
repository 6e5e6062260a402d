"""Draws trees, records and days by chance from a seed; what the loader would refuse is not drawn."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any

from rihai.days import add, day_of, iso, read_date
from rihai.facts import CASE_FACTS, LIST_FACTS, PERSON_FACTS
from rihai.law import tree as t
from rihai.law.provision import Cite, Condition, Effect, Pack, Provision, Text, Version
from rihai.law.signs import signs, split_values

YES_NO = ("challan_submitted", "s382b_granted", "appeal_filed", "pregnant")
CODES = ("sex", "legal_counsel", "mercy_petition")
SILENT = ("surety_available", "heirs_consent")
NUMBERS = ("cases_pending", "accused_delay_days", "hours_alone")
DATES = ("fir_date", "bail_applied_on", "convicted_on", "born", "appeal_filed_on")
TERMS = ("default_term", "security_period")
COURT = ("delay_attributed_to_accused", "court_found_hardened")
LISTS = ("children", "remission_ledger")
WORDS = Text("says")


class Draw(random.Random):
    """One seed, one provision and one record."""

    def days_near_february(self) -> int:
        year = self.choice([2023, 2024, 2024, 2025])
        return day_of(date(year, 1, 28)) + self.randrange(92)

    def record(self) -> dict[str, Any]:
        """Facts written flat, each known, known in part or not known."""
        # What holds is on record where courts disagree on what follows from it.
        facts: dict[str, Any] = {"breastfeeding": self.random() < 0.5}
        for name in (*YES_NO, *CODES, *SILENT, *NUMBERS, *DATES, *TERMS, *COURT, "disability"):
            known = PERSON_FACTS.get(name) or CASE_FACTS.get(name)
            value = self.value(known.kind if known else "date", known.codes if known else ())
            if value is not None:
                facts["date_of_birth" if name == "born" else name] = value
        for name in LISTS:
            if self.random() < 0.8:
                facts[name] = [self.item(name) for _ in range(self.randrange(3))]
        return facts

    def item(self, name: str) -> dict[str, Any]:
        values = {key: self.value(fact.kind, fact.codes) for key, fact in LIST_FACTS[name].items()}
        return {key: value for key, value in values.items() if value is not None}

    def value(self, kind: str, codes: tuple[str, ...]) -> Any:
        if kind == "text" or self.random() < 0.3:
            return None
        if kind == "yes_no":
            return self.random() < 0.5
        if kind == "code":
            return self.choice(codes)
        if kind == "codes":
            return self.sample(codes, self.randrange(3))
        if kind == "number":
            low = self.randrange(1, 13)
            return {"min": low, "max": low + self.randrange(1, 8)} if self.random() < 0.3 else low
        if kind == "term":
            return {"months": self.randrange(20), "days": self.randrange(3)}
        first = self.days_near_february()
        more = self.choice([0, 0, 0, 1, 5, 20])
        return iso(first) if not more else {"earliest": iso(first), "latest": iso(first + more)}

    def amount(self, *, plain: bool = False) -> t.Amount:
        kind = "plain" if plain else self.choice(["plain", "plain", "table", "tiers", "term", "part", "number"])
        if kind == "table":
            return t.Amount(table=self.table())
        if kind == "tiers":
            return t.Amount(tiers=t.Tiers("cases_pending", ((4, self.months()), (9, self.months()), (None, 14))))
        if kind == "term":
            return t.Amount(term=self.choice(TERMS))
        if kind == "part":
            return t.Amount(term=self.choice(TERMS), fraction=self.choice([Fraction(1, 3), Fraction(3, 4)]))
        if kind == "number":
            return t.Amount(term="hours_alone", fraction=Fraction(1, 4))
        return t.Amount(months=self.months(), days=self.choice([0, 0, 1, 17]))

    def months(self) -> int:
        return self.choice([0, 1, 6, 12, 24])

    def table(self) -> t.Table:
        court = frozenset({"transgender"}) if self.random() < 0.5 else frozenset()
        sexes = [code for code in PERSON_FACTS["sex"].codes if code not in court]
        rows = [((sex, flag), self.months()) for sex in sexes for flag in (True, False)]
        return t.Table(("sex", "s382b_granted"), tuple(rows), (court, frozenset()))

    def begins(self) -> t.Node:
        if self.random() < 0.25:
            return t.LeftUntil(self.choice(DATES), self.amount(plain=True))
        days = "accused_delay_days"
        less, plus = self.choice([(None, None), (None, None), (days, None), (None, days)])
        return t.Since(self.choice(DATES), self.amount(), self.random() < 0.5, less, plus)

    def ends(self) -> t.Node:
        amount = self.amount()
        while amount.table and any(amount.table.court_codes):
            amount = self.amount()
        return t.Until(self.choice(DATES), amount)

    def fixed(self) -> t.Node:
        draw: list[Callable[[], t.Node]] = [
            lambda: t.YesNo(self.choice(YES_NO), self.random() < 0.5),
            lambda: t.YesNo(self.choice(YES_NO), self.random() < 0.5),
            lambda: t.YesNo(self.choice(SILENT), self.random() < 0.5, silent=True),
            lambda: t.YesNo("breastfeeding", True, to_court=True),
            self._code,
            lambda: t.Number(self.choice(NUMBERS), self.choice(["over", "at_least", "at_most", "under"]), 5),
            lambda: t.AtLeastFact("cases_pending", "hours_alone"),
            lambda: t.Has("disability", self.choice([(), ("visual",), ("visual", "hearing")])),
            lambda: t.DateIn("fir_date", *self.choice([(19800, None), (None, 19800), (19780, 19820)])),
            lambda: t.Earlier("convicted_on", "appeal_filed_on"),
            lambda: t.Given("bail_applied_on"),
            lambda: t.AgeOn("convicted_on", self.choice(["under", "at_least", "over"]), self.choice([0, 1])),
            lambda: t.AnyItem("remission_ledger", self.item_test("remission_ledger", turns=False)),
            lambda: t.OnDay(19790, t.Since("fir_date", self.amount(plain=True), True)),
        ]
        return self.choice(draw)()

    def _code(self) -> t.Node:
        fact = self.choice(CODES)
        first, second = self.sample((PERSON_FACTS.get(fact) or CASE_FACTS[fact]).codes, 2)
        return t.Is(fact, frozenset({first}), frozenset({second}) if self.random() < 0.3 else frozenset())

    def item_test(self, name: str, *, turns: bool) -> t.Node:
        if name == "remission_ledger":
            parts: list[t.Node] = [t.Is("kind", frozenset({"special"})), t.Number("days", "over", 5)]
        else:
            parts = [t.YesNo("lives_in_prison", True), t.YesNo("dependent", self.random() < 0.5)]
        chosen: list[t.Node] = self.sample(parts, self.randrange(1, 3))
        if turns:
            moving = t.Until if self.random() < 0.6 else t.Since
            amount = self.amount(plain=True)
            chosen.append(
                t.Until("date_of_birth", amount) if moving is t.Until else t.Since("date_of_birth", amount, True)
            )
        joined = t.All(tuple(chosen)) if self.random() < 0.6 else t.Any(tuple(chosen))
        return joined if len(chosen) > 1 else chosen[0]

    def tree(self, depth: int = 2) -> t.Node:
        """A tree of one shape; drawn again while it could hold in two spells."""
        while True:
            node = self._tree(depth)
            if t.shape(t.push(node)) != "two":
                return node

    def _tree(self, depth: int) -> t.Node:
        how = self.random()
        if depth == 0 or how < 0.3:
            leaf = self.random()
            if leaf < 0.35:
                return self.fixed()
            if leaf < 0.65:
                return self.begins()
            return self.ends() if leaf < 0.88 else t.AnyItem("children", self.item_test("children", turns=True))
        if how < 0.42:
            return t.Not(self._tree(depth - 1))
        parts = tuple(self._tree(depth - 1) for _ in range(self.randrange(2, 4)))
        return t.All(parts) if how < 0.7 else t.Any(parts)

    def split_tree(self) -> t.Node:
        """Some length for each value of one fact: the fact stands with both signs, all else with one."""
        moving = self.choice([self.begins, self.ends])
        if self.random() < 0.6:
            fact = self.choice(YES_NO)
            values: list[t.Node] = [t.YesNo(fact, True), t.YesNo(fact, False)]
        else:
            values = [t.Is("legal_counsel", frozenset({code})) for code in ("none", "state", "private")]
        return t.Any(tuple(t.All((value, moving())) for value in values[self.randrange(2) * (len(values) > 2) :]))

    def court_view(self) -> t.Node:
        return t.YesNo(self.choice(COURT), self.random() < 0.5)

    def provision(self, name: str) -> Provision:
        """A provision that the loader would accept: exceptions too have one shape, court facts one sign."""
        while True:
            version = self.version()
            if acceptable(version):
                return provision_of(name, version)

    def version(self) -> Version:
        conditions: dict[str, Condition] = {}

        def named(node: t.Node, court: bool = False) -> str:
            name = f"c{len(conditions)}"
            conditions[name] = Condition(name, node, WORDS, court)
            return name

        applies = tuple(named(self.fixed()) for _ in range(self.randrange(2)))
        ways = tuple(
            (
                *(named(self.tree()) for _ in range(self.randrange(1, 3))),
                *(named(self.court_view(), True) for _ in range(self.random() < 0.3)),
            )
            for _ in range(1 + (self.random() < 0.25))
        )  # fmt: skip
        unless = [named(self.tree(1)) for _ in range(self.random() < 0.4)]
        unless += [named(self.court_view(), True) for _ in range(self.random() < 0.3)]
        return version_of(conditions, applies, ways, tuple(unless))


def version_of(
    conditions: dict[str, Condition],
    applies: tuple[str, ...],
    ways: tuple[tuple[str, ...], ...],
    unless: tuple[str, ...] = (),
) -> Version:
    """A version in force since long ago."""
    return Version(date(1900, 1, 1), None, "enacted", "test", applies, ways, unless, conditions, {})


def ways_of(version: Version) -> list[list[t.Node]]:
    """The pushed trees that must hold, way by way."""
    used = version.conditions
    must_not = [t.push(used[name].node, negated=True) for name in version.unless]
    return [[*(t.push(used[name].node) for name in (*version.applies_to, *way)), *must_not] for way in version.ways]


def acceptable(version: Version) -> bool:
    """What the loader asks of a version."""
    for nodes in ways_of(version):
        if any(t.shape(node) == "two" for node in nodes) or len(split_values(nodes)) > 3:
            return False
        if any(len(found) > 1 for fact, found in signs(nodes).items() if fact in COURT):
            return False
    return True


def provision_of(name: str, version: Version) -> Provision:
    """A provision with nothing but its version."""
    cite = Cite("Test Act", "1", ("https://example.org",), date(2026, 1, 1), "high")
    return Provision(
        name, "help", WORDS, WORDS, cite, ("federal",), Effect("may", WORDS, WORDS), WORDS, (version,), ()
    )  # fmt: skip


def provision_for(*when: t.Node, name: str = "p", unless: tuple[t.Node, ...] = ()) -> Provision:
    """A provision of plain conditions of record."""
    nodes = [*when, *unless]
    conditions = {f"c{index}": Condition(f"c{index}", node, WORDS, False) for index, node in enumerate(nodes)}
    names = tuple(conditions)
    return provision_of(name, version_of(conditions, (), (names[: len(when)],), names[len(when) :]))


def pack_of(provisions: list[Provision]) -> Pack:
    """A pack of nothing but these provisions."""
    return Pack("test", WORDS, "1", "PK", tuple(provisions), Path())


def as_person(facts: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Facts written flat as a person and one case."""
    person = {name: value for name, value in facts.items() if name in PERSON_FACTS}
    case = {name: value for name, value in facts.items() if name not in PERSON_FACTS}
    return {"id": "9", **person}, {"case_id": "1", **case}


def turning_days(version: Version, facts: dict[str, Any]) -> list[int]:
    """Days near which some leaf may turn: both ends of every date, moved by every plain length the draw knows."""
    dates = [value for name, value in facts.items() if (PERSON_FACTS.get(name) or CASE_FACTS[name]).kind == "date"]
    dates += [child["date_of_birth"] for child in facts.get("children", []) if "date_of_birth" in child]
    ends = sorted({end for value in dates if (span := read_date(value)) for end in span})
    return [add(end, months) for end in ends for months in (-24, -12, -6, -1, 0, 1, 6, 12, 14, 24)]
