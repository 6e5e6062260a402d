"""What stories do after acts on people: leave taken back stops every use; a merge takes them along."""

from __future__ import annotations

from django.utils.translation import gettext as _

from rihai.accounts.operations import notify
from rihai.accounts.operations.house import as_house
from rihai.advocacy.stories.models import StoryConsent, StoryPerson, StoryUse, UseState
from rihai.advocacy.stories.telling import stop
from rihai.errors import Refused
from rihai.kit.offers import After, Before, Done, Offer
from rihai.people.queries.people import everybody_in

TAKEN_BACK = "advocacy.leave_taken_back"
PART = 500


def follow_withdrawal(done: Done) -> None:
    """Leave in the record was taken back, wherever that was done: what rests on it stops in the same transaction."""
    with as_house(done.at):
        for consent in StoryConsent.objects.filter(consent_id=done.detail["consent"], withdrawn_at=None):
            shown = StoryUse.objects.filter(consent=consent, state=UseState.SHOWN)
            owners = {one for one in shown.values_list("owner_id", flat=True) if one}
            stop(consent, done.at)
            if owners:
                notify(owners, TAKEN_BACK, at=done.at)


def follow_merge(done: Done) -> None:
    """Stories of the one that is gone are of the one that is kept."""
    keep, gone = done.person_ids
    with as_house(done.at):
        StoryPerson.objects.filter(person=gone).update(person=keep)


def follow_parting(done: Done) -> None:
    """They were two after all: each has her own stories again."""
    keep, gone = done.person_ids
    with as_house(done.at):
        StoryPerson.objects.filter(person=keep, first_person__in=everybody_in(gone)).update(person=gone)


def nothing_was_told(done: Done) -> None:
    """Raises Refused where a person of a list that is to be undone has told a story."""
    ids = list(done.person_ids)
    with as_house(done.at):
        for part in (ids[start : start + PART] for start in range(0, len(ids), PART)):
            if StoryPerson.objects.filter(person__in=part).exists():
                raise Refused(_("Somebody of this list has told a story. Correct them one by one."))


OFFERS: tuple[Offer, ...] = (
    After(act="people.consent.withdrawn", run=follow_withdrawal),
    After(act="people.persons.merged", run=follow_merge),
    After(act="people.persons.parted", run=follow_parting),
    Before(act="people.census.undone", check=nothing_was_told),
)
