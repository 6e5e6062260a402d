"""What an actor sees of the invented persons, by the filter that later rooms use."""

from __future__ import annotations

from django.db.models import QuerySet

from rihai.accounts.queries import sees
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from tests.walled.models import HealthNote, Person, SealedNote


def people_for(actor: Actor) -> QuerySet[Person]:
    return Person.objects.filter(sees(actor, DataClass.PERSONAL, column="id")).order_by("name", "pk")


def health_notes_for(actor: Actor) -> QuerySet[HealthNote]:
    return HealthNote.objects.filter(sees(actor, DataClass.HEALTH))


def sealed_notes_for(actor: Actor) -> QuerySet[SealedNote]:
    return SealedNote.objects.filter(sees(actor, DataClass.SEALED))
