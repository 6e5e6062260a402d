"""What stories do after acts on people: leave taken back stops uses, danger asks anew, a merge takes them along."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.utils.translation import gettext as _

from rihai.accounts.models import Guarded
from rihai.accounts.operations.house import as_house
from rihai.advocacy.stories.anew import decide_anew
from rihai.advocacy.stories.models import StoryConsent, StoryPerson
from rihai.advocacy.stories.telling import stop
from rihai.errors import Refused
from rihai.kit.offers import After, Before, Done, Offer
from rihai.people.queries.people import everybody_in

PART = 500


def follow_withdrawal(done: Done) -> None:
    """Leave in the record was taken back, wherever that was done: what rests on it stops in the same transaction."""
    with as_house(done.at):
        for consent in StoryConsent.objects.filter(consent_id=done.detail["consent"], withdrawn_at=None):
            stop(consent, done.at)


def follow_danger(done: Done) -> None:
    """She is guarded now: no decision made before counts, and what is shown is due to come down unless a supervisor
    decides that it stays."""
    with as_house(done.at):
        decide_anew(_stories(done.person_ids), done.at)


def _stories(person_ids: Iterable[UUID]) -> list[UUID]:
    return list(StoryPerson.objects.filter(person__in=list(person_ids)).values_list("story_id", flat=True))


def follow_merge(done: Done) -> None:
    """Stories of the one that is gone are of the one that is kept."""
    keep, gone = done.person_ids
    with as_house(done.at):
        StoryPerson.objects.filter(person=gone).update(person=keep)
        if Guarded.objects.filter(person_id__in=[keep, gone], ended_at=None).exists():
            decide_anew(_stories([keep]), done.at)


def follow_parting(done: Done) -> None:
    """They were two after all: each has her own stories again."""
    keep, gone = done.person_ids
    with as_house(done.at):
        StoryPerson.objects.filter(person=keep, first_person__in=everybody_in(gone)).update(person=gone)


def nothing_was_told(done: Done) -> None:
    """Raises Refused where a person of a list that is to be undone has told a story; it does not say that: whoever
    undoes a list of one person would know of whom there is a story."""
    ids = list(done.person_ids)
    with as_house(done.at):
        for part in (ids[start : start + PART] for start in range(0, len(ids), PART)):
            if StoryPerson.objects.filter(person__in=part).exists():
                raise Refused(_("We work with people of this list. Correct what is wrong person by person."))


OFFERS: tuple[Offer, ...] = (
    After(act="people.consent.withdrawn", run=follow_withdrawal),
    After(act="accounts.person.guarded", run=follow_danger),
    After(act="people.persons.merged", run=follow_merge),
    After(act="people.persons.parted", run=follow_parting),
    Before(act="people.census.undone", check=nothing_was_told),
)
