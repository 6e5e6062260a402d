"""Still inside although: why, and what each clock asks for next. Worked out from the finding and the case's facts."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _

from rihai.legal.response.models import ClockAct as Done
from rihai.legal.response.tables import ClockAct, causes, clock_acts
from rihai.screening.models import Finding

CLOCKS = (1, 7, 30)
OTHER_CASE = "held_in_other_case"
BAIL, MONEY = "bail_not_furnished", "only_money_keeps"
NAMES = {
    "bail_not_furnished": _("bail granted, not furnished"),
    "surety_missing": _("no surety"),
    "order_not_arrived": _("release order not arrived"),
    "fine_only": _("only a fine"),
    "diyat_only": _("only diyat, arsh or daman"),
    "sentence_over": _("sentence over"),
    "remand_expired": _("remand or order run out"),
    "foreign_national": _("foreign national past release"),
    "held_in_other_case": _("another case also holds"),
    "": _("nothing but the decision is missing"),
}
"""What a cause is called."""
TO = {
    "prison": _("the prison"),
    "court": _("the court"),
    "legal_aid": _("legal aid and the family"),
    "committee": _("the committee or a fund"),
    "embassy": _("the embassy"),
}
"""To whom an act goes."""


@dataclass(frozen=True, slots=True)
class ToDo:
    """What the clocks ask of one line now: the act, the day it falls due (None: not known), whether that has passed."""

    act: ClockAct
    due_on: date | None
    overdue: bool


def cause_of(finding: Finding, record: Mapping[str, Any] | None = None) -> str:
    """The cause by its provision, and more closely by the case's facts where the record is given; empty for none."""
    cause = by_provision(finding.provision, finding.notes)
    if cause in {"", OTHER_CASE}:
        return cause
    cases: Iterable[Mapping[str, Any]] = (record or {}).get("cases") or ()
    case: Mapping[str, Any] = next((one for one in cases if one.get("case_id") == finding.case_id), {})
    if cause == BAIL:
        return _of_bail(case)
    if finding.provision == MONEY:
        return _of_money(case)
    return cause


def by_provision(provision: str, notes: Collection[str]) -> str:
    """The cause by the provision and the notes of its finding; empty for none."""
    cause = causes().get(provision, "")
    return OTHER_CASE if cause and OTHER_CASE in notes else cause


def _of_bail(case: Mapping[str, Any]) -> str:
    if case.get("bail_furnished") is True:
        return "order_not_arrived"
    if case.get("unable_to_furnish_surety") is True or case.get("surety_available") is False:
        return "surety_missing"
    return BAIL


def _of_money(case: Mapping[str, Any]) -> str:
    owed = {str(one.get("kind", "")) for one in case.get("compensation") or () if isinstance(one, dict)}
    is_diyat = case.get("detention_ground") == "diyat_default" or bool(owed & {"diyat", "arsh", "daman"})
    return "diyat_only" if is_diyat else "fine_only"


def next_act(finding: Finding, cause: str, done: Collection[Done], today: date) -> ToDo | None:
    """The first act not done yet whose clock has begun to run: the day after the gate should have opened, the week, the
    month. One that is done for an earlier cause is asked for again under the new one."""
    kept = {one.clock for one in done if one.cause == cause and one.since_on == finding.since_on}
    for clock in CLOCKS:
        act = clock_acts().get((cause, clock))
        if act is None or clock in kept:
            continue
        due_on = finding.since_on + timedelta(days=clock) if finding.since_on else None
        return ToDo(act, due_on, due_on is not None and due_on < today)
    return None


def done_by_line(rows: Iterable[Done]) -> dict[tuple[Any, str, str], list[Done]]:
    """What was done, by person, provision and case."""
    found: dict[tuple[Any, str, str], list[Done]] = {}
    for one in rows:
        found.setdefault((one.person_id, one.provision, one.case_id), []).append(one)
    return found
