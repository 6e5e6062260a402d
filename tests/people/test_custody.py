"""Admission, transfer, days at court, release: whole or not at all, in order, and access follows."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Presence
from rihai.accounts.operations.house import as_house
from rihai.accounts.queries import sight_of
from rihai.errors import Refused
from rihai.kit.offers import Before, Done
from rihai.people.models import CustodyEpisode, Movement, MovementKind, NameKey, Person, Placement
from rihai.people.operations import (
    admit_person,
    end_custody,
    note_absence,
    place_in_unit,
    transfer_person,
)
from rihai.people.operations.errors import NoSuchPerson, WrongMove, WrongPlace
from tests.people.world import NOON, TODAY, World

pytestmark = pytest.mark.django_db


def test_a_transfer_moves_everything_that_says_where_a_person_is(world: World) -> None:
    clerk, other = world.worker("records_officer", world.gulzar), world.worker("caseworker", world.naya_bagh)
    with acting_as(clerk, NOON):
        person = world.enter(clerk)
        transfer_person(
            person_id=person.pk, version=1, place=world.naya_bagh, on=TODAY, reason="Order 12", actor=clerk, at=NOON
        )
    with as_house(NOON):
        assert [(one.kind, one.sequence) for one in Movement.objects.filter(person=person)] == [
            ("admission", 1), ("transfer", 2),
        ]  # fmt: skip
        stays = [(one.place_id, one.ended_on) for one in Placement.objects.filter(person=person).order_by("started_on")]
        assert stays == [(world.gulzar.pk, TODAY), (world.naya_bagh.pk, None)]
        assert set(NameKey.objects.filter(person=person).values_list("place_id", flat=True)) == {world.naya_bagh.pk}
        assert Person.objects.get(pk=person.pk).held_at_id == world.naya_bagh.pk
    for actor, days, seen in ((other, 0, True), (clerk, 89, True), (clerk, 90, False)):
        with acting_as(actor, NOON + timedelta(days=days)):
            assert bool(sight_of(actor, person.pk).seen) is seen


@pytest.mark.parametrize("at_step", ["_close_placement", "_now_at", "append"])
def test_a_transfer_interrupted_anywhere_has_not_happened(
    world: World, monkeypatch: pytest.MonkeyPatch, at_step: str
) -> None:
    clerk = world.worker("records_officer", world.gulzar)
    with acting_as(clerk, NOON):
        person = world.enter(clerk)

        def power_cut(*_args: object, **_kwargs: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(f"rihai.people.operations.custody.{at_step}", power_cut)
        with pytest.raises(KeyboardInterrupt):
            transfer_person(person_id=person.pk, version=1, place=world.naya_bagh, on=TODAY, actor=clerk, at=NOON)
    with as_house(NOON):
        assert Movement.objects.filter(person=person).count() == 1
        assert list(Placement.objects.filter(person=person).values_list("ended_on", flat=True)) == [None]
        assert list(Presence.objects.filter(person_id=person.pk).values_list("place", "seen_until")) == [
            (world.gulzar.pk, None)
        ]
        assert Person.objects.get(pk=person.pk).held_at_id == world.gulzar.pk


def test_a_release_ends_the_episode_and_an_admission_begins_the_next(world: World) -> None:
    clerk = world.worker("records_officer", world.gulzar)
    with acting_as(clerk, NOON):
        person = world.enter(clerk)
        end_custody(
            person_id=person.pk,
            version=1,
            kind=MovementKind.RELEASE,
            on=TODAY - timedelta(days=5),
            actor=clerk,
            at=NOON,
        )
        assert Person.objects.get(pk=person.pk).held_at_id is None
        admit_person(person_id=person.pk, version=2, place=world.gulzar, on=TODAY, actor=clerk, at=NOON)
        episodes = [
            (one.sequence, one.started_on, one.ended_by) for one in CustodyEpisode.objects.filter(person=person)
        ]
    assert episodes == [(1, date(2026, 3, 12), "release"), (2, TODAY, "")]


def test_nobody_is_released_twice_or_moved_before_what_is_recorded(world: World) -> None:
    clerk = world.worker("records_officer", world.gulzar)
    with acting_as(clerk, NOON):
        person = world.enter(clerk)
        note_absence(person_id=person.pk, version=1, kind=MovementKind.COURT, on=TODAY, actor=clerk, at=NOON)
        with pytest.raises(WrongMove):
            transfer_person(
                person_id=person.pk,
                version=2,
                place=world.naya_bagh,
                on=TODAY - timedelta(days=1),
                actor=clerk,
                at=NOON,
            )
        end_custody(person_id=person.pk, version=2, kind=MovementKind.DEATH, on=TODAY, actor=clerk, at=NOON)
        with pytest.raises(WrongMove):
            end_custody(person_id=person.pk, version=3, kind=MovementKind.RELEASE, on=TODAY, actor=clerk, at=NOON)


def test_nobody_is_held_in_a_province(world: World) -> None:
    clerk = world.worker("records_officer", world.gulzar)
    with acting_as(clerk, NOON):
        person = world.enter(clerk)
        with pytest.raises(WrongPlace):
            transfer_person(person_id=person.pk, version=1, place=world.province, on=TODAY, actor=clerk, at=NOON)


def test_another_barrack_is_a_placement_of_the_same_prison(world: World) -> None:
    clerk = world.worker("records_officer", world.gulzar)
    with acting_as(clerk, NOON):
        person = world.enter(clerk)
        place_in_unit(person_id=person.pk, version=1, unit="Barrack 2", on=TODAY, actor=clerk, at=NOON)
        stays = list(Placement.objects.filter(person=person).order_by("unit").values_list("unit", "ended_on"))
    assert stays == [("", TODAY), ("Barrack 2", None)]


def test_a_room_above_may_have_something_against_a_transfer(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    clerk = world.worker("records_officer", world.gulzar)

    def keep_apart(done: Done) -> None:
        raise Refused("kept apart")

    offer = Before(act="people.person.transferred", check=keep_apart)
    monkeypatch.setattr("rihai.kit.acts.offered", lambda kind: (offer,) if kind is Before else ())
    with acting_as(clerk, NOON):
        person = world.enter(clerk)
        with pytest.raises(Refused, match="kept apart"):
            transfer_person(person_id=person.pk, version=1, place=world.naya_bagh, on=TODAY, actor=clerk, at=NOON)


def test_whoever_does_not_see_a_person_cannot_move_them(world: World) -> None:
    clerk, other = world.worker("records_officer", world.gulzar), world.worker("records_officer", world.naya_bagh)
    with acting_as(clerk, NOON):
        person = world.enter(clerk)
    with acting_as(other, NOON), pytest.raises(NoSuchPerson):
        transfer_person(person_id=person.pk, version=1, place=world.naya_bagh, on=TODAY, actor=other, at=NOON)
