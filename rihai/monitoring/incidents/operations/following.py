"""What happens to incidents after acts elsewhere: a person merged takes them along, and nobody learns of it."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import UUID

from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.errors import Refused
from rihai.kit.offers import Done
from rihai.monitoring.incidents.models import IncidentVictim
from rihai.people.queries.people import everybody_in

PART = 5_000


def follow_merge(done: Done) -> None:
    """Everything of the one who is gone is of the one who is kept."""
    keep, gone = done.person_ids
    with as_house(done.at):
        IncidentVictim.objects.filter(person=gone).update(person=keep)
        _move(IncidentVictim.objects.filter(subject_index=str(gone)), keep)


def follow_parting(done: Done) -> None:
    """They were two after all: what was written for the one who was gone goes back."""
    keep, gone = done.person_ids
    with as_house(done.at):
        once = everybody_in(gone)
        IncidentVictim.objects.filter(person=keep, first_person__in=once).update(person=gone)
        texts = {str(one) for one in once}
        sealed = IncidentVictim.objects.filter(subject_index=str(keep))
        _move([one for one in sealed if one.first_subject in texts], gone)


def _move(rows: Iterable[IncidentVictim], to: UUID) -> None:
    for one in rows:
        one.subject = str(to)
        one.save(update_fields=["subject", "subject_index"])


def nothing_is_built(done: Done) -> None:
    """Raises Refused where an incident names somebody whom an undone list would take away.

    Of a sealed one nothing is said: its code stays, and its words.
    """
    ids = list(done.person_ids)
    with as_house(done.at):
        for start in range(0, len(ids), PART):
            if IncidentVictim.objects.filter(person__in=ids[start : start + PART]).exists():
                raise Refused(_("We work with people of this list. Correct what is wrong person by person."))
