"""Releases, detention, slips and words on the law: whole or not at all; of two who release at once one does it."""

from __future__ import annotations

from dataclasses import replace
from threading import Barrier, Thread
from typing import Any

import pytest
from django.db import connections
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.errors import Refused
from rihai.legal.release import operations as act
from rihai.legal.release.models import ProvisionWord, Release, Slip, SlipText, UnlawfulDetention
from rihai.people.models import CustodyEpisode, MovementKind, Person
from rihai.people.operations import end_custody
from rihai.people.record import Path
from tests.legal.interruption import Act, interrupt_each, left_out
from tests.legal.release.cast import bail
from tests.people.world import World, make_world
from tests.screening.cast import keep, woman

TEXT = SlipText("leave", "Sana Farzi", "Amna, box at the gate")


@pytest.mark.django_db
def test_every_act_is_whole_or_has_not_happened(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    lawyer, today = world.worker("lawyer", world.province), timezone.localdate()
    who: dict[str, Any] = {"actor": lawyer, "at": timezone.now()}

    def done(name: str, module: str, **said: Any) -> Act:
        def do() -> None:
            given = {key: one() if callable(one) else one for key, one in said.items()}
            getattr(act, name)(**given, **who)

        return Act(name, module, do)

    def of(model: Any, key: str) -> dict[str, Any]:
        """The row that was written last, and its version."""
        return {key: lambda: model.objects.order_by("-pk").first().pk,
                "version": lambda: model.objects.order_by("-pk").first().version}  # fmt: skip

    with acting_as(lawyer):
        person, gone = (keep(woman(today, full_name=name), world.gulzar, lawyer) for name in ("Nargis", "Gul"))
        end_custody(person_id=gone.pk, version=gone.version, kind=MovementKind.RELEASE, on=today, reason="", **who)
        her = {"person_id": person.pk, "version": lambda: Person.objects.get(pk=person.pk).version}
        slip, release = of(Slip, "slip_id"), of(Release, "release_id")
        episode = CustodyEpisode.objects.get(person=gone).pk
        corrected = {"answer": "told", "told_on": today, "in_language": "pa", "correction": "Two children."}
        law = {"pack": "pakistan", "provision": "crpc_497_delay_general"}
        detention = {"person_id": person.pk, "ground": "order", "from_on": today, "why": "w", "today": today}
        fact = {"path": Path("", "occupation"), "said": {"occupation": "tailor"}, "raw": "tailor", "true_on": today}
        story = [
            done("make_slip", "slips", person_id=person.pk, text=TEXT, due_on=today),
            done("change_slip", "slips", **slip, text=replace(TEXT, more="m"), due_on=today),
            done("record_told", "slips", **slip, answer="absent", told_on=today, again_on=today),
            done("record_told", "slips", **slip, **corrected),
            done("look_at_correction", "slips", **slip, how="h"),
            done("make_slip", "slips", person_id=person.pk, text=TEXT, due_on=today),
            done("drop_slip", "slips", **slip),
            done("make_slip", "slips", person_id=person.pk, text=TEXT, due_on=today),
            done("record_told", "slips", **slip, **corrected),
            done("write_correction", "slips", **slip, **fact),
            done("name_unlawful", "wronged", **detention),
            done("take_back_unlawful", "wronged", detention_id=lambda: UnlawfulDetention.objects.get().pk, why="w"),
            done("describe_release", "releasing", episode_id=episode, said=bail(today)),
            done("record_release", "releasing", **her, said=bail(today)),
            done("correct_release", "releasing", **release, said=replace(bail(today), court="Other"), why="w"),
            done("undo_release", "releasing", **release, why="w"),
            done("record_release", "releasing", **her, said=bail(today)),
            done("find_in_error", "wronged", **release, found_on=today, why="w"),
            done("record_recall", "wronged", **release, place=world.gulzar, on=today),
            done("say_word", "words", **law, kind="objection", note="n", on=today),
            done("settle_objection", "words", word_id=lambda: ProvisionWord.objects.get().pk, how="taken_back",
                 note="n"),
        ]  # fmt: skip
        assert left_out(act, story) == set()
        interrupt_each(monkeypatch, "release", story)


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
