"""Our leave to work: asked, given, refused, renewed, expired; and what falls due."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from rihai.kit.audit.models import Event
from rihai.kit.editing import Changed
from rihai.places.kinds import Kind
from rihai.places.models import Permit, Place
from rihai.places.operations import (
    WrongTurn,
    ask_leave,
    expire_leaves,
    give_leave,
    refuse_leave,
    renew_leave,
)
from rihai.places.queries import permits_due
from tests.places.world import AT, KEEPER, READER, TODAY, make

pytestmark = pytest.mark.django_db
Asked = Callable[..., Permit]


def days(number: int) -> date:
    return TODAY + timedelta(days=number)


@pytest.fixture
def asked(district: Place) -> Asked:
    prison = make(Kind.PRISON, "District Prison Naya Bagh", district)

    def asks(on: date = TODAY) -> Permit:
        return ask_leave(place=prison, kind="memorandum", asked_of="the IG", asked_on=on, actor=KEEPER, at=AT)

    return asks


def given(permit: Permit, until: date | None) -> Permit:
    return give_leave(permit=permit, version=1, on=permit.asked_on, expires_on=until, actor=KEEPER, at=AT)


def acts() -> list[str]:
    return list(Event.objects.order_by("number").values_list("act", flat=True))


def test_each_step_is_one_line_in_the_trail(asked: Asked) -> None:
    permit = given(asked(days(-400)), days(-1))
    renew_leave(permit=permit, asked_on=TODAY, actor=KEEPER, at=AT)
    refuse_leave(permit=asked(), version=1, on=TODAY, reason="none was given", actor=KEEPER, at=AT)
    expire_leaves(AT)

    assert acts() == [
        "places.permit.asked", "places.permit.given", "places.permit.asked", "places.permit.asked",
        "places.permit.refused", "places.permit.expired",
    ]  # fmt: skip


def test_a_leave_holds_through_its_last_day(asked: Asked) -> None:
    permit = given(asked(days(-100)), TODAY)

    assert permit.state_on(TODAY) == "given"
    assert permit.state_on(days(1)) == "expired"


def test_the_clock_notes_an_expiry_once(asked: Asked) -> None:
    permit = given(asked(days(-100)), days(-1))

    assert expire_leaves(AT) == 1
    assert expire_leaves(AT) == 0
    permit.refresh_from_db()
    assert permit.state == "expired"


def test_the_calendar_of_the_office_decides_when_a_day_is_over(asked: Asked) -> None:
    given(asked(days(-100)), TODAY)

    # 19:30 in London is half past midnight of the next day in Karachi.
    assert expire_leaves(datetime(2026, 11, 26, 18, 30, tzinfo=UTC)) == 0
    assert expire_leaves(datetime(2026, 11, 26, 19, 30, tzinfo=UTC)) == 1


@pytest.mark.parametrize(("left", "is_due"), [(61, False), (60, True), (0, True), (-30, True)])
def test_a_renewal_falls_due_sixty_days_before_the_end(asked: Asked, left: int, is_due: bool) -> None:
    given(asked(days(-300)), days(left))

    assert bool(permits_due(actor=KEEPER, on=TODAY)) is is_due


@pytest.mark.parametrize(("ago", "is_due"), [(29, False), (30, True), (200, True)])
def test_a_question_without_answer_falls_due_after_thirty_days(asked: Asked, ago: int, is_due: bool) -> None:
    asked(days(-ago))

    assert bool(permits_due(actor=KEEPER, on=TODAY)) is is_due


def test_a_leave_without_end_never_falls_due(asked: Asked) -> None:
    given(asked(days(-2000)), None)

    assert permits_due(actor=KEEPER, on=TODAY) == []


def test_once_the_renewal_is_asked_for_nothing_is_due_until_it_waits_too_long(asked: Asked) -> None:
    permit = given(asked(days(-300)), days(10))
    renewal = renew_leave(permit=permit, asked_on=TODAY, actor=KEEPER, at=AT)

    assert permits_due(actor=KEEPER, on=TODAY) == []
    assert [due.permit for due in permits_due(actor=KEEPER, on=days(40))] == [renewal]


def test_a_refused_renewal_leaves_the_old_one_due(asked: Asked) -> None:
    permit = given(asked(days(-300)), days(10))
    renewal = renew_leave(permit=permit, asked_on=TODAY, actor=KEEPER, at=AT)
    refuse_leave(permit=renewal, version=1, on=TODAY, reason="no", actor=KEEPER, at=AT)

    assert [due.permit for due in permits_due(actor=KEEPER, on=TODAY)] == [permit]
    renew_leave(permit=permit, asked_on=TODAY, actor=KEEPER, at=AT)


def test_who_does_not_see_to_leaves_has_none_on_the_worklist(asked: Asked) -> None:
    asked(days(-90))

    assert permits_due(actor=READER, on=TODAY) == []


def test_a_renewal_is_asked_for_once(asked: Asked) -> None:
    permit = given(asked(days(-300)), days(10))
    renew_leave(permit=permit, asked_on=TODAY, actor=KEEPER, at=AT)

    with pytest.raises(WrongTurn):
        renew_leave(permit=permit, asked_on=TODAY, actor=KEEPER, at=AT)


def test_what_was_never_given_is_not_renewed(asked: Asked) -> None:
    with pytest.raises(WrongTurn):
        renew_leave(permit=asked(), asked_on=TODAY, actor=KEEPER, at=AT)


def test_an_answer_is_given_once(asked: Asked) -> None:
    permit = given(asked(), None)

    with pytest.raises(WrongTurn):
        refuse_leave(permit=permit, version=2, on=TODAY, reason="no", actor=KEEPER, at=AT)


def test_the_second_of_two_answers_changes_nothing(asked: Asked) -> None:
    permit = asked()
    given(permit, None)

    with pytest.raises(Changed):
        refuse_leave(permit=permit, version=1, on=TODAY, reason="no", actor=KEEPER, at=AT)
    permit.refresh_from_db()
    assert permit.state == "given"


@pytest.mark.parametrize("on", [days(-1), days(1)])
def test_an_answer_is_neither_older_than_the_question_nor_from_the_future(asked: Asked, on: date) -> None:
    with pytest.raises(WrongTurn):
        give_leave(permit=asked(), version=1, on=on, expires_on=None, actor=KEEPER, at=AT)

    assert acts() == ["places.permit.asked"]


def test_a_leave_does_not_end_before_it_begins(asked: Asked) -> None:
    with pytest.raises(WrongTurn):
        given(asked(), days(-1))
