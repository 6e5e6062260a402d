"""Somebody offers to be a mentor, what is written of her is changed, she gets a way to sign in, she leaves."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.accounts.queries import accounts_who_may, standing
from rihai.accounts.standing import local_day
from rihai.casework.mentoring.models import MentorMatch, Volunteer, VolunteerState
from rihai.casework.mentoring.models.codes import LIVE
from rihai.casework.mentoring.operations.errors import NoSuchVolunteer, WrongStep, WrongWord
from rihai.casework.mentoring.operations.reach import volunteer_for
from rihai.casework.mentoring.queries.reach import own_volunteer
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.classes import DataClass
from rihai.kit.editing import save_if_unchanged
from rihai.people.models import Person
from rihai.people.queries.people import person_seen
from rihai.places.models import Inside, Place

FIELDS = (
    "name", "phone", "sex", "place", "district", "languages", "times", "by_phone", "with_sex", "faith", "not_wanted",
    "motive", "was_inside", "own_cases",
)  # fmt: skip
OWN = tuple(name for name in FIELDS if name != "place")
"""What a mentor may change of herself."""


@transaction.atomic
def apply_to_mentor(*, said: Mapping[str, Any], actor: Actor, at: datetime) -> Volunteer:
    """An application: typed in by a coordinator where they work, or by somebody whose account is to be a mentor's.

    Having been in prison is welcome, and nothing here asks why. Raises NoSuchVolunteer, WrongWord for a second one.
    """
    by_office = actor.may("casework.match")
    if not by_office and not actor.may("casework.mentor"):
        raise NoSuchVolunteer(_("There is no such page."))
    if by_office:
        _works_at(said["place"], actor=actor, at=at)
    elif own_volunteer(actor) is not None:
        raise WrongWord(_("You have applied already. Change what you wrote instead."))
    written = {name: said[name] for name in FIELDS if name in said}
    with as_house(at):
        made = Volunteer.objects.create(
            **written, applied_on=local_day(at), made_by_name=actor.name[:120],
            account_id=None if by_office else actor.pk,
        )  # fmt: skip
    append("casework.volunteer.applied", actor=actor, at=at, subject=made.pk, kind="volunteer")
    return made


@transaction.atomic
def change_volunteer(
    *, volunteer_id: UUID, version: int, said: Mapping[str, Any], actor: Actor, at: datetime
) -> Volunteer:
    """Change what is written: the coordinator everything, the volunteer what she wrote of herself. Raises Changed."""
    own = own_volunteer(actor)
    is_own = own is not None and own.pk == volunteer_id
    found = own if is_own else volunteer_for(volunteer_id, actor=actor, at=at)
    assert found is not None, "one of the two was found"
    fields = OWN if is_own else FIELDS
    if not is_own and "place" in said:
        _works_at(said["place"], actor=actor, at=at)
    for name in fields:
        if name in said:
            setattr(found, name, said[name])
    with as_house(at):
        save_if_unchanged(found, version=version, fields=fields)
        MentorMatch.objects.filter(volunteer=found).update(mentor_name=found.name)
    append("casework.volunteer.changed", actor=actor, at=at, subject=found.pk, kind="volunteer")
    return found


@transaction.atomic
def let_sign_in(*, volunteer_id: UUID, account_id: UUID, actor: Actor, at: datetime) -> Volunteer:
    """The account by which she signs in: one with the role of mentor that is nobody else's.

    While she has matches that run, it is let see those persons by the act that begins a match, and not by this.
    """
    found = volunteer_for(volunteer_id, actor=actor, at=at)
    account = accounts_who_may("casework.mentor", on=local_day(at)).filter(pk=account_id).first()
    with as_house(at):
        is_taken = Volunteer.objects.filter(account=account_id).exclude(pk=found.pk).exists()
        live = MentorMatch.objects.filter(volunteer=found, state__in=LIVE).exists()
    if account is None or is_taken:
        raise WrongWord(_("Choose an account with the role of mentor that belongs to nobody else."))
    if live:
        raise WrongStep(_("They are with people already. End those matches first, or begin them anew after this."))
    with as_house(at):
        found.account = account
        save_if_unchanged(found, version=found.version, fields=["account"])
    detail = {"account": account.pk}
    append("casework.volunteer.let_in", actor=actor, at=at, subject=found.pk, kind="volunteer", detail=detail)
    return found


@transaction.atomic
def name_record(*, volunteer_id: UUID, person_id: UUID | None, actor: Actor, at: datetime) -> Volunteer:
    """Her own record with us, with her leave: used to keep her from being matched within her own case; None forgets.

    Raises NoSuchVolunteer for a person whom the actor does not see.
    """
    found = volunteer_for(volunteer_id, actor=actor, at=at)
    person: Person | None = person_seen(person_id, actor=actor, at=at) if person_id else None
    if person_id and person is None:
        raise NoSuchVolunteer(_("There is no such person."))
    with as_house(at):
        found.person, found.first_person_id = person, person.pk if person else None
        save_if_unchanged(found, version=found.version, fields=["person", "first_person_id"])
    append("casework.volunteer.record_named", actor=actor, at=at, subject=found.pk, kind="volunteer")
    return found


@transaction.atomic
def leave(*, volunteer_id: UUID, on: date, reason: str, actor: Actor, at: datetime) -> Volunteer:
    """She stops being a volunteer. Raises WrongStep while people count on her: each match has its own ending."""
    found = volunteer_for(volunteer_id, actor=actor, at=at)
    with as_house(at):
        if MentorMatch.objects.filter(volunteer=found, state__in=LIVE).exists():
            raise WrongStep(_("People count on them. End each match first, so that nobody is left without a word."))
        found.state, found.left_on, found.left_why = VolunteerState.LEFT, on, reason[:400]
        save_if_unchanged(found, version=found.version, fields=["state", "left_on", "left_why"])
    append("casework.volunteer.left", actor=actor, at=at, subject=found.pk, kind="volunteer", detail={"on": on})
    return found


def accounts_to_choose(volunteer: Volunteer, *, at: datetime) -> list[Account]:
    """Accounts with the role of mentor that are nobody's yet, or hers."""
    with as_house(at):
        taken = Volunteer.objects.exclude(pk=volunteer.pk).exclude(account=None).values_list("account", flat=True)
        return list(accounts_who_may("casework.mentor", on=local_day(at)).exclude(pk__in=list(taken)))


def _works_at(place: Place, *, actor: Actor, at: datetime) -> None:
    """Raises WrongWord where the actor does not work, so that nobody loses sight of a volunteer they type in."""
    around = frozenset(Inside.objects.filter(inner=place).values_list("outer_id", flat=True))
    if not standing(actor, at).reach(DataClass.PERSONAL).covers(around | {place.pk}):
        raise WrongWord(_("None of your postings covers that place. Choose one where you work."))
