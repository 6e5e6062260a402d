"""Two people and one unit or account: the second is shown the difference, and nothing is overwritten."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account, Unit
from rihai.accounts.operations import make_unit, mend_account, mend_unit
from rihai.accounts.operations.units import UnitRefused
from rihai.kit.audit.models import Event
from rihai.kit.editing import Changed
from tests.accounts.world import World, make_world, now

pytestmark = pytest.mark.django_db


@pytest.fixture
def world() -> World:
    return make_world(["administrator", "lawyer"])


def as_one(who: Account) -> Client:
    client = Client()
    client.force_login(who)
    return client


def hidden(page: str) -> dict[str, list[str]]:
    """What the form on a page posts by itself: the version and the values it was made from."""
    found: dict[str, list[str]] = {}
    for tag in re.findall(r'<input[^>]*type="hidden"[^>]*>', page):
        name, value = re.search(r'name="([^"]+)"', tag), re.search(r'value="([^"]*)"', tag)
        if name:
            found.setdefault(name[1], []).append(value[1] if value else "")
    return found


def test_the_second_to_change_a_unit_is_shown_the_difference_and_overwrites_nothing(world: World) -> None:
    chief, unit = world.accounts["administrator"], world.unit
    client, address = as_one(chief), reverse("accounts:unit", args=[unit.pk])
    opened = hidden(client.get(address).content.decode())
    with acting_as(chief):
        at_b = [world.places["B"]]
        mend_unit(unit=unit, version=1, name=unit.name, purpose="theirs", places=at_b, actor=chief, at=now())

    mine = {"name": "Survivor unit", "purpose": "mine", "places": [str(world.places["A"].pk)]}
    answer = client.post(address, {**opened, **mine})

    text = answer.content.decode()
    assert answer.status_code == 409
    assert "theirs" in text
    assert "Prison B" in text
    held = Unit.objects.get(pk=unit.pk)
    assert (held.purpose, [one.place for one in held.at.all()]) == ("theirs", at_b)

    chosen = {"take-purpose": "mine", "take-places": "theirs"}
    again = client.post(address, {**hidden(text), **mine, **chosen})

    assert again.status_code == 302
    held = Unit.objects.get(pk=unit.pk)
    assert (held.purpose, [one.place for one in held.at.all()], held.version) == ("mine", at_b, 3)


def test_an_administrator_and_its_owner_change_one_account_and_neither_is_overwritten(world: World) -> None:
    owner, chief = world.accounts["lawyer"], world.accounts["administrator"]
    hers, his = as_one(owner), as_one(chief)
    address = reverse("accounts:change", args=[owner.pk])
    opened = hidden(his.get(address).content.decode())
    me = reverse("accounts:me")
    by_herself = hidden(hers.get(me).content.decode())
    assert hers.post(me, {**by_herself, "name": "Sana Invented", "language": "en"}).status_code == 302

    answer = his.post(address, {**opened, "name": "S. Mistyped", "language": "en"})

    assert answer.status_code == 409
    assert "Sana Invented" in answer.content.decode()
    assert Account.objects.get(pk=owner.pk).name == "Sana Invented"
    late = hers.post(me, {**by_herself, "name": "An older tab", "language": "en"})
    assert late.status_code == 409
    assert Account.objects.get(pk=owner.pk).name == "Sana Invented"


def test_in_the_same_moment_the_operation_itself_refuses_and_writes_no_line(world: World) -> None:
    chief, unit, who = world.accounts["administrator"], world.unit, world.accounts["lawyer"]
    lines = Event.objects.count()
    with pytest.raises(Changed):
        mend_unit(unit=unit, version=9, name="x", purpose="", places=[], actor=chief, at=now())
    with pytest.raises(Changed):
        mend_account(account=who, version=9, name="x", language="en", actor=chief, at=now())

    assert Unit.objects.get(pk=unit.pk).name == "Survivor unit"
    assert Event.objects.count() == lines


def test_two_working_units_never_bear_one_name(world: World) -> None:
    chief = world.accounts["administrator"]
    other = make_unit(name="Helpline", actor=chief, at=now())

    with pytest.raises(UnitRefused):
        mend_unit(unit=other, version=1, name="Survivor unit", purpose="", places=[], actor=chief, at=now())


def test_a_name_is_changed_by_administrators_alone(world: World) -> None:
    address = reverse("accounts:change", args=[world.accounts["administrator"].pk])

    assert as_one(world.accounts["lawyer"]).get(address).status_code == 404
