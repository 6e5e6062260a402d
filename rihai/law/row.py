"""One row per person and case: the columns a pack asks, laid out from a record. Python's half of the flattening."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from rihai.facts import Fact
from rihai.law.graph import INFINITE
from rihai.law.items import ItemTest
from rihai.law.lay import Row, lay, lay_known
from rihai.law.reckon.charges import NO_TABLE, ChargeReading, read_case_charges, reckon_several_offences, with_offence
from rihai.law.reckon.custody import (
    custody_is_reckoned,
    reckon_born,
    reckon_counted_from,
    reckon_custody_since,
    reckon_first_custody,
    reckon_last_before_court,
    reckon_remand_counted_from,
)
from rihai.law.reckon.derived import DERIVED, another_holds
from rihai.law.reckon.england import (
    reckon_crd,
    reckon_day_release,
    reckon_ersed,
    reckon_esed,
    reckon_hdced,
    reckon_remand_days,
    reckon_sled,
)
from rihai.law.reckon.known import Known, Record
from rihai.law.reckon.language import reckon_language_shared
from rihai.law.reckon.sentence import (
    reckon_default_months,
    reckon_fine_settled,
    reckon_fine_share,
    reckon_fine_suffered,
    reckon_has_death,
    reckon_has_life,
    reckon_only_money,
    reckon_remission_ceiling,
    reckon_remission_counted,
    reckon_remission_total,
    reckon_sentence_count,
    reckon_sentence_from,
    reckon_sentence_months,
    reckon_sentence_term,
)
from rihai.law.reckoned import CHARGE_FACTS, RECKONED, known_fact
from rihai.offences import OffenceTable

_SUFFIXES = ("__e", "__l", "__lo", "__hi", "__m", "__d", "__most_m", "__most_d", "__ask", "__conf")

RECKON: dict[str, Callable[[Record, Record, int], Known]] = {
    "born": lambda person, _case, _on: reckon_born(person),
    "language_shared": lambda person, _case, _on: reckon_language_shared(person),
    "custody_since": lambda _person, case, on: reckon_custody_since(case, on),
    "counted_custody_from": lambda _person, case, on: reckon_counted_from(case, on),
    "remand_counted_from": lambda _person, case, on: reckon_remand_counted_from(case, on),
    "several_offences": lambda _person, case, _on: reckon_several_offences(case),
    "first_custody_on": lambda _person, case, _on: reckon_first_custody(case),
    "last_before_court_on": lambda _person, case, _on: reckon_last_before_court(case),
    "sentence_term": lambda _person, case, _on: reckon_sentence_term(case),
    "sentence_months": lambda _person, case, _on: reckon_sentence_months(case),
    "has_life_sentence": lambda _person, case, _on: reckon_has_life(case),
    "has_death_sentence": lambda _person, case, _on: reckon_has_death(case),
    "sentence_count": lambda _person, case, _on: reckon_sentence_count(case),
    "sentence_from": lambda _person, case, _on: reckon_sentence_from(case),
    "default_term_months": lambda _person, case, _on: reckon_default_months(case),
    "remission_total_days": lambda _person, case, _on: reckon_remission_total(case),
    "remission_counted_days": lambda _person, case, _on: reckon_remission_counted(case),
    "remission_ceiling_days": lambda _person, case, _on: reckon_remission_ceiling(case),
    "unpaid_fine_share": lambda _person, case, _on: reckon_fine_share(case),
    "fine_suffered_on": lambda _person, case, _on: reckon_fine_suffered(case),
    "fine_settled_on": lambda _person, case, on: reckon_fine_settled(case, on),
    "only_money_keeps": lambda _person, case, _on: reckon_only_money(case),
    "ew_sled_on": lambda _person, case, on: reckon_sled(case, on),
    "ew_esed_on": lambda _person, case, on: reckon_esed(case, on),
    "ew_crd_on": lambda _person, case, on: reckon_crd(case, on),
    "ew_hdced_on": lambda _person, case, on: reckon_hdced(case, on),
    "ew_ersed_on": lambda _person, case, on: reckon_ersed(case, on),
    "ew_day_release_on": lambda _person, case, on: reckon_day_release(case, on),
    "ew_remand_days": lambda _person, case, _on: reckon_remand_days(case),
}


def base_of(column: str) -> str:
    """The fact a column belongs to."""
    for suffix in _SUFFIXES:
        if column.endswith(suffix):
            return column[: -len(suffix)]
    return column


class RowBuilder:
    """Lays out the columns that a pack asks; made once for a pack, used for every person and case."""

    def __init__(self, columns: set[str], items: Mapping[str, ItemTest], table: OffenceTable | None) -> None:
        bases = {base_of(column) for column in columns}
        self.table = table or NO_TABLE
        self.items = {name: items[name] for name in sorted(bases) if name in items}
        self.reckoned = sorted(bases & set(RECKONED))
        self.charges = sorted(bases & set(CHARGE_FACTS))
        self.plain = [
            fact
            for name in sorted(bases - set(RECKONED) - set(CHARGE_FACTS) - set(items))
            if (fact := known_fact(name)) is not None
        ]

    def build(self, person: Record, case: Record, on: int, given: Mapping[str, Any] | None = None) -> Row:
        """The row of one case ({} for a person without cases known); `given` adds facts found outside the record.

        `given` is what another pack found in the same run: national_limit_exceeded.
        """
        row: Row = {}
        for fact in self.plain:
            value = _value(fact, person, case, on)
            lay(row, fact, given.get(fact.name) if given and value is None else value)
        for name in self.reckoned:
            lay_known(row, name, RECKON[name](person, case, on))
        charges = read_case_charges(case, self.table) if self.charges or self.items else None
        if charges is not None:
            lay_charges(row, self.charges, charges)
        for name, test in self.items.items():
            test.lay(row, name, self._list(test.list_name, person, case, charges), on)
        row["custody_from_arrest"] = int(custody_is_reckoned(case))
        return row

    def _list(self, name: str, person: Record, case: Record, charges: ChargeReading | None) -> list[Record] | None:
        """The items of a list fact, with what the offence table says of each charge or conviction."""
        if name == "charges":
            return charges.items if charges else None
        value: list[Record] | None = person.get(name, case.get(name))
        if value is None and name in DERIVED:
            value = DERIVED[name](person, case)
        if name == "previous_convictions" and value:
            return [with_offence(one, self.table) for one in value]
        return value


def _value(fact: Fact, person: Record, case: Record, on: int) -> Any:
    """A fact as given, else as it follows from others."""
    value = case.get(fact.name) if fact.scope != "person" else person.get(fact.name)
    if value is not None:
        return value
    if fact.name == "held_in_other_case":
        return True if another_holds(person.get("cases") or [], case, on) else None
    if fact.name == "cases_pending" and case:
        return _pending(person.get("cases") or [])
    derive = DERIVED.get(fact.name)
    return derive(person, case) if derive else None


def _pending(cases: Sequence[Record]) -> dict[str, int] | None:
    """At least as many cases pend as are listed under trial: the fact counts "those listed included"."""
    listed = sum(case.get("legal_status") == "under_trial" for case in cases)
    return {"min": listed, "max": INFINITE} if listed else None


def lay_charges(row: Row, facts: list[str], charges: ChargeReading) -> None:
    """Put the case's facts of its charges under their columns, with the fact to ask for and the table's confidence."""
    for name in facts:
        if name == "offence_date":
            row["offence_date__e"], row["offence_date__l"] = charges.offence_date
        elif name in {"max_term_months", "min_term_months"}:
            value = charges.facts.get(name)
            low, high = (charges.least_months[name], INFINITE) if value is None else (value, value)
            row[f"{name}__lo"], row[f"{name}__hi"] = low, high
        else:
            value = charges.facts.get(name)
            row[name] = -1 if value is None else int(value)
        row[f"{name}__ask"] = charges.ask.get(name) or f"charges.{name}"
        row[f"{name}__conf"] = charges.confidence.get(name) or ""
