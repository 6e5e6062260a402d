"""Whether the actor may act on a person, or at a place; asked first in every operation."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from rihai.accounts.queries import sees, standing
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.people.models import Person
from rihai.people.operations.errors import ChangedMeanwhile, NoSuchPerson, WrongPlace
from rihai.places.models import Inside, Place


def person_for(person_id: UUID, *, actor: Actor, at: datetime, version: int | None = None) -> Person:
    """The person, locked until the act is done.

    Raises NoSuchPerson for one the actor does not see, or who was merged into another; ChangedMeanwhile when `version`
    is given and is no longer theirs.
    """
    seen = Person.objects.filter(sees(actor, DataClass.PERSONAL, column="pk", at=at), merged_into=None)
    person = seen.select_for_update(of=("self",)).filter(pk=person_id).first()
    if person is None:
        raise NoSuchPerson(_("There is no such person."))
    if version is not None and person.version != version:
        raise ChangedMeanwhile(_("Somebody changed this person while you were writing. Nothing was overwritten."))
    return person


def works_at(place: Place, *, actor: Actor, at: datetime) -> None:
    """Raises WrongPlace where the actor sees nobody by place, so that they would lose sight of whom they enter."""
    around = frozenset(Inside.objects.filter(inner=place).values_list("outer_id", flat=True))
    if not standing(actor, at).reach(DataClass.PERSONAL).covers(around | {place.pk}):
        raise WrongPlace(_("None of your postings covers that place. Choose one where you work."))
