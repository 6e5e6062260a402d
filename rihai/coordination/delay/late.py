"""What the record says is late today: people whom the law's own clocks have overtaken, and their days, by provision.

Counted as the house from the findings of screening: each person once under a provision, days from the day on which its
clock ran out. It is what is believed of everybody held at the place, not of our clients alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db.models import Min

from rihai.accounts.operations.house import as_house
from rihai.coordination.scope import inner
from rihai.screening.models import Finding, Outcome

CLOCKS = (
    "crpc_173_report_overdue", "crpc_344_remand_overdue", "crpc_344a_trial_overdue", "rule_395_visit",
    "crpc_497_delay_general", "crpc_426_1a_appeal_delay", "INT-13", "INT-14", "IN-BNSS-479-HALF", "IN-BNSS-187-DEFAULT",
)  # fmt: skip
"""Provisions whose days run from a delay; of another country's packs those that are loaded."""


@dataclass(frozen=True, slots=True)
class Late:
    """A provision: how many people its clock has overtaken, and the days since, each person's once."""

    provision: str
    people: int
    days: int


def late_at(place_id: int | None, today: date) -> list[Late]:
    """Every clock that has overtaken somebody held there; one query."""
    with as_house():
        rows = Finding.objects.filter(provision__in=CLOCKS, outcome__in=(Outcome.MET, Outcome.ARGUABLE))
        if place_id is not None:
            rows = rows.filter(place__in=inner(place_id))
        since = rows.order_by().values_list("provision", "person_id").annotate(since=Min("since_on"))
        found: dict[str, list[int]] = {}
        for provision, _person, began in since.iterator():
            people = found.setdefault(provision, [0, 0])
            people[0] += 1
            people[1] += max((today - began).days, 0) if began else 0
    return [Late(code, *found[code]) for code in CLOCKS if code in found]
