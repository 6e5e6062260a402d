"""The invented places: enough of them, in every state, none of them real."""

from __future__ import annotations

import pytest

from rihai.demo.cast import CAST, TEAMS
from rihai.demo.places import make_places
from rihai.places.kinds import Kind
from rihai.places.models import Capacity, HeldCount, Permit, Place
from rihai.places.operations import expire_leaves
from rihai.places.queries import permits_due
from tests.places.world import AT, KEEPER, TODAY, is_true

pytestmark = pytest.mark.django_db


def test_they_are_made_once() -> None:
    first = make_places(at=AT)
    counts = (Place.objects.count(), Permit.objects.count(), HeldCount.objects.count())

    assert first > 80
    assert make_places(at=AT) == 0
    assert (Place.objects.count(), Permit.objects.count(), HeldCount.objects.count()) == counts
    assert is_true()


def test_a_dozen_prisons_lie_in_every_province() -> None:
    make_places(at=AT)
    prisons = Place.objects.filter(kind=Kind.PRISON, invented=True)

    assert prisons.count() >= 12
    provinces = Place.objects.filter(kind=Kind.PROVINCE, inner_pairs__inner__in=prisons).distinct()
    assert provinces.count() == 7


def test_nothing_invented_touches_a_real_place() -> None:
    make_places(at=AT)
    real = Place.objects.filter(invented=False)

    assert not Permit.objects.filter(place__in=real).exists()
    assert not HeldCount.objects.filter(place__in=real, code=None).exists()
    assert not Capacity.objects.filter(place__in=real, code=None).exists()
    names = set(real.values_list("name", flat=True))
    assert not names & set(Place.objects.filter(invented=True).values_list("name", flat=True))


def test_every_invented_place_has_its_urdu_name() -> None:
    make_places(at=AT)

    assert not Place.objects.filter(invented=True, name_ur="").exists()


def test_the_cast_finds_its_places() -> None:
    make_places(at=AT)
    wanted = {code for member in CAST for code in member.places} | {code for team in TEAMS for code in team.places}

    assert set(Place.objects.filter(code__in=wanted).values_list("code", flat=True)) == wanted


def test_leaves_stand_in_every_state_and_some_are_due() -> None:
    make_places(at=AT)

    assert set(Permit.objects.values_list("state", flat=True)) == {"asked", "given", "refused", "expired"}
    assert len(permits_due(actor=KEEPER, on=TODAY)) >= 4
    assert expire_leaves(AT) == 1
