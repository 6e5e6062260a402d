"""A small world to test access in: a country with two provinces and three prisons, accounts, persons."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from django.utils import timezone

from rihai.accounts.models import Account, Posting, Unit, UnitPlace
from rihai.accounts.operations import grant, hold, leave, make_account
from rihai.accounts.roles import ROLES, Where
from rihai.places import closure
from rihai.places.kinds import Kind
from rihai.places.models import Place
from tests.walled.models import HealthNote, Person, SealedNote

PASSWORD = "a-long-enough-word-9"
BEGUN = date(2026, 1, 1)


@dataclass
class World:
    """What `make_world` made, by name."""

    places: dict[str, Place] = field(default_factory=dict)
    unit: Unit = field(default_factory=Unit)
    people: dict[str, Person] = field(default_factory=dict)
    accounts: dict[str, Account] = field(default_factory=dict)


def now() -> datetime:
    return timezone.now()


def place(kind: Kind, name: str, within: Place | None = None) -> Place:
    made = Place.objects.create(kind=kind, name=name, sought=name.lower(), within=within)
    closure.add([made.pk])
    return made


def person(name: str, *at: Place, number: str = "") -> Person:
    """Somebody held at (or served at) places, with a note of each class."""
    made = Person.objects.create(name=f"{name} Testperson", number=number or f"9{Person.objects.count():06}")
    hold((made.pk, one.pk) for one in at)
    HealthNote.objects.create(person=made, text=f"health of {name}")
    SealedNote.objects.create(person=made, text=f"sealed of {name}")
    return made


def account(name: str, *roles: str, at: Place | Unit | None = None, since: date = BEGUN) -> Account:
    """Somebody with these roles at a place, in a unit, or in the whole office."""
    made = make_account(email=f"{name.replace(' ', '.')}@rihai.invalid", name=name, password=None, actor=None, at=now())
    for role in roles:
        post(made, role, at, since)
    return made


def post(
    who: Account, role: str, at: Place | Unit | None = None, since: date = BEGUN, until: date | None = None
) -> Posting:
    place_at, unit = (at, None) if isinstance(at, Place) else (None, at)
    return Posting.objects.create(account=who, role=role, place=place_at, unit=unit, started_on=since, ended_on=until)


def let(
    who: Account, whom: Person | UUID, *classes: str, ground: str = "assignment", until: datetime | None = None
) -> None:
    """Give leave for one person."""
    person_id = whom if isinstance(whom, UUID) else whom.pk
    grant(
        account_id=who.pk, person_id=person_id, classes=classes, ground=ground, ground_id=None,
        until=until, actor=None, at=now() - timedelta(seconds=1),
    )  # fmt: skip


def gone(whom: Person, place_left: Place, days_ago: int) -> None:
    """They left a prison so many days ago."""
    leave(person_ids=[whom.pk], place_id=place_left.pk, on=timezone.localdate() - timedelta(days=days_ago))


def make_places(world: World) -> None:
    country = place(Kind.COUNTRY, "Country")
    for province in ("North", "South"):
        world.places[province] = place(Kind.PROVINCE, province, country)
    district = place(Kind.DISTRICT, "Upper", world.places["North"])
    world.places |= {"country": country, "district": district}
    world.places["A"] = place(Kind.PRISON, "Prison A", district)
    world.places["B"] = place(Kind.PRISON, "Prison B", district)
    world.places["C"] = place(Kind.PRISON, "Prison C", place(Kind.DISTRICT, "Lower", world.places["South"]))


def make_world(roles: Iterable[str] = ()) -> World:
    """The places; Amina in A, Bilal in B, Celia in C; one account for each role, at prison A where it can be."""
    world = World()
    make_places(world)
    world.unit = Unit.objects.create(name="Survivor unit")
    UnitPlace.objects.create(unit=world.unit, place=world.places["A"])
    for name, at in (("Amina", "A"), ("Bilal", "B"), ("Celia", "C")):
        world.people[name] = person(name, world.places[at])
    for key in roles:
        where = ROLES[key].where
        spot = world.places["A"] if Where.PLACE in where else world.unit if Where.UNIT in where else None
        world.accounts[key] = account(key.replace("_", " "), key, at=spot)
    return world
