"""Under which heading a person stands who may have several cases: counted once, by the case that weighs most."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from rihai.profile.record import Record

NO_CASE = "no_case"
"""Held, although no case on record holds the person (released in all of them, or none is known to exist)."""

STATUSES = (
    "condemned", "convict", "convicted_unsentenced", "under_trial",
    "security", "detained_without_charge", "immigration", "civil", "other",
)  # fmt: skip
"""Legal statuses from the heaviest down; a person with several is counted under the first of them."""

SENTENCED = frozenset({"condemned", "convict"})
CRIMINAL = SENTENCED | {"convicted_unsentenced", "under_trial"}
ADMINISTRATIVE = frozenset({"security", "detained_without_charge", "immigration", "civil"})
"""Held otherwise than for an offence: not in the prison population of the UN-CTS (dataunodc.un.org/es/node/467)."""

APPEALS = ("appeal_pending", "no_appeal_pending", "appeal_not_known")
STANDINGS = ("under_trial", "convicted_unsentenced", *APPEALS, "administrative", "other", NO_CASE)


def status_of(cases: Collection[Record] | None, holding: Collection[Record]) -> str | None:
    """The heaviest legal status among the cases that hold the person; None when it cannot be said.

    `cases` are all on record (None: nobody has said). A holding case without a status could weigh more than the rest,
    and so leaves the answer open unless another is under sentence of death.
    """
    if cases is None:
        return None
    if not holding:
        return NO_CASE
    found = {case.get("legal_status") for case in holding}
    heaviest = next((status for status in STATUSES if status in found), None)
    return heaviest if heaviest == STATUSES[0] or None not in found else None


def standing_of(cases: Collection[Record] | None, holding: Collection[Record]) -> str | None:
    """The heading of the UN-CTS, with pending appeals apart so that both ways of counting stay possible.

    Held before a first decision on conviction or acquittal counts as unsentenced, appeal or not after it does not
    (dataunodc.un.org/crime/unsentenced-detainees). Sentenced in any case is sentenced, whatever is not known of others.
    """
    sentenced = [case for case in holding if case.get("legal_status") in SENTENCED]
    if cases is not None and sentenced:
        return _appeal(_pending(case) for case in sentenced)
    status = status_of(cases, holding)
    return "administrative" if status in ADMINISTRATIVE else status


def _pending(case: Record) -> bool | None:
    """Whether an appeal was filed and is not decided."""
    filed, decided = case.get("appeal_filed"), case.get("appeal_decided")
    if filed is False or decided is True:
        return False
    return True if filed is True and decided is False else None


def _appeal(pending: Iterable[bool | None]) -> str:
    answers = set(pending)
    if True in answers:
        return "appeal_pending"
    return "appeal_not_known" if None in answers else "no_appeal_pending"
