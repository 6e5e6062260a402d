"""The offence group of a person: that of the heaviest charge in the cases that hold them."""

from __future__ import annotations

from collections.abc import Iterable

from rihai.offences import Offence, OffenceTable, of_charge
from rihai.profile.record import Record, stays_of

SEVERAL = "several"
"""Charges of several groups of which none is surely the heaviest."""


def offence_group(holding: Iterable[Record], table: OffenceTable) -> str | None:
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
        latest = {"latest": min(stay.begins.latest for stay in stays)} if stays else {}
        found += [of_charge(charge, table, **latest) for charge in charges]
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
