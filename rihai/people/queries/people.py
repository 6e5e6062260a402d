"""The one filter of people, the list, and the person an address names."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from rihai.accounts.acting import asked_at
from rihai.accounts.queries import sees, standing
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.kit.once import once
from rihai.people.models import Charge, Person
from rihai.places.models import Inside, Place

PAGE = 25
COUNTED = 10_000
"""Beyond this many a list says "more than"; nobody counts a million on a page."""


def people_for(actor: Actor, *, at: datetime | None = None) -> QuerySet[Person]:
    """The people the actor sees; who was merged into another stands there once, as the other."""
    return Person.objects.filter(sees(actor, DataClass.PERSONAL, column="pk", at=at), merged_into=None)


def person_seen(person_id: UUID, *, actor: Actor, at: datetime | None = None) -> Person | None:
    """The person an id names now, which is another one after a merge; None for who is not seen or does not exist."""
    moment = at or asked_at()
    return once(("person", actor.pk, person_id, moment), lambda: _person_seen(person_id, actor, moment))


def _person_seen(person_id: UUID, actor: Actor, at: datetime) -> Person | None:
    found = Person.objects.filter(pk=person_id).values_list("merged_into", flat=True).first()
    seen = people_for(actor, at=at).select_related("held_at").filter(pk=found or person_id).first()
    if seen is None and found is not None:
        return _further(found, actor=actor, at=at)
    return seen


def _further(person_id: UUID, *, actor: Actor, at: datetime | None) -> Person | None:
    """Follow a merge of a merge, which never goes in a circle: who was merged is merged into nobody twice."""
    following = Person.objects.filter(pk=person_id).values_list("merged_into", flat=True).first()
    return person_seen(following, actor=actor, at=at) if following else None


def everybody_in(person_id: UUID) -> set[UUID]:
    """A person and everybody who was merged into them before, or into those; for the house, which sees them all.

    What was written for any of these goes back with the person when two who were joined are parted.
    """
    found, new = {person_id}, {person_id}
    while new:
        new = set(Person.objects.filter(merged_into__in=new).values_list("pk", flat=True)) - found
        found |= new
    return found


@dataclass(frozen=True, slots=True)
class Filters:
    """What a list is narrowed by. `everybody`: also those who are not held now, or not where the actor works."""

    place: int | None = None
    status: str = ""
    sex: str = ""
    everybody: bool = False


@dataclass(frozen=True, slots=True)
class Listed:
    """One page of a list: its people, whether there are earlier and later ones, how many in all (None: too many)."""

    people: tuple[Person, ...] = field(default=())
    has_earlier: bool = False
    has_later: bool = False
    count: int | None = 0


def list_people(
    filters: Filters,
    *,
    actor: Actor,
    after: UUID | None = None,
    before: UUID | None = None,
    at: datetime | None = None,
    size: int = PAGE,
) -> Listed:
    """The people the actor sees, by name, a page at a time: those after a person of the list, or before one.

    A constant number of queries. A person named by `after` or `before` who is not seen begins the list anew.
    """
    found = _narrowed(people_for(actor, at=at), filters, actor, at)
    named = after or before
    anchor = found.filter(pk=named).values_list("full_name", "pk").first() if named else None
    backwards = before is not None and anchor is not None
    rows = found.filter(_beyond(anchor, backwards=backwards)) if anchor else found
    order = ("-full_name", "-pk") if backwards else ("full_name", "pk")
    page = list(_told(rows.order_by(*order)[: size + 1]))
    more, page = len(page) > size, page[:size]
    if backwards:
        page.reverse()
    counted = found.order_by()[: COUNTED + 1].count()
    earlier, later = (more, True) if backwards else (anchor is not None, more)
    return Listed(tuple(page), earlier, later, counted if counted <= COUNTED else None)


def held_in(place_id: int, *, actor: Actor, at: datetime | None = None) -> QuerySet[Person]:
    """The people held now at a place, or in what stands in it, whom the actor sees."""
    return people_for(actor, at=at).filter(held_at__in=Inside.objects.filter(outer=place_id).values("inner_id"))


def my_places(actor: Actor, *, at: datetime | None = None) -> QuerySet[Place] | None:
    """The places at which the actor sees people by posting; None for everywhere."""
    reach = standing(actor, at).reach(DataClass.PERSONAL)
    if reach.everywhere:
        return None
    return Place.objects.filter(pk__in=Inside.objects.filter(outer__in=reach.places).values("inner_id"))


def _narrowed(found: QuerySet[Person], filters: Filters, actor: Actor, at: datetime | None) -> QuerySet[Person]:
    if filters.place is not None:
        found = found.filter(held_at__in=Inside.objects.filter(outer=filters.place).values("inner_id"))
    elif not filters.everybody and not _is_granted_alone(actor, at):
        mine = my_places(actor, at=at)
        found = found.filter(held_at__isnull=False) if mine is None else found.filter(held_at__in=mine.values("pk"))
    if filters.status:
        found = found.filter(legal_status=filters.status)
    return found.filter(sex=filters.sex) if filters.sex else found


def _is_granted_alone(actor: Actor, at: datetime | None) -> bool:
    """Whether the actor sees nobody by place: a mentor's list is whoever they were matched with."""
    reach = standing(actor, at).reach(DataClass.PERSONAL)
    return not reach.everywhere and not reach.places


def _beyond(anchor: tuple[str, UUID], *, backwards: bool) -> Q:
    name, key = anchor
    if backwards:
        return Q(full_name__lt=name) | Q(full_name=name, pk__lt=key)
    return Q(full_name__gt=name) | Q(full_name=name, pk__gt=key)


def _told(found: QuerySet[Person]) -> QuerySet[Person]:
    """With what a row says: the place, and the charges."""
    charges = Prefetch(
        "charges", queryset=Charge.objects.only("person_id", "act", "section", "sub_limb", "section_text")
    )
    return found.select_related("held_at").prefetch_related(charges)


def age_on(person: Person, day: date) -> tuple[int, int] | None:
    """Between which completed ages the person is on a day; None where it is not known on both sides."""
    if person.born_earliest is None or person.born_latest is None:
        return None
    return _years(person.born_latest, day), _years(person.born_earliest, day)


def _years(born: date, day: date) -> int:
    return max(day.year - born.year - ((day.month, day.day) < (born.month, born.day)), 0)
