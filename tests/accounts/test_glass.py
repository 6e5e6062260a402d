"""Break-glass: a reason, a limit, a second person for sealed matter, a review, and no trace of the guarded."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from rihai.accounts.acting import acting_as
from rihai.accounts.models import SYSTEM_ID, Account, BreakGlass, Notification
from rihai.accounts.operations import (
    ask_to_open,
    confirm_second,
    end_opening,
    grant,
    guard,
    refuse_second,
    review_opening,
)
from rihai.accounts.operations.glass import CannotOpen, GlassRefused, OwnAct
from rihai.accounts.queries import sight_of, who_opened
from rihai.accounts.queries.glass import of_others_to_review, to_review
from rihai.errors import NotAllowed, NotFound
from rihai.kit.audit.models import Event
from rihai.kit.classes import DataClass
from tests.accounts.world import World, account, make_world, now, post
from tests.walled.models import HealthNote, Person
from tests.walled.queries import sealed_notes_for

pytestmark = pytest.mark.django_db
REASON = "She fainted in court and the escort has no papers."


@pytest.fixture
def world() -> World:
    made = make_world(
        ["lawyer", "health_worker", "supervisor", "data_protection_officer", "survivor_counsellor", "trainer"]
    )
    made.accounts["second officer"] = account("second officer", "data_protection_officer")
    return made


def ask(
    world: World, whom: str, data_class: str = "health", *, by: str = "lawyer", second: str = "", reason: str = REASON
) -> BreakGlass:
    actor = world.accounts[by]
    with acting_as(actor):
        return ask_to_open(
            number=world.people[whom].number, data_class=data_class, reason=reason,
            second=world.accounts.get(second), actor=actor, at=now(),
        )  # fmt: skip


def seen(who: Account, whom: Person, at: datetime | None = None) -> frozenset[DataClass]:
    with acting_as(who, at):
        return sight_of(Account.objects.get(pk=who.pk), whom.pk).seen


def told(who: Account) -> list[str]:
    with acting_as(who):
        return list(Notification.objects.filter(account=who).values_list("kind", flat=True))


def acts() -> list[tuple[str, str]]:
    with acting_as(SYSTEM_ID):
        return list(
            Event.objects.filter(act__startswith="accounts.glass").order_by("number").values_list("act", "subject")
        )


def test_a_stated_reason_opens_one_class_of_one_person_for_its_time(world: World) -> None:
    lawyer, celia = world.accounts["lawyer"], world.people["Celia"]
    assert seen(lawyer, celia) == frozenset()

    glass = ask(world, "Celia")

    assert seen(lawyer, celia) == {DataClass.PERSONAL, DataClass.HEALTH}
    assert seen(lawyer, world.people["Bilal"]) == frozenset()
    with acting_as(lawyer):
        assert [one.text for one in HealthNote.objects.filter(person=celia)] == ["health of Celia"]
    over = now() + timedelta(minutes=settings.BREAK_GLASS_MINUTES)
    assert seen(lawyer, celia, over - timedelta(minutes=1))
    assert seen(lawyer, celia, over) == frozenset()
    assert told(world.accounts["data_protection_officer"]) == ["glass.to_review"]
    assert acts() == [("accounts.glass.opened", str(celia.pk))]
    assert glass.review_by is not None


def test_the_reason_is_sealed_and_not_in_the_trail(world: World) -> None:
    ask(world, "Celia")

    with acting_as(SYSTEM_ID):
        assert "fainted" not in repr(BreakGlass.objects.values_list("reason", flat=True).get())
        assert not [one for one in Event.objects.all() if "fainted" in one.reason + one.written]


@pytest.mark.parametrize("reason", ["", "urgent", " " * 30, "x" * 19])
def test_a_reason_too_short_opens_nothing(world: World, reason: str) -> None:
    with pytest.raises(GlassRefused):
        ask(world, "Celia", reason=reason)

    assert seen(world.accounts["lawyer"], world.people["Celia"]) == frozenset()


def test_a_role_that_does_not_break_glass_cannot(world: World) -> None:
    with pytest.raises(NotAllowed):
        ask(world, "Celia", by="trainer")


def test_what_is_seen_already_is_not_opened(world: World) -> None:
    with pytest.raises(GlassRefused):
        ask(world, "Amina", "legal")


def test_the_asker_can_end_it_before_its_time(world: World) -> None:
    glass, lawyer = ask(world, "Celia"), world.accounts["lawyer"]
    with acting_as(world.accounts["supervisor"]), pytest.raises((NotFound, BreakGlass.DoesNotExist)):
        end_opening(glass=glass, actor=world.accounts["supervisor"], at=now())

    with acting_as(lawyer):
        end_opening(glass=glass, actor=lawyer, at=now())

    assert seen(lawyer, world.people["Celia"]) == frozenset()
    with acting_as(lawyer), pytest.raises(GlassRefused):
        end_opening(glass=glass, actor=lawyer, at=now())


class TestSealed:
    def test_it_needs_a_second_named_person_who_is_somebody_else_and_may(self, world: World) -> None:
        for second, error in (("", GlassRefused), ("lawyer", OwnAct), ("trainer", GlassRefused)):
            with pytest.raises(error):
                ask(world, "Amina", "sealed", second=second)

    def test_it_opens_when_the_second_confirms_and_not_before(self, world: World) -> None:
        lawyer, chief, amina = world.accounts["lawyer"], world.accounts["supervisor"], world.people["Amina"]
        glass = ask(world, "Amina", "sealed", second="supervisor")
        assert DataClass.SEALED not in seen(lawyer, amina)
        assert told(chief) == ["glass.second_awaited"]

        with acting_as(chief):
            confirm_second(glass=glass, actor=chief, at=now())

        assert DataClass.SEALED in seen(lawyer, amina)
        assert DataClass.SEALED not in seen(chief, amina), "the second gives their word and sees nothing"
        with acting_as(lawyer):
            assert sealed_notes_for(lawyer).count() == 1
        assert [act for act, _subject in acts()] == ["accounts.glass.asked", "accounts.glass.confirmed"]
        assert told(lawyer) == ["glass.confirmed"]

    def test_it_stays_shut_when_the_second_refuses(self, world: World) -> None:
        chief = world.accounts["supervisor"]
        glass = ask(world, "Amina", "sealed", second="supervisor")

        with acting_as(chief):
            refuse_second(glass=glass, actor=chief, at=now())
            with pytest.raises(GlassRefused):
                confirm_second(glass=glass, actor=chief, at=now())

        assert DataClass.SEALED not in seen(world.accounts["lawyer"], world.people["Amina"])

    def test_nobody_else_confirms_and_not_after_a_day(self, world: World) -> None:
        glass, chief = ask(world, "Amina", "sealed", second="supervisor"), world.accounts["supervisor"]
        for who in (world.accounts["lawyer"], world.accounts["survivor_counsellor"]):
            with acting_as(who), pytest.raises((NotFound, BreakGlass.DoesNotExist)):
                confirm_second(glass=glass, actor=who, at=now())
        late = now() + timedelta(hours=25)
        with acting_as(chief, late), pytest.raises(GlassRefused):
            confirm_second(glass=glass, actor=chief, at=late)

    def test_asking_twice_waits_for_the_first_answer(self, world: World) -> None:
        ask(world, "Amina", "sealed", second="supervisor")
        with pytest.raises(GlassRefused):
            ask(world, "Amina", "sealed", second="supervisor")


class TestGuarded:
    def test_a_guarded_person_answers_like_a_number_nobody_has(self, world: World) -> None:
        guard(person_id=world.people["Celia"].pk, ground="tests", actor=None, at=now())
        with pytest.raises(CannotOpen) as guarded:
            ask(world, "Celia")
        world.people["Celia"].number = "90000000"
        with pytest.raises(CannotOpen) as unknown:
            ask(world, "Celia")

        assert str(guarded.value) == str(unknown.value)
        assert acts() == [
            ("accounts.glass.not_opened", str(world.people["Celia"].pk)),
            ("accounts.glass.not_opened", ""),
        ]

    def test_their_supervisor_is_told_and_the_asker_is_not(self, world: World) -> None:
        guard(person_id=world.people["Amina"].pk, ground="tests", actor=None, at=now())
        assert seen(world.accounts["lawyer"], world.people["Amina"]) == frozenset()
        with pytest.raises(CannotOpen):
            ask(world, "Amina")

        assert told(world.accounts["supervisor"]) == ["glass.guarded"]
        assert told(world.accounts["lawyer"]) == []


class TestReview:
    def test_somebody_else_reviews_it_once(self, world: World) -> None:
        glass, officer = ask(world, "Celia"), world.accounts["data_protection_officer"]
        with acting_as(officer):
            review_opening(glass=glass, verdict="justified", note="heard both", actor=officer, at=now())
            with pytest.raises(GlassRefused):
                review_opening(glass=glass, verdict="not_justified", note="", actor=officer, at=now())
            assert not to_review(officer).exists()
        assert told(world.accounts["lawyer"]) == ["glass.reviewed"]

    def test_nobody_reviews_their_own_act_nor_one_they_stood_beside(self, world: World) -> None:
        officer = world.accounts["data_protection_officer"]
        with acting_as(SYSTEM_ID):
            post(officer, "lawyer", world.places["A"])
            post(world.accounts["second officer"], "supervisor")
        glass = ask(world, "Amina", "sealed", by="data_protection_officer", second="second officer")
        second = world.accounts["second officer"]
        with acting_as(second):
            confirm_second(glass=glass, actor=second, at=now())
        for who in (officer, second):
            with acting_as(who):
                assert not to_review(who).exists()
                assert of_others_to_review(who) == 1
                with pytest.raises(OwnAct):
                    review_opening(glass=glass, verdict="justified", note="", actor=who, at=now())

    def test_only_reviewers_review(self, world: World) -> None:
        glass, chief = ask(world, "Celia"), world.accounts["supervisor"]
        with acting_as(chief), pytest.raises((NotAllowed, BreakGlass.DoesNotExist)):
            review_opening(glass=glass, verdict="justified", note="", actor=chief, at=now())


def opened_by(world: World, role: str, whom: str) -> None:
    client = Client()
    client.force_login(world.accounts[role], backend=settings.AUTHENTICATION_BACKENDS[1])
    assert client.get(reverse("test_people:person", args=[world.people[whom].pk])).status_code == 200


def names_of_openings(viewer: Account, person_id: UUID) -> set[str]:
    with acting_as(viewer):
        return {one.actor_name for one in who_opened(person_id, actor=viewer)}


def test_each_person_shows_who_opened_it_without_a_trace_of_sealed_matter(world: World) -> None:
    amina = world.people["Amina"]
    with acting_as(SYSTEM_ID):
        grant(
            account_id=world.accounts["survivor_counsellor"].pk, person_id=amina.pk, classes=["sealed"],
            ground="assignment", ground_id=None, actor=None, at=now() - timedelta(seconds=1),
        )  # fmt: skip
    for role in ("lawyer", "health_worker", "survivor_counsellor"):
        opened_by(world, role, "Amina")

    assert names_of_openings(world.accounts["lawyer"], amina.pk) == {"lawyer", "health worker"}
    assert names_of_openings(world.accounts["survivor_counsellor"], amina.pk) == {
        "lawyer",
        "health worker",
        "survivor counsellor",
    }
    assert names_of_openings(world.accounts["trainer"], amina.pk) == set()
