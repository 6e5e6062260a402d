"""Reads the test of a condition: one mapping becomes one leaf, or several joined by all_of, any_of and not."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any as Anything

from rihai.days import day_of
from rihai.facts import LIST_FACTS, Fact
from rihai.law.load.amounts import read_amount
from rihai.law.reckoned import known_fact
from rihai.law.strict import LinedMapping, Mistakes, Reader, walk
from rihai.law.tree import (
    AgeOn,
    All,
    Amount,
    Any,
    AnyItem,
    AtLeastFact,
    DateIn,
    Earlier,
    Given,
    Has,
    Is,
    LeftUntil,
    Node,
    Not,
    Number,
    OnDay,
    Since,
    Until,
    YesNo,
    shape,
)

SILENT = frozenset({
    "prepared_to_give_bail", "held_in_other_case", "transfer_consent", "diversion_consent",
    "victim_consents_to_diversion", "heirs_consent", "security_given", "bail_conditions_breached",
    "surety_available", "detention_ground",
})  # fmt: skip
"""Facts that may count only when known: what is in the person's own hands, or stops a clock only when on record."""

_FACT_KEYS = frozenset({
    "is", "is_not", "in", "not_in", "has", "has_any", "empty", "over", "at_least", "at_most", "under", "on_or_after",
    "before", "before_fact", "at_least_fact", "given",
})  # fmt: skip
_HEADS = ("fact", "since", "until", "left_until", "age_on", "on", "any", "all_of", "any_of", "not")


