"""Mentoring in the fictional office: volunteers at every step, a match that runs, one that waits for an answer; once.

Everything goes through the operations of the site, by the cast, on people of the invented lists.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.casework.mentoring import operations as act
from rihai.casework.mentoring.models import CheckKind, Volunteer
from rihai.casework.mentoring.models.codes import NEEDED
from rihai.demo.cast import GULZAR
from rihai.kit.ids import new_id
from rihai.people.models import Person, Sex
from rihai.people.queries.people import people_for
from rihai.places.models import Place

SPEAKS = {"languages": ["ur", "pa"], "times": ["morning", "weekend"], "by_phone": True}
PARVEEN, SHABANA, NASEEM, ZUBAIDA = "Parveen Misali", "Shabana Misali", "Naseem Farzi", "Zubaida Namoona"
WANTED = 3
MEETINGS = (
    (35, "visit", 45, "knowing"),
    (28, "visit", 60, "family"),
    (20, "phone", 30, "papers"),
    (12, "visit", 60, "plans"),
)


@transaction.atomic
def play_mentoring(*, at: datetime) -> bool:
    """Let it have happened, as of a moment; False, and nothing done, when it was played or no list was taken in."""
    with as_house(at):
        if Volunteer.objects.exists():
            return False
    coordinator = Account.objects.get(email="coordinator@rihai.example")
    mentor = Account.objects.get(email="mentor@rihai.example")
    with acting_as(coordinator, at):
        found = people_for(coordinator).filter(held_at__code=GULZAR, sex=Sex.FEMALE).order_by("held_since", "pk")
        women = list(found[:WANTED])
    if len(women) < WANTED:
        return False
    volunteers = {
        name: _volunteer(name, days, coordinator, at, record=record)
        for name, days, record in ((PARVEEN, 90, False), (SHABANA, 60, True), (NASEEM, 341, False))
    }  # fmt: skip
    _say(coordinator, at, name=ZUBAIDA, motive="My sister was inside for three years; nobody came.")
    with acting_as(coordinator, at):
        act.let_sign_in(
            volunteer_id=volunteers[PARVEEN].pk, account_id=mentor.pk, actor=coordinator, at=at - timedelta(days=50)
        )
    _wishes(women, coordinator, at)
    _running(women[0], volunteers[PARVEEN], coordinator, mentor, at)
    with acting_as(coordinator, at):
        act.propose_match(person_id=women[1].pk, volunteer_id=volunteers[SHABANA].pk, actor=coordinator, at=at)
    return True


def _say(coordinator: Account, at: datetime, **said: Any) -> Volunteer:
    """An application that came on paper."""
    place = Place.objects.get(code=GULZAR)
    words: Mapping[str, Any] = {"sex": Sex.FEMALE, "place": place, **SPEAKS, **said}
    with acting_as(coordinator, at):
        return act.apply_to_mentor(said=words, actor=coordinator, at=at)


def _volunteer(name: str, days: int, coordinator: Account, now: datetime, *, record: bool) -> Volunteer:
    """A volunteer vetted, taught and signed so many days ago; a record on paper excludes nobody."""
    at = now - timedelta(days=days)
    on = localdate(at)
    one = _say(coordinator, at, name=name, was_inside="yes" if record else "")
    who: dict[str, Any] = {"actor": coordinator, "at": at}
    with acting_as(coordinator, at):
        for reference, relation in (("Ustad Bashir Namoona", "her teacher"), ("Rashida Farzi", "her employer")):
            row = act.ask_reference(volunteer_id=one.pk, name=reference, relation=relation, **who)
            act.answer_reference(reference_id=row.pk, answer="good", said="Patient, keeps her word.", **who)
        for kind in CheckKind:
            result = "record" if record and kind == CheckKind.POLICE else "clear"
            act.record_check(volunteer_id=one.pk, kind=kind, result=result, on=on, **who)
        act.accept_volunteer(volunteer_id=one.pk, version=one.version, **who)
        taught = {"on": on, "hours": Decimal(12), "topics": list(NEEDED), "given_by": coordinator.name}
        act.record_training(volunteer_id=one.pk, said=taught, **who)
        act.sign_agreement(volunteer_id=one.pk, signed_on=on, signed_how="signature", **who)
    return one


def _wishes(women: Sequence[Person], coordinator: Account, now: datetime) -> None:
    for days, woman in enumerate(women, 40):
        at = now - timedelta(days=days)
        said = {"wants": "yes", **SPEAKS, "not_wanted": "" if days > 40 else "Nobody from her own village."}
        with acting_as(coordinator, at):
            act.keep_wish(person_id=woman.pk, version=0, said=said, actor=coordinator, at=at)


def _running(woman: Person, volunteer: Volunteer, coordinator: Account, mentor: Account, now: datetime) -> None:
    """Both said yes, and they have met; they meet again the day after tomorrow."""
    begun = now - timedelta(days=39)
    with acting_as(coordinator, begun):
        match = act.propose_match(person_id=woman.pk, volunteer_id=volunteer.pk, actor=coordinator, at=begun)
        act.answer_match(
            match_id=match.pk, side="person", answer="yes", how="read to her, thumb print", actor=coordinator, at=begun
        )
    with acting_as(mentor, begun):
        act.answer_match(match_id=match.pk, side="mentor", answer="yes", actor=mentor, at=begun)
    for days, how, minutes, topic in MEETINGS:
        at = now - timedelta(days=days)
        is_last = (days, how, minutes, topic) == MEETINGS[-1]
        said = {
            "on": localdate(at), "how": how, "outcome": "met", "minutes": minutes, "topic": topic,
            "next_on": localdate(now) + timedelta(days=2) if is_last else None,
        }  # fmt: skip
        with acting_as(mentor, at):
            act.record_meeting(match_id=match.pk, key=new_id(), said=said, actor=mentor, at=at)
    with acting_as(coordinator, now):
        act.record_supervision(
            volunteer_id=volunteer.pk, on=localdate(now) - timedelta(days=9), minutes=60, kind="alone",
            actor=coordinator, at=now,
        )  # fmt: skip
