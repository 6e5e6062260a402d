"""Hand-worked people for the tests of screening: each with what must come out, and why."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from rihai.kit.actor import Actor
from rihai.people.models import Person
from rihai.people.operations import enter_person
from rihai.places.models import Place

PUNJAB = {"country": "PK", "province": "punjab", "prison_type": "women", "nationality": "PK"}


def half_a_year_and_a_day(on: date) -> date:
    """The day of arrest of somebody who has been held six months and a day: CrPC s.497(1), third proviso (b)."""
    months = on.month - 6
    year, month = (on.year, months) if months > 0 else (on.year - 1, months + 12)
    return date(year, month, min(on.day, 28)) - timedelta(days=1)


def woman(on: date, **more: Any) -> dict[str, Any]:
    """A woman held six months and a day on a charge that is not capital, whose trial goes on.

    s.497(1), third proviso: six months for a woman where the offence is not punishable with death. Two matters are for
    the court: delay by the accused, and the exceptions. Everything of record is there: arguable.
    """
    arrested = half_a_year_and_a_day(on)
    case = {
        "case_id": "51/26 Saddar",
        "legal_status": "under_trial",
        "arrested_on": arrested.isoformat(),
        "trial_concluded": False,
        "bail_granted": False,
        "held_in_other_case": False,
        "charges": [{"act": "PPC", "section": "489-F", "offence_date": (arrested - timedelta(days=20)).isoformat()}],
    }
    return {
        "full_name": "Nargis Farzi", "sex": "female", "date_of_birth": "1992-05-03", **PUNJAB,
        "previous_convictions": [], "first_admitted_on": arrested.isoformat(), "cases": [case], **more,
    }  # fmt: skip


def bailed_man(on: date, days: int = 9, **more: Any) -> dict[str, Any]:
    """A man whose bail was granted some days ago, and who has not furnished it."""
    arrested = on - timedelta(days=100)
    case = {
        "case_id": "77/26 Market",
        "legal_status": "under_trial",
        "arrested_on": arrested.isoformat(),
        "trial_concluded": False,
        "bail_granted": True,
        "bail_granted_on": (on - timedelta(days=days)).isoformat(),
        "bail_furnished": False,
        "held_in_other_case": False,
        "charges": [{"act": "PPC", "section": "380", "offence_date": (arrested - timedelta(days=3)).isoformat()}],
    }
    return {
        "full_name": "Tariq Misali", "sex": "male", "date_of_birth": "1980-01-01", **PUNJAB, "prison_type": "district",
        "previous_convictions": [], "cases": [case], **more,
    }  # fmt: skip


def unknown_arrest(on: date) -> dict[str, Any]:
    """A woman like the first, of whom nobody wrote when she was arrested."""
    record = woman(on, full_name="Rehana Misali")
    del record["cases"][0]["arrested_on"], record["first_admitted_on"]
    return record


def keep(record: dict[str, Any], place: Place, actor: Actor) -> Person:
    """The person typed in today."""
    today = timezone.localdate()
    return enter_person(
        place=place, record=record, raw={}, true_on=today, admitted_on=today - timedelta(days=90), actor=actor,
        at=timezone.now(),
    )  # fmt: skip
