"""What the tests of health set up: a patient, a need, a plan."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from rihai.accounts.models import Account
from rihai.casework.health.models import HealthNeed, SupportPlan
from rihai.casework.health.operations import PlanText, Said, open_plan, write_need
from rihai.people.models import Consent, Person
from rihai.people.operations import give_consent

WORRY = "Spoke of dying after the hearing"
SECRET = "Hepatitis C, on sofosbuvir"


def today() -> date:
    """The day of the test."""
    return timezone.localdate()


def said(**more: Any) -> Said:
    """A need under treatment."""
    given: dict[str, Any] = {
        "kind": "hepatitis", "state": "treated", "started_on": today() - timedelta(days=20), "outline": SECRET,
        "treatment": "one a day, 84 days", "goes_on": "28 tablets and the liver clinic", "days_of_medicine": 28,
    }  # fmt: skip
    return Said(**{**given, **more})


def text(**more: Any) -> PlanText:
    """A support plan."""
    given: dict[str, Any] = {
        "worries": WORRY, "helps": "Tea with Amna, a call to her sister", "wants_to_see": "her sister",
        "to_do": "Greet her, sit with her, never alone", "call": "Nurse Salma, extension 4", "every_minutes": 30,
        "review_on": today() + timedelta(days=1),
    }  # fmt: skip
    return PlanText(**{**given, **more})


def need(person: Person, nurse: Account, **more: Any) -> HealthNeed:
    """A need written down now."""
    return write_need(person_id=person.pk, said=said(**more), actor=nurse, at=timezone.now())


def plan(person: Person, nurse: Account, **more: Any) -> SupportPlan:
    """A plan opened now."""
    return open_plan(person_id=person.pk, text=text(**more), actor=nurse, at=timezone.now())


def consent(person: Person, actor: Account) -> UUID:
    """Her leave to tell a hospital."""
    give_consent(
        person_id=person.pk, purpose="health", recipient="District Hospital", classes=["health"], given_how="thumb",
        started_on=today() - timedelta(days=1), ended_on=None, actor=actor, at=timezone.now(),
    )  # fmt: skip
    return Consent.objects.get(person=person, purpose="health", withdrawn_at=None).pk
