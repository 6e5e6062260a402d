"""What the charges of one case come to, through the offence table of the pack."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from rihai.days import NEVER, UNKNOWN, Span
from rihai.law.graph import INFINITE
from rihai.law.reckon.custody import stays_of
from rihai.law.reckon.known import Record, Truth, date_of
from rihai.offences import FACTS, OffenceTable, heaviest, of_charge

NO_TABLE = OffenceTable([])
"""For packs without offences of their own: only what a charge gives itself is known."""


_SHARED_LIABILITY = {("IPC", "34"), ("IPC", "149"), ("BNS", "3(5)"), ("BNS", "190")}
"""Common intention and unlawful assembly make one liable for the offence of another; they are no offence beside it."""


@dataclass(frozen=True, slots=True)
class ChargeReading:
    """The case's facts of its charges, what to ask for those not known, and each charge with what the table says.

    An item carries its own facts, then those of the table; `__ask` maps a fact to what would settle it.
    `least_months` bounds a longest term that is not known from below: the longest of the charges that are.
    """

    facts: Mapping[str, Any]
    ask: Mapping[str, str]
    confidence: Mapping[str, str | None]
    offence_date: Span
    least_months: Mapping[str, float]
    items: list[Record] | None


def read_case_charges(case: Record, table: OffenceTable) -> ChargeReading:
    """Look up every charge of a case; nobody is arrested for an act still to be done."""
    charges: list[Record] | None = case.get("charges")
    latest = _latest_act(case)
    found = heaviest(charges, table, latest)
    day, day_ask = _offence_date(charges, table)
    heinous, heinous_ask = _found_heinous(charges)
    items = None if charges is None else [with_offence(one, table, latest) for one in charges]
    return ChargeReading(
        facts={**found.facts, "court_found_heinous": heinous},
        ask={name: ",".join(asked) for name, asked in found.ask.items()}
        | {"offence_date": day_ask, "court_found_heinous": heinous_ask},
        confidence=found.confidence,
        offence_date=day,
        least_months={
            name: -INFINITE if found.ask.get(name) == (f"charges.{name}",) else _least(items or [], name)
            for name in ("max_term_months", "min_term_months")
        },
        items=items,
    )


def _least(items: list[Record], name: str) -> float:
    return max((float(one[name]) for one in items if one.get(name) is not None), default=-INFINITE)


def with_offence(item: Record, table: OffenceTable, latest: int = NEVER) -> Record:
    """A charge or conviction with what the table says of it."""
    offence = of_charge(item, table, latest)
    told = {name: value for name in FACTS if (value := offence.facts.get(name)) is not None}
    return {**item, **told, "__ask": dict(offence.ask)}


def _latest_act(case: Record) -> int:
    stays = stays_of(case)
    return min((stay.begins.latest for stay in stays), default=NEVER) if stays else NEVER


def _offence_date(charges: list[Record] | None, table: OffenceTable) -> tuple[Span, str]:
    """Earliest to latest day over the charges; a section of liability without a day of its own says nothing."""
    if not charges:
        return UNKNOWN, "charges"
    spans = [
        date_of(one, "offence_date")
        for one in charges
        if one.get("offence_date") is not None or len(charges) == 1 or not of_charge(one, table).liability
    ]
    if not spans:
        return UNKNOWN, "charges.offence_date"
    span = Span(min(one.earliest for one in spans), max(one.latest for one in spans))
    return span, "" if span.exact else "charges.offence_date"


def reckon_several_offences(case: Record) -> Truth:
    """More than one offence is charged in the case; sections of shared liability charge none of their own."""
    charges = case.get("charges")
    if not charges:
        return Truth(-1, "charges")
    own = [one for one in charges if (one.get("act"), _section(one)) not in _SHARED_LIABILITY]
    return Truth(int(len(own) > 1))


def _section(charge: Record) -> str:
    return "".join(f"{charge.get('section') or ''}{charge.get('sub_limb') or ''}".split())


def _found_heinous(charges: list[Record] | None) -> tuple[bool | None, str]:
    if not charges:
        return None, "charges"
    views = [one.get("court_found_heinous") for one in charges]
    if any(views):
        return True, ""
    return (None, "charges.court_found_heinous") if None in views else (False, "")
