"""What goes along when two persons turn out to be one, and back when they were two after all; what holds a list.

A row keeps as whom it was written (`made_for`), so that parting gives back what was the other's.
"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.errors import Refused
from rihai.kit.offers import After, Before, Done, Offer
from rihai.monitoring.complaints.models import Complainant
from rihai.monitoring.deaths.models import Deceased
from rihai.monitoring.disease.models import DiseaseCase
from rihai.people.queries.people import everybody_in

TABLES: tuple[Any, ...] = (Complainant, Deceased, DiseaseCase)
PART = 5_000
"""People asked of at once; a query of SQLite has 32,766 gaps and no more."""


def follow_merge(done: Done) -> None:
    """Everything of the one that is gone is of the one that is kept."""
    keep, gone = done.person_ids
    with as_house(done.at):
        for table in TABLES:
            table.objects.filter(person=gone).update(person=keep)


def follow_parting(done: Done) -> None:
    """What was written for the one who was gone, or for whoever had been merged into them, goes back."""
    keep, gone = done.person_ids
    with as_house(done.at):
        once = everybody_in(gone)
        for table in TABLES:
            table.objects.filter(person=keep, made_for__in=once).update(person=gone)


def nothing_is_built(done: Done) -> None:
    """Raises Refused where something here rests on people whom an undone list would take away."""
    ids = list(done.person_ids)
    with as_house(done.at):
        parts = [ids[start : start + PART] for start in range(0, len(ids), PART)]
        if any(table.objects.filter(person__in=part).exists() for part in parts for table in TABLES):
            raise Refused(_("Something was written about people of this list. Correct what is wrong person by person."))


OFFERS: tuple[Offer, ...] = (
    After(act="people.persons.merged", run=follow_merge),
    After(act="people.persons.parted", run=follow_parting),
    Before(act="people.census.undone", check=nothing_is_built),
    Before(act="casework.register.undone", check=nothing_is_built),
)
