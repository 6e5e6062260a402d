"""What matters do when two persons turn out to be one, or two after all; in the act's own transaction."""

from __future__ import annotations

from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.errors import Refused
from rihai.kit.offers import Done
from rihai.legal.matters.models import Party
from rihai.legal.matters.operations.conflicts import keep_keys, sought
from rihai.people.queries.people import everybody_in

PART = 500
"""People asked of at once: a query has so many gaps and no more."""


def follow_merge(done: Done) -> None:
    """Clients who were the one that is gone are the one that is kept; grants were moved with the person."""
    keep, gone = done.person_ids
    with as_house(done.at):
        moved = list(Party.objects.filter(person=gone))
        Party.objects.filter(person=gone).update(person=keep)
        _find_by(moved)


def follow_parting(done: Done) -> None:
    """They were two after all: clients go back to the person they were when they were added."""
    keep, gone = done.person_ids
    with as_house(done.at):
        moved = list(Party.objects.filter(person=keep, first_person_id__in=everybody_in(gone)))
        Party.objects.filter(pk__in=[one.pk for one in moved]).update(person=gone)
        _find_by(moved)


def nothing_is_built(done: Done) -> None:
    """Raises Refused where a matter was opened for people whom an undone list would take away."""
    ids = list(done.person_ids)
    with as_house(done.at):
        parts = (ids[start : start + PART] for start in range(0, len(ids), PART))
        if any(Party.objects.filter(person__in=part).exists() for part in parts):
            raise Refused(_("A matter is open for people of this list. Correct what is wrong person by person."))


def _find_by(parties: list[Party]) -> None:
    """Write the keys of names anew: they are another person's now."""
    for party in Party.objects.filter(pk__in=[one.pk for one in parties]):
        keep_keys(party, sought(party))
