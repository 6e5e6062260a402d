"""A line is taken by one, answered, refused with what follows, and comes back when it should."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

import pytest

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account, Grant
from rihai.accounts.operations.house import as_house
from rihai.kit.audit.models import Event
from rihai.legal.release.models import Slip, SlipText
from rihai.legal.release.operations import make_slip, record_told
from rihai.legal.release.queries.slips import not_told
from rihai.legal.response.following import tick
from rihai.legal.response.models import State, Step, StepNote, Telling
from rihai.legal.response.operations import (
    add_note,
    close,
    could_not_tell,
    file_petition,
    give_back,
    park,
    record_grant,
    record_refusal,
    refer,
    take,
    told_her,
)
from rihai.legal.response.operations.errors import FreshGroundNeeded, NoSuchLine, NotNow, Overtaken, TakenByOther
from rihai.legal.response.queries.lists import to_tell
from rihai.people.operations import correct_facts
from tests.legal.response.conftest import DELAY, Office, noon

pytestmark = pytest.mark.django_db


def test_a_line_is_taken_by_one_and_the_other_is_told_who_has_it(office: Office) -> None:
    person = office.woman()
    line = office.line(person)

    office.do(office.sana, take, row_id=line)
    with pytest.raises(TakenByOther) as told:
        office.do(office.ali, take, row_id=line)

    assert office.sana.name in str(told.value)
    assert office.answer(person).owner_id == office.sana.pk
    with as_house():
        assert Grant.objects.filter(person_id=person.pk, account=office.sana, ended_at=None).exists()
        assert not Grant.objects.filter(person_id=person.pk, account=office.ali).exists()
        assert Event.objects.order_by("number").last().act == "legal.row.taken"  # type: ignore[union-attr]


def test_taking_twice_or_by_somebody_who_does_not_see_the_person_changes_nothing(office: Office) -> None:
    line = office.line(office.woman())
    far = office.world.worker("lawyer", office.world.naya_bagh)
    office.do(office.sana, take, row_id=line)

    with pytest.raises(NotNow):
        office.do(office.sana, take, row_id=line)
    with pytest.raises(NoSuchLine):
        office.do(far, take, row_id=line)


def test_given_back_it_is_open_again_and_the_leave_ends(office: Office) -> None:
    person = office.woman()
    line = office.line(person)
    office.do(office.sana, take, row_id=line)
    office.do(office.sana, give_back, row_id=line)

    assert office.answer(person).state == State.OPEN
    with as_house():
        assert not Grant.objects.filter(person_id=person.pk, ended_at=None).exists()
    office.do(office.ali, take, row_id=line)
    assert office.answer(person).owner_id == office.ali.pk


def test_each_act_is_a_step_with_its_day_and_its_privileged_note(office: Office) -> None:
    person = office.woman()
    line, today = office.line(person), office.today
    office.do(office.sana, refer, row_id=line, receiver="legal_aid", receiver_name="Legal aid Gulistan", on=today)
    office.do(office.sana, file_petition, row_id=line, court="Sessions Court", number="12/26", on=today, note="thin")
    office.do(office.sana, record_grant, row_id=line, on=today)
    office.do(office.sana, close, row_id=line)

    with acting_as(office.sana):
        steps = list(Step.objects.filter(person=person).order_by("at"))
        assert [one.act for one in steps] == ["referred", "filed", "granted", "closed"]
        assert StepNote.objects.get(step=steps[1]).text == "thin"
        assert "thin" not in str(steps[1].told)


def test_a_courts_refusal_brings_the_next_remedy_a_day_to_tell_her_and_asks_for_a_fresh_ground(office: Office) -> None:
    person = office.woman()
    line, today = office.line(person), office.today
    refuse = {"row_id": line, "reason": "court_merits", "on": today}
    office.do(office.sana, file_petition, row_id=line, court="High Court", number="", on=today)
    office.do(office.sana, record_refusal, level="high", words="no merit", **refuse)

    answer = office.answer(person)
    assert (answer.state, answer.remedy) == (State.REFUSED, "bail_high")
    assert answer.remedy_last_on == today + timedelta(days=30), "Supreme Court Rules 1980 O. XXIII r.2"
    with as_house():
        telling = Telling.objects.get(person=person)
    assert telling.due_on is not None
    assert telling.due_on > today
    with pytest.raises(FreshGroundNeeded):
        office.do(office.sana, file_petition, row_id=line, court="High Court", number="", on=today)
    office.do(office.sana, file_petition, row_id=line, court="Supreme Court", number="", on=today, ground="a year ran")
    assert office.answer(person).state == State.FILED

    office.do(office.sana, could_not_tell, telling_id=telling.pk, again_on=today + timedelta(days=2))
    office.do(office.sana, told_her, telling_id=telling.pk, on=today, how_is="calm")
    with pytest.raises(NotNow):
        office.do(office.sana, told_her, telling_id=telling.pk, on=today)


def test_reading_her_the_slip_tells_her_and_telling_her_answers_the_slip(office: Office) -> None:
    text = SlipText("again", "Sana Farzi", "Amna, box at the gate")
    tomorrow = office.today + timedelta(days=1)

    def refused(name: str) -> tuple[Slip, Telling]:
        person = office.woman(full_name=name)
        office.do(office.sana, record_refusal, row_id=office.line(person), reason="court_merits", on=office.today,
                  level="high")  # fmt: skip
        line = {"provision": DELAY, "case_id": office.answer(person).case_id}
        slip = office.do(office.sana, make_slip, person_id=person.pk, about="refusal", text=text, due_on=tomorrow,
                         **line)  # fmt: skip
        with as_house():
            return slip, Telling.objects.get(person=person)

    def stand(slip: Slip, telling: Telling) -> tuple[str, date | None, date | None, date | None]:
        with as_house():
            slip.refresh_from_db()
            telling.refresh_from_db()
        return slip.answer, slip.told_on, telling.done_on, telling.due_on

    slip, telling = refused("Nargis Farzi")
    with acting_as(office.sana):
        assert to_tell(actor=office.sana) == [], "the slip tells them, so that nobody goes twice"
    went = {"told_on": office.today, "answer": "absent", "again_on": tomorrow}
    office.do(office.sana, record_told, slip_id=slip.pk, version=1, **went)
    assert stand(slip, telling) == ("", None, None, tomorrow)
    office.do(office.sana, record_told, slip_id=slip.pk, version=2, told_on=office.today, answer="told",
              in_language="pa")  # fmt: skip
    assert stand(slip, telling)[:3] == ("told", office.today, office.today)
    with as_house():
        assert list(Step.objects.filter(person=slip.person_id).values_list("act", flat=True)) == [
            "refused", "not_told", "read_out",
        ]  # fmt: skip

    slip, telling = refused("Gul Farzi")
    office.do(office.sana, could_not_tell, telling_id=telling.pk, again_on=tomorrow)
    office.do(office.sana, told_her, telling_id=telling.pk, on=office.today)
    assert stand(slip, telling)[:3] == ("told", office.today, office.today)


def test_bail_refused_by_a_magistrate_goes_to_the_sessions_court_without_a_last_day(office: Office) -> None:
    person = office.woman()
    office.do(
        office.sana, record_refusal, row_id=office.line(person), reason="court_merits", on=office.today,
        level="magistrate",
    )  # fmt: skip
    answer = office.answer(person)
    assert (answer.remedy, answer.remedy_last_on) == ("bail_magistrate", None)


def test_what_the_person_herself_refuses_is_told_to_nobody(office: Office) -> None:
    person = office.woman()
    office.do(office.sana, record_refusal, row_id=office.line(person), reason="person_not_now", on=office.today)
    with as_house():
        assert not Telling.objects.exists()


def test_a_parked_line_comes_back_on_its_day_and_not_before(office: Office) -> None:
    person = office.woman()
    until = office.today + timedelta(days=5)
    office.do(office.sana, park, row_id=office.line(person), until=until)

    assert tick(noon(until - timedelta(days=1))) == 0
    assert tick(noon(until)) == 1
    assert tick(noon(until)) == 0
    answer = office.answer(person)
    assert (answer.state, answer.owner_id) == (State.TAKEN, office.sana.pk)


def test_a_refusal_comes_back_after_its_days(office: Office) -> None:
    person = office.woman()
    office.do(office.sana, record_refusal, row_id=office.line(person), reason="prison_no_papers", on=office.today)

    assert tick(noon(office.today + timedelta(days=6))) == 0
    assert tick(noon(office.today + timedelta(days=7))) == 1


def test_a_refusal_comes_back_when_the_fact_it_rests_on_changes_and_for_no_other(office: Office) -> None:
    person = office.woman()
    office.do(
        office.sana, record_refusal, row_id=office.line(person), reason="court_delay_by_accused", on=office.today,
        level="sessions",
    )  # fmt: skip
    _correct(office, person, {"previous_convictions": [{"offence": "379 PPC"}]})
    assert office.answer(person).state == State.REFUSED

    _correct(office, person, {"cases": [{"case_id": "51/26 Saddar", "delay_attributed_to_accused": False}]})
    assert office.answer(person).state == State.TAKEN


def _correct(office: Office, person: object, facts: dict[str, object]) -> None:
    from rihai.people.models import Person

    with as_house():
        version = Person.objects.get(pk=person.pk).version  # type: ignore[attr-defined]
    office.do(
        office.sana, correct_facts, person_id=person.pk, version=version, record=facts, raw={},  # type: ignore[attr-defined]
        true_on=office.today,
    )  # fmt: skip


def test_a_form_that_was_overtaken_writes_nothing(office: Office) -> None:
    person = office.woman()
    line = office.line(person)
    office.do(office.sana, take, row_id=line, version=0)

    with pytest.raises(Overtaken):
        office.do(office.chief, park, row_id=line, until=office.today + timedelta(days=3), version=0)
    assert office.answer(person).state == State.TAKEN


def test_an_empty_note_is_no_act(office: Office) -> None:
    line = office.line(office.woman())
    with pytest.raises(NotNow):
        office.do(office.sana, add_note, row_id=line, note="  ")


def test_whom_nobody_told_is_listed_by_whose_line_lay_longest_and_for_who_took_it(office: Office) -> None:
    first, second, untouched = office.woman(), office.woman(), office.woman()
    far = office.world.worker("lawyer", office.world.naya_bagh)
    office.do(office.sana, take, row_id=office.line(second), at=office.now - timedelta(hours=2))
    office.do(office.ali, take, row_id=office.line(first), at=office.now - timedelta(hours=5))
    assert untouched.pk

    def listed(actor: Account, owner: Account | None = None, most: int = 9) -> list[UUID]:
        with acting_as(actor):
            return [one.pk for one in not_told(actor=actor, most=most, owner=owner.pk if owner else None)]

    assert listed(office.sana) == [first.pk, second.pk]
    assert listed(office.sana, most=1) == [first.pk]
    assert listed(office.sana, owner=office.sana) == [second.pk]
    assert listed(far) == []
