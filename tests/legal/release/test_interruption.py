"""Releases, detention, slips and words on the law: whole or not at all; of two who release at once one does it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from threading import Barrier, Thread
from typing import Any

import pytest
from django.apps import apps
from django.db import connections
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.errors import Refused
from rihai.kit.audit.models import Event
from rihai.legal.release import operations as act
from rihai.legal.release.models import ProvisionWord, Release, Slip, SlipText, UnlawfulDetention
from rihai.people.models import CustodyEpisode, Person, Statement
from tests.legal.release.cast import bail
from tests.people.world import World, make_world
from tests.screening.cast import keep, woman

TEXT = SlipText("leave", "Sana Farzi", "Amna, box at the gate")
LAW: dict[str, Any] = {"pack": "pakistan", "provision": "crpc_497_delay_general"}


@dataclass
class Desk:
    """Who does it, of whom, where."""

    actor: Account
    person: Person
    world: World

    @property
    def who(self) -> dict[str, Any]:
        """By whom and when."""
        return {"actor": self.actor, "at": timezone.now()}


def _release(one: Desk) -> Release:
    said = bail(timezone.localdate())
    version = Person.objects.get(pk=one.person.pk).version
    return act.record_release(person_id=one.person.pk, version=version, said=said, **one.who)


def _in_error(one: Desk) -> Release:
    kept = _release(one)
    return act.find_in_error(release_id=kept.pk, version=1, found_on=timezone.localdate(), why="w", **one.who)


def _unlawful(one: Desk) -> Any:
    return act.name_unlawful(
        person_id=one.person.pk, ground="order", from_on=timezone.localdate(), why="w",
        today=timezone.localdate(), **one.who,
    )  # fmt: skip


def _slip(one: Desk) -> Any:
    return act.make_slip(person_id=one.person.pk, text=TEXT, due_on=timezone.localdate(), **one.who)


def _told(one: Desk) -> Any:
    slip = Slip.objects.get()
    return act.record_told(
        slip_id=slip.pk, version=slip.version, answer="told", told_on=timezone.localdate(), in_language="pa",
        correction="Two children.", **one.who,
    )  # fmt: skip


def _word(one: Desk) -> Any:
    return act.say_word(**LAW, kind="objection", note="n", on=timezone.localdate(), **one.who)


Do = Callable[[Desk], Any]
ACTS: dict[str, tuple[str, tuple[Do, ...], Do]] = {
    "a release corrected": ("releasing", (_release,), lambda one: act.correct_release(
        release_id=Release.objects.get().pk, version=1, said=replace(bail(timezone.localdate()), court="Other"),
        why="w", **one.who)),
    "released in error": ("wronged", (_release,), lambda one: act.find_in_error(
        release_id=Release.objects.get().pk, version=1, found_on=timezone.localdate(), why="w", **one.who)),
    "brought back": ("wronged", (_in_error,), lambda one: act.record_recall(
        release_id=Release.objects.get().pk, version=2, place=one.world.gulzar, on=timezone.localdate(), **one.who)),
    "held without ground": ("wronged", (), _unlawful),
    "that taken back": ("wronged", (_unlawful,), lambda one: act.take_back_unlawful(
        detention_id=UnlawfulDetention.objects.get().pk, why="w", **one.who)),
    "a slip made": ("slips", (), _slip),
    "a slip changed": ("slips", (_slip,), lambda one: act.change_slip(
        slip_id=Slip.objects.get().pk, version=1, text=replace(TEXT, more="m"), due_on=timezone.localdate(),
        **one.who)),
    "a slip read": ("slips", (_slip,), _told),
    "a correction looked at": ("slips", (_slip, _told), lambda one: act.look_at_correction(
        slip_id=Slip.objects.get().pk, version=2, how="h", **one.who)),
    "a slip dropped": ("slips", (_slip,), lambda one: act.drop_slip(
        slip_id=Slip.objects.get().pk, version=1, **one.who)),
    "a word on the law": ("words", (), _word),
    "a word settled": ("words", (_word,), lambda one: act.settle_objection(
        word_id=ProvisionWord.objects.get().pk, how="taken_back", note="n", **one.who)),
}  # fmt: skip


def kept() -> dict[str, list[str]]:
    """The rows of every table of this part, the record, and the trail."""
    ours: list[Any] = [one for one in apps.get_app_config("legal").get_models() if ".release." in one.__module__]
    tables: list[Any] = [*ours, Statement, Person, CustodyEpisode, Event]
    with as_house():
        return {model.__name__: sorted(map(str, model._default_manager.values())) for model in tables}


@pytest.mark.django_db
@pytest.mark.parametrize("name", ACTS)
def test_interrupted_at_its_last_step_nothing_has_happened(
    world: World, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    module, first, do = ACTS[name]
    lawyer = world.worker("lawyer", world.province)

    def power_cut(*_args: object, **_kwargs: object) -> None:
        raise KeyboardInterrupt

    with acting_as(lawyer):
        one = Desk(lawyer, keep(woman(timezone.localdate()), world.gulzar, lawyer), world)
        for step in first:
            step(one)
        before = kept()
        with monkeypatch.context() as broken:
            broken.setattr(f"rihai.legal.release.operations.{module}.append", power_cut)
            with pytest.raises(KeyboardInterrupt):
                do(one)
        assert kept() == before
        do(one)
        assert kept() != before, "and uninterrupted it does happen"


def test_of_two_who_release_her_at_once_one_does_and_the_other_is_told(transactional_db: None) -> None:
    world = make_world()
    two = [world.worker("lawyer", world.province), world.worker("lawyer", world.gulzar)]
    with acting_as(two[0]):
        person = keep(woman(timezone.localdate()), world.gulzar, two[0])
    with as_house():
        version = Person.objects.get(pk=person.pk).version
    start, told = Barrier(2), []

    def press(who: Account) -> None:
        said = bail(timezone.localdate())
        try:
            start.wait(10)
            with acting_as(who):
                act.record_release(person_id=person.pk, version=version, said=said, actor=who, at=timezone.now())
            told.append("released")
        except Refused as refused:
            told.append(str(refused))
        finally:
            connections.close_all()

    threads = [Thread(target=press, args=[who]) for who in two]
    for one in threads:
        one.start()
    for one in threads:
        one.join(30)
    assert len(told) == 2
    assert told.count("released") == 1, told
    with as_house():
        assert Release.objects.count() == 1
