"""Sight of whom a request is about goes with who sees to it; rows of persons who are merged, and parted again."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from rihai.accounts.models import Ground
from rihai.accounts.operations import end_grants, grant
from rihai.accounts.operations.house import as_house
from rihai.errors import Refused
from rihai.helpline.matching.models import HerWord, Look, Match
from rihai.helpline.requests.models import HelpRequest, State
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.kit.offers import Done
from rihai.people.models import Person
from rihai.people.queries.people import everybody_in

OF_PERSON = (Match, Look, HerWord)
PART = 5_000


def match_of(one: HelpRequest) -> Match | None:
    """The match of a request, its person held until the act is done: a merge waits, or has moved the match along."""
    found = Match.objects.filter(request=one.pk, ended_at=None).first()
    if found is not None:
        Person.objects.select_for_update(of=("self",)).filter(pk=found.person_id).first()
        found.refresh_from_db()
    return found


def move_sight(one: HelpRequest, *, actor: Actor, at: datetime) -> None:
    """Who sees to the request sees whom it is about, and whoever saw to it before no longer; within an act."""
    end_grants(ground=Ground.SERVICE, ground_id=one.pk, actor=actor, at=at)
    with as_house(at):
        live = match_of(one)
    if live is not None and one.owner_id is not None and one.is_live:
        grant(
            account_id=one.owner_id, person_id=live.person_id, classes=[DataClass.PERSONAL], ground=Ground.SERVICE,
            ground_id=one.pk, actor=actor, at=at,
        )  # fmt: skip


def ask_on(one: HelpRequest, *, at: datetime) -> None:
    """A question that fell away is open again where the request goes on about the same person; within an act.

    Could the line put it anew, and a question that was answered not, that would tell it of a no.
    """
    with as_house(at):
        about = Match.objects.filter(request=one.pk, ended_at=None).values("person")
        fallen = HerWord.objects.filter(request=one.pk, person__in=about, state=HerWord.State.GONE)
        fallen.update(state=HerWord.State.WAITING, said_at=None)


def follow_merge(done: Done) -> None:
    """Everything of the one who is gone is of the one who is kept."""
    keep, gone = done.person_ids
    with as_house(done.at):
        for kind in OF_PERSON:
            kind._default_manager.filter(person=gone).update(person=keep)


def follow_parting(done: Done) -> None:
    """They were two after all: what was written for the one who was gone goes back."""
    keep, gone = done.person_ids
    with as_house(done.at):
        once = everybody_in(gone)
        for kind in OF_PERSON:
            kind._default_manager.filter(person=keep, first_person_id__in=once).update(person=gone)


def nothing_is_built(done: Done) -> None:
    """Raises Refused where a request is about somebody whom an undone list would take away."""
    ids = list(done.person_ids)
    with as_house(done.at):
        for start in range(0, len(ids), PART):
            if Match.objects.filter(person__in=ids[start : start + PART], ended_at=None).exists():
                raise Refused(_("We work with people of this list. Correct what is wrong person by person."))


def follow_leaving(done: Done) -> None:
    """Somebody works here no more: what they saw to is nobody's, so that the whole line hears of its clocks."""
    with as_house(done.at):
        left = HelpRequest.objects.filter(owner__is_active=False).exclude(state=State.CLOSED)
        for one in left.select_for_update(of=("self",)):
            one.owner_id = None
            one.version += 1
            one.save(update_fields=["owner", "version"])
            end_grants(ground=Ground.SERVICE, ground_id=one.pk, actor=done.actor, at=done.at)
