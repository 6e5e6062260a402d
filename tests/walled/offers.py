"""What the test room offers: it knows persons by their number, finds them by name."""

from __future__ import annotations

from collections.abc import Sequence
from uuid import UUID

from django.urls import reverse

from rihai.kit.actor import Actor
from rihai.kit.offers import FindsPerson, Found, Offer, Search
from tests.walled.models import Person
from tests.walled.queries import people_for


def _by_number(number: str) -> UUID | None:
    return Person.objects.filter(number=number).values_list("pk", flat=True).first()


def _by_name(actor: Actor, words: str, limit: int) -> Sequence[Found]:
    found = people_for(actor).filter(name__gte=words, name__lt=words + "\uffff")[:limit]
    return [Found(name=one.name, url=reverse("test_people:person", args=[one.pk])) for one in found]


OFFERS: tuple[Offer, ...] = (FindsPerson(find=_by_number), Search(name="persons", title="Persons", find=_by_name))
