"""What the findings of one person come to: whether they could leave, and since when days are being lost."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date
from typing import NamedTuple

from rihai.days import day_of
from rihai.law.reckon.custody import holds_on
from rihai.screening.law.said import Record, Said


class Gate(NamedTuple):
    """`leaves`: met or arguable when every case that holds the person is reached, else empty.

    `met_from`: since when each of these cases has a provision of release that says *shall* met; `open_from`: met or
    arguable. A day is lost from then on, once, however many provisions and cases there are.
    """

    leaves: str
    met_from: date | None
    open_from: date | None


SHUT = Gate("", None, None)


def gate_of(told: Iterable[Said], record: Record, on: date, opening: Collection[str]) -> Gate:
    """The gate of one person who is held on a day; `opening` are the provisions that say *shall*.

    Bail in one case does not open the gate while another holds (CrPC s.500(2)), nor while a matter that is not listed
    is known to. `leaves` agrees with `rihai.law.screen.could_leave`. Where bail is furnished in the last case that held
    somebody, nothing holds them any more and they are still inside: their days go on being lost as before.
    """
    cases = record.get("cases") or []
    holding = {case["case_id"] for case in cases if holds_on(case, day_of(on))}
    kept_by = holding or {case["case_id"] for case in cases if holds_on({**case, "bail_furnished": None}, day_of(on))}
    reached = [one for one in told if one.kind == "release" and one.outcome in {"met", "arguable"}]
    barred = any(kept_by == {one.case_id} and "held_in_other_case" in one.notes for one in reached)
    if not kept_by or barred:
        return SHUT
    best: dict[str | None, str] = {}
    for one in reached:
        if best.get(one.case_id) != "met":
            best[one.case_id] = one.outcome
    if not kept_by <= set(best):
        return SHUT
    leaves = "met" if all(best[case] == "met" for case in kept_by) else "arguable"
    open_by = [one for one in reached if one.provision in opening]
    met = _from([one for one in open_by if one.outcome == "met"], kept_by)
    return Gate(leaves if holding else "", met, _from(open_by, kept_by))


def _from(reached: Iterable[Said], holding: Collection[str]) -> date | None:
    """The day since which every holding case is reached; None where one is not, or it is not known since when."""
    first: dict[str | None, date] = {}
    for one in reached:
        if one.since is not None:
            first[one.case_id] = min(one.since, first.get(one.case_id, one.since))
    return max(first[case] for case in holding) if set(holding) <= set(first) else None
