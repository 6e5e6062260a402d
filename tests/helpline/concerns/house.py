"""What the tests of concerns set up: who safeguards, the head, those complained of and the lines above them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeVar

from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations import give_posting
from rihai.accounts.operations import house as the_house
from rihai.accounts.operations.house import as_house
from rihai.casework.mentoring.models import MentorMatch, Volunteer
from rihai.helpline.codes import Given
from rihai.helpline.concerns import operations
from rihai.helpline.concerns.models import Concern, Said
from rihai.helpline.concerns.queries import concerns_for
from rihai.places.models import Place
from tests.casework.mentoring.office import Office, make_office
from tests.people.world import TODAY

T = TypeVar("T")
WORDS = "He asked her for five thousand rupees for the form"
KEY = "a-key-of-a-page-made-by-chance"


@dataclass
class House:
    """An office in which anybody may be complained of."""

    office: Office
    lead: Account
    second: Account
    head: Account
    aslam: Account
    volunteer: Volunteer
    match: MentorMatch
    at: datetime

    def raised(self, *, key: str = KEY, actor: Account | None = None, about: Any = None, **more: Any) -> Concern:
        """A concern, by anybody or by one of us."""
        self.given(key=key, actor=actor, about=about, **more)
        with as_house():
            found = Concern.objects.order_by("-made_at", "-id").first()
        assert found is not None
        return found

    def given(self, *, key: str = KEY, actor: Account | None = None, about: Any = None, **more: Any) -> Given:
        """The same, with its code and PIN."""
        told: dict[str, Any] = {"way": "form", "who": "Aslam", "kind": "money", "what": WORDS, **more}
        return operations.raise_concern(said=Said(**told), key=key, about=about, actor=actor, at=self.at)

    def does(
        self, act: Callable[..., T], *, by: Account | None = None, later: timedelta | None = None, **said: Any
    ) -> T:
        """An act by who safeguards, or by somebody else, some time later."""
        who, moment = by or self.lead, self.at + (later or timedelta())
        with acting_as(who, moment):
            return act(**said, actor=who, at=moment)

    def reads(self, account: Account, one: Concern | None = None) -> bool:
        """Whether an account reads a concern, or any."""
        with acting_as(account, self.at):
            rows = concerns_for(account)
            return (rows.filter(pk=one.pk) if one else rows).exists()

    def fresh(self, one: Concern) -> Concern:
        """The concern as it stands."""
        with as_house():
            return Concern.objects.get(pk=one.pk)

    def asked(self, one: Concern, kind: str, **more: Any) -> Any:
        """A step planned for tomorrow, with its question of reprisal answered."""
        said = {"kind": kind, "says": "First of all", "due_on": timezone.localdate(self.at) + timedelta(days=1)}
        step = self.does(operations.plan_step, concern_id=one.pk, said={**said, **more})
        risk = {"risk": "none_seen", "risk_says": "She was asked alone"}
        return self.does(operations.answer_risk, step_id=step.pk, version=step.version, said=risk)


def colleague(name: str, role: str, place: Place | None = None) -> Account:
    """An account with a name of its own, and one posting."""
    account = Account.objects.create_user(f"{name.replace(' ', '.').lower()}@rihai.example", name)
    post(account, role, place)
    return account


def post(account: Account, role: str, place: Place | None = None) -> None:
    """A posting since long."""
    give_posting(
        account=account, role=role, place=place, unit=None, started_on=TODAY - timedelta(days=400), ended_on=None,
        actor=the_house(), at=timezone.now(),
    )  # fmt: skip


def make_house() -> House:
    """Everybody in place: Aslam the caseworker at Gulzar, Parveen Misali the mentor there with a match that runs."""
    office = make_office()
    volunteer = office.volunteer(account=office.mentor)
    office.wish()
    match = office.match(volunteer)
    return House(
        office=office, lead=colleague("Farida Misali", "safeguarding_lead"),
        second=colleague("Zubaida Namoona", "safeguarding_lead"), head=colleague("Kamran Rehbar", "supervisor"),
        aslam=colleague("Aslam Farzi", "caseworker", office.world.gulzar), volunteer=volunteer, match=match,
        at=timezone.now(),
    )  # fmt: skip
