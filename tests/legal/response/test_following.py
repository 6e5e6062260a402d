"""Answers go along when two persons are one, end with a release, and stand in the way of undoing a census."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import connections

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account, Grant
from rihai.accounts.operations.house import as_house
from rihai.errors import Refused
from rihai.kit.offers import Before, Done, offered
from rihai.legal.matters.models import Party
from rihai.legal.matters.operations import change_bail, open_matter, record_bail
from rihai.legal.response.following import follow_bail, nothing_is_built
from rihai.legal.response.models import ClockAct, Response, State, Step, StepNote
from rihai.legal.response.operations import accept, assign, close, decline, did_clock_act, offer, record_refusal, take
from rihai.legal.response.operations.errors import NotNow, TakenByOther
from rihai.legal.response.panels import extract, timeline
from rihai.people.models import MovementKind, Person
from rihai.people.operations import end_custody, merge_persons, take_back_end, unmerge_persons
from rihai.screening.models import Finding
from tests.legal.response.conftest import DELAY, INSIDE, Office, make_office


def version_of(person: Person) -> int:
    with as_house():
        return Person.objects.get(pk=person.pk).version


def kept() -> dict[str, list[str]]:
    """Everything the loop holds, by table."""
    with as_house():
        return {
            model.__name__: sorted(str(row) for row in model._default_manager.values())
            for model in (Response, Step, StepNote, ClockAct)
        }


@pytest.mark.django_db
def test_merging_carries_answers_over_and_parting_gives_them_back(office: Office) -> None:
    one, other = office.woman(), office.woman(full_name="Nargis Bibi")
    office.do(office.sana, take, row_id=office.line(one))
    office.do(office.sana, record_refusal, row_id=office.line(other), reason="court_merits", on=office.today,
              level="high", words="secret")  # fmt: skip
    before_, bailed = kept(), office.bailed()
    office.do(office.sana, did_clock_act, row_id=office.line(bailed, INSIDE), cause="bail_not_furnished", clock=1,
              on=office.today)  # fmt: skip
    clocks = kept()["ClockAct"]

    merge = office.do(office.sana, merge_persons, keep_id=one.pk, gone_id=other.pk)
    with as_house():
        rows = list(Response.objects.filter(person=one, provision=DELAY).order_by("twin"))
        assert [(row.state, row.twin) for row in rows] == [(State.TAKEN, 0), (State.REFUSED, 1)]
        assert StepNote.objects.get(person=one).text == "secret"
        assert not Response.objects.filter(person=other).exists()
    office.do(office.sana, unmerge_persons, merge_id=merge.pk)
    after = kept()
    assert after == {**before_, "ClockAct": clocks}


@pytest.mark.django_db
def test_a_release_ends_every_line_and_the_leave_to_see(office: Office) -> None:
    person = office.woman()
    office.do(office.sana, take, row_id=office.line(person))
    office.do(office.sana, end_custody, person_id=person.pk, version=version_of(person), kind=MovementKind.RELEASE,
              on=office.today)  # fmt: skip

    answer = office.answer(person)
    assert (answer.state, answer.released_on) == (State.RELEASED, office.today)
    with as_house():
        assert not Grant.objects.filter(person_id=person.pk, ended_at=None).exists()
    with acting_as(office.sana):
        assert [one.says for one in timeline(office.sana, person.pk)] == ["Taken"]
    office.do(office.sana, take_back_end, person_id=person.pk, version=version_of(person), reason="wrong name")
    assert office.answer(person).state == State.TAKEN
    with as_house():
        assert Grant.objects.filter(person_id=person.pk, account=office.sana, ended_at=None).exists()


@pytest.mark.django_db
def test_bail_recorded_in_a_matter_grants_the_line_whole_or_not_at_all(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = office.woman()
    office.do(office.sana, take, row_id=office.line(person))
    case = office.answer(person).case_id
    words = {"kind": "aid", "stage": "bail", "ground": "delay", "court_name": "Sessions Court Gulistan"}
    matter = office.do(office.ali, open_matter, clients=[(person.pk, case)], others=(), said=words)
    with as_house():
        party = Party.objects.get(matter=matter)
    bail = {"matter_id": matter.pk, "party_id": party.pk, "said": {"granted_on": office.today}}

    def power_cut(*_args: object, **_kwargs: object) -> None:
        raise KeyboardInterrupt

    before = kept()
    with monkeypatch.context() as broken:
        broken.setattr("rihai.legal.matters.operations.bail.append", power_cut)
        with pytest.raises(KeyboardInterrupt):
            office.do(office.ali, record_bail, **bail)
    assert kept() == before
    order = office.do(office.ali, record_bail, **bail)
    answer = office.answer(person)
    assert (answer.state, answer.granted_on, answer.owner_id) == (State.GRANTED, office.today, office.sana.pk)
    with as_house():
        assert Step.objects.get(response=answer, act="granted").by_id == office.ali.pk
    office.do(office.ali, change_bail, order_id=order.pk, version=1, said={"furnished_on": office.today})
    assert office.answer(person).state == State.GRANTED
    office.do(office.ali, change_bail, order_id=order.pk, version=2, said={"cancelled_on": office.today})
    assert office.answer(person).state == State.TAKEN


@pytest.mark.django_db
def test_bail_recorded_for_somebody_nobody_had_answered_is_an_answer(office: Office) -> None:
    person = office.woman()
    case = "51/26 Saddar"
    told = {"case": case, "granted": office.today, "cancelled": None}
    follow_bail(Done(act="legal.bail.recorded", actor=office.sana, at=office.now, person_ids=(person.pk,), detail=told))
    with as_house():
        rows = list(Response.objects.filter(person=person))
        asking = Finding.objects.filter(person=person, kind="release").values_list("provision", flat=True)
        assert {one.provision for one in rows} == set(asking), "what only helps, or asks why, is no line of bail"
        assert Step.objects.filter(person=person, act="granted").count() == len(rows) == 2
    assert {(one.state, one.owner_id, one.granted_on, one.case_id) for one in rows} == {
        (State.GRANTED, office.sana.pk, office.today, case)
    }


@pytest.mark.django_db
def test_bail_leaves_lines_alone_that_were_refused_since_or_have_ended(office: Office) -> None:
    person = office.woman()
    office.do(office.sana, record_refusal, row_id=office.line(person), reason="court_merits", on=office.today,
              level="high")  # fmt: skip
    told = {"case": office.answer(person).case_id, "granted": office.today - timedelta(days=1), "cancelled": None}
    done = Done(act="legal.bail.recorded", actor=office.sana, at=office.now, person_ids=(person.pk,), detail=told)
    follow_bail(done)
    assert office.answer(person).state == State.REFUSED
    follow_bail(replace(done, detail={**told, "granted": office.today}))
    assert office.answer(person).state == State.GRANTED
    office.do(office.sana, close, row_id=office.line(person))
    follow_bail(done)
    assert office.answer(person).state == State.CLOSED


@pytest.mark.django_db
def test_nothing_is_undone_under_somebody_who_works_on_it(office: Office) -> None:
    person = office.woman()
    undoing = Done(act="people.census.undone", actor=office.sana, at=office.now, person_ids=(person.pk,))
    assert nothing_is_built in {one.check for one in offered(Before)}
    nothing_is_built(undoing)
    office.do(office.sana, record_refusal, row_id=office.line(person), reason="person_own_lawyer", on=office.today)
    with pytest.raises(Refused):
        nothing_is_built(undoing)


@pytest.mark.django_db
def test_a_hand_over_is_whole_or_has_not_happened(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    person = office.woman()
    line = office.line(person)
    office.do(office.sana, take, row_id=line)
    far = office.world.worker("lawyer", office.world.naya_bagh)
    with pytest.raises(NotNow):
        office.do(office.sana, offer, row_id=line, account_id=far.pk)
    office.do(office.sana, offer, row_id=line, account_id=office.ali.pk)
    with pytest.raises(NotNow):
        office.do(office.chief, accept, row_id=line)
    office.do(office.ali, decline, row_id=line)
    office.do(office.sana, offer, row_id=line, account_id=office.ali.pk)

    def power_cut(*_args: object, **_kwargs: object) -> None:
        raise KeyboardInterrupt

    held = kept()
    with monkeypatch.context() as broken:
        broken.setattr("rihai.legal.response.operations.handing.write", power_cut)
        with pytest.raises(KeyboardInterrupt):
            office.do(office.ali, accept, row_id=line)
    assert kept() == held
    with as_house():
        assert Grant.objects.get(person_id=person.pk, data_class="legal", ended_at=None).account_id == office.sana.pk
    office.do(office.ali, accept, row_id=line)
    office.do(office.chief, assign, row_id=line, account_id=office.sana.pk)
    assert office.answer(person).owner_id == office.sana.pk
    with as_house():
        assert Grant.objects.get(person_id=person.pk, data_class="legal", ended_at=None).account_id == office.sana.pk


@pytest.mark.django_db
def test_the_extract_for_the_person_leaves_privileged_words_out(office: Office) -> None:
    person = office.woman()
    office.do(office.sana, record_refusal, row_id=office.line(person), reason="court_merits", on=office.today,
              level="high", words="secret words")  # fmt: skip
    told = str([(str(title), [(str(a), str(b)) for a, b in rows]) for title, rows in extract(person.pk)])
    assert "Refused" in told
    assert "secret" not in told


@pytest.fixture
def busy(transactional_db: None) -> Office:
    """The office in a database that both connections see."""
    return make_office()


def test_of_two_at_once_one_gets_the_line_and_the_other_is_told_who_has_it(busy: Office) -> None:
    line, start = busy.line(busy.woman()), Barrier(2)
    told: dict[str, str] = {}

    def press(who: Account, name: str) -> None:
        try:
            start.wait(10)
            busy.do(who, take, row_id=line)
            told[name] = "has it"
        except TakenByOther as refused:
            told[name] = str(refused)
        finally:
            connections.close_all()

    run([lambda: press(busy.sana, "sana"), lambda: press(busy.ali, "ali")])
    assert sorted(one == "has it" for one in told.values()) == [False, True], told
    winner = busy.sana if told["sana"] == "has it" else busy.ali
    assert any(winner.name in one for one in told.values())
    with as_house():
        assert Step.objects.count() == 1


def run(acts: list[Callable[[], None]]) -> None:
    """All at once, each on a connection of its own."""
    threads = [Thread(target=act) for act in acts]
    for one in threads:
        one.start()
    for one in threads:
        one.join(30)
