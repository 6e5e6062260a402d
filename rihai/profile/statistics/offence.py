"""The offence group of a person: that of the heaviest charge in the cases that hold them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from rihai.days import NEVER, UNKNOWN, Span
from rihai.offences import FACTS, Offence, OffenceTable, of_charge
from rihai.profile.record import Record, span_of, stays_of

SEVERAL = "several"
"""Charges of several groups of which none is surely the heaviest."""


class ChargeReader:
    """Looks charges up in an offence table and remembers them: between two editions of an Act nothing changes."""

    def __init__(self, table: OffenceTable) -> None:
        self._table = table
        self._told: dict[tuple[object, ...], Offence] = {}
        self._editions = {act: table.boundaries(act) for act in table.acts}

    def read(self, charge: Record, latest: int) -> Offence:
        """What the table says of a charge whose act was done by the day `latest`; its own facts stand before it."""
        act = charge.get("act")
        edges = self._editions.get(act) if isinstance(act, str) else None
        if edges is None or not charge.keys().isdisjoint(FACTS):
            return of_charge(charge, self._table, latest)
        day = span_of(charge, "offence_date") if edges else UNKNOWN
        if day.earliest <= latest:
            day = Span(day.earliest, min(day.latest, latest))
        editions = bisect_right(edges, day.earliest), bisect_right(edges, day.latest)
        key = (act, *(charge.get(fact) for fact in _LOOKED_UP), *editions)
        if key not in self._told:
            self._told[key] = of_charge(charge, self._table, latest)
        return self._told[key]


_LOOKED_UP = ("section", "sub_limb", "substance", "quantity_grams")


def offence_group(holding: Iterable[Record], reader: ChargeReader) -> str | None:
    """The group of the heaviest charge on record, accused or convicted; SEVERAL, or None where a charge is not known.

    Death weighs more than life, life more than any term, then the longest term. Sections of liability (PPC 34, 109,
    149, 511) follow the others and count only where they stand alone. A charge that the table does not know could be
    the heaviest, and leaves the group open unless another carries death.
    """
    found: list[Offence] = []
    for case in holding:
        charges = case.get("charges")
        if not charges:
            return None
        stays = stays_of(case)
        latest = min((stay.begins.latest for stay in stays or ()), default=NEVER)
        found += [reader.read(charge, latest) for charge in charges]
    return _heaviest([offence for offence in found if not offence.liability] or found)


def _heaviest(found: list[Offence]) -> str | None:
    deadly = [offence for offence in found if offence.facts.get("punishable_with_death") is True]
    groups = {offence.group for offence in deadly or found}
    if None in groups or not groups:
        return None
    if len(groups) == 1:
        return groups.pop()
    weights = [_weight(offence) for offence in found]
    if None in weights:
        return SEVERAL
    top = max(weight for weight in weights if weight is not None)
    heaviest = {offence.group for offence, weight in zip(found, weights, strict=True) if weight == top}
    return heaviest.pop() if len(heaviest) == 1 else SEVERAL


def _weight(offence: Offence) -> tuple[bool, bool, int] | None:
    """Death, life, longest term in months; None where the table cannot say."""
    death, life = offence.facts.get("punishable_with_death"), offence.facts.get("punishable_with_life")
    months = offence.facts.get("max_term_months")
    if death is True:
        return True, True, 0
    if death is None or life is None:
        return None
    if life is True:
        return False, True, 0
    return None if months is None else (False, False, int(months))
