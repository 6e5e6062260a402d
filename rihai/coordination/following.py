"""What committees do after acts on people: a merge takes their rows along, a release ends a line not yet sent."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.coordination.agenda.models import AgendaItem, Standing
from rihai.coordination.decisions.models import Action, ActionAnswer, Decision
from rihai.coordination.meetings.operations import AHEAD_STATES
from rihai.errors import Refused
from rihai.kit.offers import After, Before, Done, Offer
from rihai.people.queries.people import everybody_in

MOVED: tuple[Any, ...] = (Decision, Action, ActionAnswer)
PART = 500
"""People asked of at once: a query has so many gaps and no more."""
LEFT = ("people.person.released", "people.person.died", "people.person.escaped")


def follow_merge(done: Done) -> None:
    """Everything of the one that is gone is of the one that is kept; two lines of one matter both stay."""
    keep, gone = done.person_ids
    with as_house(done.at):
        for table in MOVED:
            table.objects.filter(person=gone).update(person=keep)
        known = set(AgendaItem.objects.filter(person=keep).values_list("meeting_id", "source", "key"))
        for one in AgendaItem.objects.filter(person=gone):
            if (one.meeting_id, one.source, one.key) in known:
                one.key = f"{one.key[:290]}|{one.pk}"
            one.person_id = keep
            one.save(update_fields=["person", "key"])


def follow_parting(done: Done) -> None:
    """They were two after all: what was written for the one goes back."""
    keep, gone = done.person_ids
    with as_house(done.at):
        once = everybody_in(gone)
        for table in (*MOVED, AgendaItem):
            table.objects.filter(person=keep, first_person__in=once).update(person=gone)


def follow_leaving(done: Done) -> None:
    """Who has left custody is gone from every agenda that is not sent yet."""
    with as_house(done.at):
        rows = AgendaItem.objects.filter(person__in=done.person_ids, standing=Standing.ON)
        rows.filter(meeting__state__in=AHEAD_STATES, meeting__papers=None).update(standing=Standing.GONE)


def nothing_was_sent(done: Done) -> None:
    """Raises Refused where a committee was given or decided something of people whom an undone list takes away."""
    ids = list(done.person_ids)
    with as_house(done.at):
        for part in (ids[start : start + PART] for start in range(0, len(ids), PART)):
            sent = AgendaItem.objects.filter(person__in=part, meeting__papers__isnull=False)
            if sent.exists() or Decision.objects.filter(person__in=part).exists():
                raise Refused(_("A committee has people of this list on its agenda. Correct them one by one."))


OFFERS: tuple[Offer, ...] = (
    After(act="people.persons.merged", run=follow_merge),
    After(act="people.persons.parted", run=follow_parting),
    *(After(act=act, run=follow_leaving) for act in LEFT),
    Before(act="people.census.undone", check=nothing_was_sent),
)
