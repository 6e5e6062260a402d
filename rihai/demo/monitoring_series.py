"""What the fictional office keeps of its prisons over time: a death, a line list with an alert, complaints, figures.

Everything goes through the operations of the site, by the cast, at invented prisons; nobody in it is in a list.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.demo.cast import GULZAR, NAYA_BAGH
from rihai.monitoring.complaints import operations as complaints
from rihai.monitoring.conditions.operations import write_point
from rihai.monitoring.deaths import operations as deaths
from rihai.monitoring.deaths.models import Death, DeathStep
from rihai.monitoring.disease import operations as disease
from rihai.monitoring.disease.models import Alert
from rihai.places.models import Place

DAY = timedelta(days=1)
SICK = (
    ("G-101", 24, "suspected", "negative"), ("G-104", 9, "confirmed", "positive"), ("G-108", 7, "suspected", "pending"),
    ("G-109", 5, "suspected", ""),
)  # fmt: skip
"""Codes of the prison's own list, days ago, how sure it is, what the test said."""
ASKED = (
    ("supervisor", NAYA_BAGH, "water", "There is no water in barrack 3 after noon.", 12, False, 9),
    ("supervisor", NAYA_BAGH, "health", "The tooth has hurt for three weeks and nobody has looked.", 6, False, None),
    ("inspector", NAYA_BAGH, "money", "A guard asks for money before a visit is allowed.", 20, True, None),
    ("caseworker", GULZAR, "family", "Asks that her sister may telephone on Fridays.", 3, False, None),
)  # fmt: skip
"""Who wrote it down, where, of which kind, what, days ago, whether the prison must not see it, after how many days."""
FIGURES = (
    ("food", 1850, 200), ("food", 1790, 20), ("money", 310, 220), ("money", 305, 20), ("posts_filled", 71, 220),
    ("posts_filled", 68, 120), ("posts_filled", 66, 20), ("pay", 34000, 20), ("staff_hours", 72, 120),
    ("staff_hours", 70, 20),
)  # fmt: skip


@transaction.atomic
def play_series(*, at: datetime) -> bool:
    """Let it have happened, as of a moment; False, and nothing done, when it was played already."""
    with as_house(at):
        if Death.objects.exists():
            return False
        cast = {one.email.partition("@")[0]: one for one in Account.objects.filter(email__endswith="@rihai.example")}
        places = {one.code: one for one in Place.objects.filter(code__in=[GULZAR, NAYA_BAGH])}
    _death(cast["monitor"], places[NAYA_BAGH], at)
    _outbreak(cast["health"], places[GULZAR], at)
    for who, place, kind, says, ago, hidden, after in ASKED:
        _complaint(cast[who], places[place], kind, says, at - ago * DAY, hidden, after)
    complaints.escalate(at)
    with acting_as(cast["monitor"], at):
        for code, value, ago in FIGURES:
            said = {"series": code, "value": value, "on": localdate(at - ago * DAY), "source": "Return of the prison"}
            write_point(place=places[NAYA_BAGH], said=said, actor=cast["monitor"], at=at)
    return True


def _death(who: Account, place: Place, at: datetime) -> None:
    """A death eight days ago: the family was told, the magistrate was asked, no cause is settled."""
    then = at - 8 * DAY
    with acting_as(who, then):
        one = deaths.record_death(
            said={
                "place": place, "on": localdate(then), "name": "Invented Person", "where": "hospital",
                "died_at": then - timedelta(hours=6), "found": "Carried from barrack 2 by others who slept there.",
                "last_seen_at": then - timedelta(hours=9), "last_seen": "By the man beside him: he asked for water.",
            },
            actor=who, at=then,
        )  # fmt: skip
        deaths.say_cause(
            death_id=one.pk, actor=who, at=then,
            said={"cause": "natural", "said_by": "The prison’s doctor", "source": "Register of deaths"},
        )  # fmt: skip
        deaths.keep_comparison(
            said={
                "title": "Men of 18 to 64, province (invented)", "per_thousand": "4.2",
                "source": "Invented yearbook 2025",
            },
            actor=who, at=then,
        )  # fmt: skip
    told: dict[str, dict[str, Any]] = {
        "kin": {"by_whom": "Superintendent", "to_whom": "A brother", "says": "By telephone, in the evening."},
        "reported": {"by_whom": "Superintendent", "to_whom": "Sessions Judge", "reference": "NB/212"},
        "note": {"by_whom": who.name, "to_whom": "Commission for Human Rights"},
    }  # fmt: skip
    with as_house(at):
        steps = {step.kind: step for step in DeathStep.objects.filter(death=one)}
    with acting_as(who, then + DAY):
        for hours, (kind, said) in enumerate(told.items(), 1):
            done = {**said, "state": "done", "done_at": then + timedelta(hours=hours * 3)}
            deaths.write_step(step_id=steps[kind].pk, version=1, said=done, actor=who, at=then + DAY)


def _outbreak(who: Account, place: Place, at: datetime) -> None:
    """Loose stools after the flood: the threshold is crossed, and somebody sees to it."""
    for code, ago, status, result in SICK:
        then = at - ago * DAY
        with acting_as(who, then):
            disease.write_case(
                said={
                    "place": place, "disease": "cholera", "code": code, "status": status, "test": "Rapid test",
                    "seen_on": localdate(then), "result": result, "barrack": "2", "isolation": "no_room",
                },
                actor=who, at=then,
            )  # fmt: skip
    with as_house(at):
        alert = Alert.objects.get()
    with acting_as(who, at - 5 * DAY):
        disease.acknowledge(alert_id=alert.pk, actor=who, at=at - 5 * DAY)
        disease.write_done(
            alert_id=alert.pk, says="The tank is emptied and chlorinated; salts are given out in barrack 2.", actor=who,
            at=at - 5 * DAY,
        )  # fmt: skip


def _complaint(
    who: Account, place: Place, kind: str, says: str, then: datetime, hidden: bool, after: int | None
) -> None:  # fmt: skip
    with acting_as(who, then):
        one = complaints.write_complaint(
            said={
                "place": place, "kind": kind, "by": "person", "says": says, "to_whom": "Superintendent",
                "is_confidential": hidden, "is_request": kind == "family", "received_on": localdate(then),
            },
            actor=who, at=then,
        )  # fmt: skip
    if after is not None:
        with acting_as(who, then + after * DAY):
            complaints.answer(
                complaint_id=one.pk, version=one.version, actor=who, at=then + after * DAY,
                said={
                    "answer": "A pump is ordered.", "result": "upheld", "answered_by_name": "Superintendent",
                    "done_on": localdate(then + after * DAY),
                },
            )  # fmt: skip