class ConditionReader:
    """Reads tests over one dictionary of facts: the row's, or that of a list's items."""

    def __init__(
        self, mistakes: Mistakes, amounts: dict[str, Amount], fact_named: Callable[[str], Fact | None] = known_fact
    ) -> None:
        self.mistakes = mistakes
        self.amounts = amounts
        self.fact_named = fact_named
        self.used_amounts: set[str] = set()
        self.courts: set[bool] = set()

    def read(self, value: Anything, line: int, extra: frozenset[str] = frozenset()) -> Node | None:
        """The node of a test; None with a mistake when it cannot be read. `extra`: keys another reader takes."""
        if not isinstance(value, LinedMapping):
            self.mistakes.add(line, "a test must be a mapping")
            return None
        heads = [head for head in _HEADS if head in value]
        if len(heads) != 1:
            self.mistakes.add(value.line, f"a test begins with exactly one of: {', '.join(_HEADS)}")
            return None
        reader = Reader(value, self.mistakes, line, f"'{heads[0]}'")
        reader.taken |= extra & set(value)
        node: Node | None = getattr(self, f"_{heads[0]}")(reader)
        reader.finish()
        if node is not None and shape(node) == "two":
            self.mistakes.add(
                value.line, "could hold in two separate spells: write each spell as a provision of its own, or as ways"
            )
            return None
        return node

    def _named(self, reader: Reader, key: str, kinds: tuple[str, ...]) -> Fact | None:
        name = reader.take(key, str, required=True)
        fact = self.fact_named(name) if isinstance(name, str) else None
        if fact is None:
            if isinstance(name, str):
                self.mistakes.add(reader.at(key), f"'{name}' is not a fact that may be asked here")
        elif kinds and fact.kind not in kinds:
            self.mistakes.add(reader.at(key), f"'{name}' is a {fact.kind}: '{key}' asks one of {', '.join(kinds)}")
            return None
        else:
            self.courts.add(fact.court)
        return fact

    def _fact(self, reader: Reader) -> Node | None:
        fact = self._named(reader, "fact", ())
        keys = sorted(_FACT_KEYS & set(reader.value))
        if fact is None:
            reader.taken |= _FACT_KEYS | {"open_to_court", "silent"}
            return None
        if keys in (["before", "on_or_after"], ["before"], ["on_or_after"]):
            return self._date_in(reader, fact)
        if len(keys) != 1:
            self.mistakes.add(reader.line, f"'{fact.name}' needs exactly one of: {', '.join(sorted(_FACT_KEYS))}")
            reader.taken |= _FACT_KEYS
            return None
        key = keys[0]
        if key == "given":
            if reader.take("given", bool) is not True:
                self.mistakes.add(reader.at("given"), "'given' is true, or left out")
            return Given(fact.name)
        if key in {"before_fact", "at_least_fact"}:
            other = self._named(reader, key, (fact.kind,))
            if other is None:
                return None
            return self._earlier(reader, fact, other) if key == "before_fact" else AtLeastFact(fact.name, other.name)
        if key in {"over", "at_least", "at_most", "under"}:
            bound = reader.take(key, (int, float), required=True)
            self._must_be(reader, fact, key, ("number", "money"))
            return None if bound is None else Number(fact.name, key, bound)  # type: ignore[arg-type]
        return self._codes(reader, fact, key)

    def _earlier(self, reader: Reader, fact: Fact, other: Fact) -> Node | None:
        if "by_more_than" not in reader.value:
            return Earlier(fact.name, other.name)
        amount = self._amount(reader, "by_more_than")
        if amount is None or amount.term or amount.table or amount.tiers:
            self.mistakes.add(reader.at("by_more_than"), "'by_more_than' takes a plain length")
            return None
        return Earlier(fact.name, other.name, amount.months, amount.days)

    def _must_be(self, reader: Reader, fact: Fact, key: str, kinds: tuple[str, ...]) -> bool:
        if fact.kind in kinds:
            return True
        self.mistakes.add(reader.at(key), f"'{fact.name}' is a {fact.kind}: '{key}' asks one of {', '.join(kinds)}")
        return False

    def _codes(self, reader: Reader, fact: Fact, key: str) -> Node | None:
        if key in {"has", "has_any", "empty"}:
            return self._has(reader, fact, key)
        if fact.kind == "yes_no":
            return self._yes_no(reader, fact, key)
        if not self._must_be(reader, fact, key, ("code", "text")):
            reader.taken.add(key)
            return None
        written = [reader.take(key, str)] if key in {"is", "is_not"} else list(reader.take(key, list, []))
        court = reader.take("open_to_court", list, [])
        silent = self._silent(reader, fact)
        for code in [*written, *court]:
            if not isinstance(code, str):
                self.mistakes.add(reader.at(key), f"{code!r} is not text: put it in quotes")
                return None
            if fact.kind == "code" and not fact.free and code not in fact.codes:
                self.mistakes.add(reader.at(key), f"'{code}' is not a code of {fact.name}")
        leaf = Is(fact.name, frozenset(written), frozenset(court), silent)
        return Not(leaf) if key in {"is_not", "not_in"} else leaf

    def _yes_no(self, reader: Reader, fact: Fact, key: str) -> Node | None:
        if key != "is":
            self.mistakes.add(reader.at(key), f"{fact.name} is true or false: write is: true or is: false")
            reader.taken |= {key, "silent", "open_to_court"}
            return None
        value = reader.take("is", bool, required=True)
        to_court = reader.take("open_to_court", bool, False)
        return None if value is None else YesNo(fact.name, value, self._silent(reader, fact), to_court)

    def _silent(self, reader: Reader, fact: Fact) -> bool:
        silent = bool(reader.take("silent", bool, False))
        if silent and fact.name not in SILENT:
            self.mistakes.add(reader.at("silent"), f"{fact.name} may not count as false when it is not known")
        return silent

    def _has(self, reader: Reader, fact: Fact, key: str) -> Node | None:
        if not self._must_be(reader, fact, key, ("codes",)):
            reader.taken.add(key)
            return None
        if key == "empty":
            empty = reader.take("empty", bool, required=True)
            return Not(Has(fact.name, ())) if empty else Has(fact.name, ())
        codes = [reader.take("has", str)] if key == "has" else list(reader.take("has_any", list, []))
        for code in codes:
            if not fact.free and code not in fact.codes:
                self.mistakes.add(reader.at(key), f"'{code}' is not a code of {fact.name}")
        return Has(fact.name, tuple(str(code) for code in codes))

    def _date_in(self, reader: Reader, fact: Fact) -> Node | None:
        if not self._must_be(reader, fact, "fact", ("date",)):
            reader.taken |= {"on_or_after", "before"}
            return None
        return DateIn(fact.name, self._day(reader, "on_or_after"), self._day(reader, "before"))

    def _day(self, reader: Reader, key: str) -> int | None:
        text = reader.take(key, str)
        if text is None:
            return None
        try:
            return day_of(date.fromisoformat(text))
        except ValueError:
            self.mistakes.add(reader.at(key), f"'{text}' is not a day such as 2026-05-21")
            return None

    def _amount(self, reader: Reader, key: str) -> Amount | None:
        value = reader.take(key, (str, dict), required=True)
        if isinstance(value, str):
            self.used_amounts.add(value)
            if value not in self.amounts:
                self.mistakes.add(reader.at(key), f"there is no amount called '{value}'")
            return self.amounts.get(value)
        return read_amount(value, self.mistakes, reader.at(key), self.fact_named) if value is not None else None

    def _since(self, reader: Reader) -> Node | None:
        fact = self._named(reader, "since", ("date",))
        key = "exceeds" if "exceeds" in reader.value else "reaches"
        amount = self._amount(reader, key)
        less, plus = (self._named(reader, by, ("number",)) if by in reader.value else None for by in ("less", "plus"))
        if fact is None or amount is None:
            return None
        return Since(fact.name, amount, key == "exceeds", less.name if less else None, plus.name if plus else None)

    def _until(self, reader: Reader) -> Node | None:
        fact, amount = self._named(reader, "until", ("date",)), self._amount(reader, "after")
        return Until(fact.name, amount) if fact and amount else None

    def _left_until(self, reader: Reader) -> Node | None:
        fact, amount = self._named(reader, "left_until", ("date",)), self._amount(reader, "not_more_than")
        if amount and (amount.term or amount.table or amount.tiers):
            self.mistakes.add(reader.line, "'not_more_than' takes a plain length")
            return None
        return LeftUntil(fact.name, amount) if fact and amount else None

    def _age_on(self, reader: Reader) -> Node | None:
        fact = self._named(reader, "age_on", ("date",))
        keys = [key for key in ("under", "at_least", "over") if key in reader.value]
        if len(keys) != 1:
            self.mistakes.add(reader.line, "an age is under, at_least or over a number of years")
            return None
        amount = self._amount(reader, keys[0])
        if fact is None or amount is None:
            return None
        if amount.months % 12 or amount.days or amount.term:
            self.mistakes.add(reader.at(keys[0]), "an age is written in years")
        return AgeOn(fact.name, keys[0], amount.months // 12)  # type: ignore[arg-type]

    def _on(self, reader: Reader) -> Node | None:
        day = self._day(reader, "on")
        node = self.read(reader.take("test", dict, required=True), reader.at("test"))
        if node is not None and shape(node) == "fixed":
            self.mistakes.add(reader.at("test"), "a test that does not turn with the day needs no 'on'")
        return None if day is None or node is None else OnDay(day, node)

    def _any(self, reader: Reader) -> Node | None:
        name = reader.take("any", str, required=True)
        where = reader.take("where", dict, required=True)
        if name not in LIST_FACTS:
            self.mistakes.add(reader.at("any"), f"'{name}' is not a list of the record")
            return None
        inner = ConditionReader(self.mistakes, self.amounts, LIST_FACTS[name].get)
        node = inner.read(where, reader.at("where"))
        self.used_amounts |= inner.used_amounts
        if node is not None and shape(node) == "span":
            self.mistakes.add(reader.at("where"), "an item's condition must begin or end, not both")
            return None
        return AnyItem(name, node) if node is not None else None

    def _all_of(self, reader: Reader) -> Node | None:
        parts = self._parts(reader, "all_of")
        return All(parts) if parts else None

    def _any_of(self, reader: Reader) -> Node | None:
        parts = self._parts(reader, "any_of")
        return Any(parts) if parts else None

    def _parts(self, reader: Reader, key: str) -> tuple[Node, ...] | None:
        items = reader.take(key, list, required=True)
        parts = [self.read(item, line) for item, line in walk(items, self.mistakes, reader.at(key), f"'{key}'")]
        return None if not parts or None in parts else tuple(part for part in parts if part is not None)

    def _not(self, reader: Reader) -> Node | None:
        node = self.read(reader.take("not", dict, required=True), reader.at("not"))
        return Not(node) if node is not None else None
