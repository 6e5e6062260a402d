"""A small office of mentoring for the tests: coordinators of two prisons, a supervisor, two mentors, two women."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.test import Client

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account, Grant
from rihai.accounts.operations.house import as_house
from rihai.casework.mentoring.models import MentorMatch, Volunteer, VolunteerState
from rihai.casework.mentoring.operations import answer_match, keep_wish, propose_match
from rihai.kit.actor import Actor
from rihai.kit.ids import new_id
from rihai.people.models import Person
from tests.people.world import NOON, TODAY, World, make_world

__all__ = ["NOON", "TODAY", "Office", "client_of", "make_office", "met"]
YEAR = timedelta(days=365)
SPEAKS = {"languages": ["pa", "ur"], "times": ["morning"], "by_phone": True}


@dataclass
class Office:
    """Who works here, and two women of Gulzar."""

    world: World
    coordinator: Account
    far: Account
    chief: Account
    caseworker: Account
    mentor: Account
    other_mentor: Account
    nargis: Person
    gul: Person

    def volunteer(self, name: str = "Parveen Misali", account: Account | None = None, **more: Any) -> Volunteer:
        """A volunteer in force, as if vetted, trained and signed a month ago."""
        said: dict[str, Any] = {
            "name": name, "sex": "female", "place": self.world.gulzar, "state": VolunteerState.ACCEPTED,
            "applied_on": TODAY - timedelta(days=60), "account": account, "vetted_until": TODAY + YEAR * 2,
            "trained_until": TODAY + YEAR, "agreed_until": TODAY + YEAR, **SPEAKS,
        }  # fmt: skip
        with as_house(NOON):
            return Volunteer.objects.create(**{**said, **more})

    def wish(self, person: Person | None = None, **said: Any) -> None:
        """What a woman says of a mentor."""
        with acting_as(self.caseworker, NOON):
            keep_wish(
                person_id=(person or self.nargis).pk, version=0, said={"wants": "yes", **SPEAKS, **said},
                actor=self.caseworker, at=NOON,
            )  # fmt: skip

    def propose(self, volunteer: Volunteer, person: Person | None = None) -> MentorMatch:
        """A proposal."""
        with acting_as(self.coordinator, NOON):
            return propose_match(
                person_id=(person or self.nargis).pk, volunteer_id=volunteer.pk, actor=self.coordinator, at=NOON
            )

    def answer(self, match: MentorMatch, side: str, answer: str = "yes", by: Account | None = None) -> MentorMatch:
        """What one side says."""
        actor = by or self.coordinator
        with acting_as(actor, NOON):
            return answer_match(
                match_id=match.pk, side=side, answer=answer, how="read to her, thumb print", actor=actor, at=NOON
            )

    def match(self, volunteer: Volunteer | None = None, person: Person | None = None) -> MentorMatch:
        """A match that runs."""
        found = self.propose(volunteer or self.volunteer(account=self.mentor), person)
        self.answer(found, "person")
        return self.answer(found, "mentor", by=found.mentor or self.coordinator)

    def granted(self, account: Account) -> set[Person]:
        """Whom an account is let see by a match, now."""
        with as_house(NOON):
            open_now = Grant.objects.filter(account=account, ground="match", ended_at=None)
            return set(Person.objects.filter(pk__in=open_now.values("person_id")))


def met(**more: Any) -> dict[str, Any]:
    """A meeting of an hour, today."""
    return {
        "on": TODAY, "how": "visit", "outcome": "met", "minutes": 60, "topic": "plans", "risk": False, "worry": "",
        "next_on": None, **more,
    }  # fmt: skip


def key() -> Any:
    """The key of a page."""
    return new_id()


def client_of(account: Actor) -> Client:
    """A browser in which somebody is signed in."""
    client = Client()
    client.force_login(account, backend=settings.AUTHENTICATION_BACKENDS[-1])  # type: ignore[arg-type]
    return client


def make_office() -> Office:
    """Everybody in place; the women were typed in ten days ago."""
    world = make_world()
    caseworker = world.worker("caseworker", world.gulzar)
    with acting_as(caseworker, NOON):
        nargis = world.enter(caseworker)
        case = {"case_id": "7/26 Civil Lines", "fir_number": "7/2026", "police_station": "Civil Lines"}
        gul = world.enter(caseworker, full_name="Gul Farzi", cnic="9040300000016", prison_id="UTP-119", cases=[case])
    return Office(
        world=world, coordinator=world.worker("mentor_coordinator", world.gulzar),
        far=world.worker("mentor_coordinator", world.naya_bagh), chief=world.worker("supervisor", world.gulzar),
        caseworker=caseworker, mentor=world.worker("mentor", world.gulzar),
        other_mentor=world.worker("mentor", world.naya_bagh), nargis=nargis, gul=gul,
    )  # fmt: skip
