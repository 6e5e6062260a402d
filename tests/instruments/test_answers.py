"""An answer is saved as it is written, given once, taken by its room, corrected beside what stood there."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.db import connection

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.errors import Refused
from rihai.instruments.errors import Incomplete, NoSuchForm, Overtaken
from rihai.instruments.models import Answer, Draft, Edition
from rihai.instruments.operations import correct, give, put_aside, save_draft
from rihai.instruments.queries import answer_seen, answers_about, answers_of, differences, editions_of, texts_in
from rihai.kit.audit.models import Event
from rihai.people.models import Person, SourceKind, Statement
from rihai.people.operations import merge_persons, unmerge_persons
from rihai.people.queries.records import record_of
from tests.instruments.books import rules
from tests.instruments.handlers import Room, taking
from tests.instruments.test_versions import taken_in
from tests.people.world import NOON, World

pytestmark = pytest.mark.django_db
FORM = rules(
    ("text", "a", "Words", "الفاظ", "", "", "yes"),
    ("integer", "years", "Years", "سال", "", ". < 120", "", "", "age_years"),
)
TIED: dict[str, Any] = {"form_id": "test_form", "handler": "tests.room", "subject": "plan-1"}


@pytest.fixture
def worker(world: World) -> Account:
    taken_in(world, FORM)
    return world.worker("caseworker", world.gulzar)


@pytest.fixture
def person(world: World, worker: Account) -> Person:
    with acting_as(worker, NOON):
        return world.enter(worker)


def test_what_is_written_is_kept_for_its_author_alone_until_it_is_given(world: World, worker: Account) -> None:
    other = world.worker("supervisor", world.gulzar)
    with taking(Room(lets={worker.pk, other.pk})):
        with acting_as(worker, NOON):
            draft = save_draft(**TIED, texts={"a": "half a"}, actor=worker, at=NOON)
            again = save_draft(**TIED, texts={"a": "half a sentence"}, actor=worker, at=NOON)
            assert (again.pk, texts_in(again)) == (draft.pk, {"a": "half a sentence"})
        with acting_as(other, NOON):
            assert not Draft.objects.filter(author=other.pk).exists()
            with pytest.raises(NoSuchForm):
                put_aside(draft_id=draft.pk, actor=other, at=NOON)
        with acting_as(worker, NOON):
            answer = give(**TIED, texts={"a": "a sentence"}, actor=worker, at=NOON)
            assert not Draft.objects.exists()
            assert answer.instance_id == draft.instance_id


def test_the_room_takes_the_answer_in_its_own_transaction(worker: Account) -> None:
    room = Room(lets={worker.pk}, refuses="The plan is closed.")
    with taking(room), acting_as(worker, NOON):
        save_draft(**TIED, texts={"a": "x"}, actor=worker, at=NOON)
        with pytest.raises(Refused, match="closed"):
            give(**TIED, texts={"a": "x"}, actor=worker, at=NOON)
        assert not Answer.objects.exists()
        assert Draft.objects.count() == 1
        room.refuses = ""
        give(**TIED, texts={"a": "x", "years": "۳۰"}, actor=worker, at=NOON)
    assert room.given[-1].values == {"a": "x", "years": 30}
    assert (room.given[-1].number, room.given[-1].form_id) == (1, "test_form")


def test_an_answer_sent_twice_is_given_once(worker: Account) -> None:
    room = Room(lets={worker.pk})
    with taking(room), acting_as(worker, NOON):
        draft = save_draft(**TIED, texts={"a": "x"}, actor=worker, at=NOON)
        first = give(**TIED, texts={"a": "x"}, actor=worker, at=NOON, instance_id=draft.instance_id)
        second = give(**TIED, texts={"a": "x"}, actor=worker, at=NOON, instance_id=draft.instance_id)
    assert first.pk == second.pk
    assert len(room.given) == 1


def test_what_is_missing_or_wrong_is_named_by_its_question(worker: Account) -> None:
    with taking(Room(lets={worker.pk})), acting_as(worker, NOON):
        with pytest.raises(Incomplete) as wrong:
            give(**TIED, texts={"years": "130"}, actor=worker, at=NOON)
        assert wrong.value.problems == {"a": "required", "years": "constraint"}


def test_whoever_the_room_does_not_let_fills_nothing_in_and_sees_nothing(world: World, worker: Account) -> None:
    other = world.worker("caseworker", world.naya_bagh)
    with taking(Room(lets={worker.pk})):
        with acting_as(worker, NOON):
            answer = give(**TIED, values={"a": "x"}, actor=worker, at=NOON)
            assert [one.pk for one in answers_about("tests.room", "plan-1", actor=worker)] == [answer.pk]
        with acting_as(other, NOON):
            assert answers_about("tests.room", "plan-1", actor=other) == []
            assert answer_seen(answer.pk, actor=other) is None
            with pytest.raises(NoSuchForm):
                give(**TIED, values={"a": "y"}, actor=other, at=NOON)
            with pytest.raises(NoSuchForm):
                correct(answer_id=answer.pk, base=1, texts={"a": "y"}, actor=other, at=NOON)


def test_a_correction_is_an_edition_beside_the_first_and_the_difference_is_shown(worker: Account) -> None:
    room = Room(lets={worker.pk})
    with taking(room), acting_as(worker, NOON):
        answer = give(**TIED, values={"a": "x", "years": 30}, actor=worker, at=NOON)
        correct(answer_id=answer.pk, base=1, texts={"a": "x", "years": "31"}, actor=worker, at=NOON)
        first, second = editions_of(answer)
        assert (first.told, second.told) == ({"a": "x", "years": 30}, {"a": "x", "years": 31})
        assert f"<deprecatedID>{first.instance_id}</deprecatedID>" in second.xml
        assert differences(first, second) == [("Years", "30", "31")]
        assert answers_about("tests.room", "plan-1", actor=worker)[0].values["years"] == 31
    assert [one.number for one in room.given] == [1, 2]


def test_of_two_who_correct_one_answer_the_second_is_told_and_keeps_a_draft(world: World, worker: Account) -> None:
    chief = world.worker("supervisor", world.gulzar)
    with taking(Room(lets={worker.pk, chief.pk})):
        with acting_as(worker, NOON):
            answer = give(**TIED, values={"a": "x"}, actor=worker, at=NOON)
        with acting_as(chief, NOON):
            save_draft(**TIED, texts={"a": "mine"}, actor=chief, at=NOON, answer=answer)
        with acting_as(worker, NOON):
            correct(answer_id=answer.pk, base=1, texts={"a": "theirs"}, actor=worker, at=NOON)
        with acting_as(chief, NOON):
            with pytest.raises(Overtaken):
                correct(answer_id=answer.pk, base=1, texts={"a": "mine"}, actor=chief, at=NOON)
            assert texts_in(Draft.objects.get(author=chief.pk)) == {"a": "mine"}


def test_a_draft_keeps_its_version_of_the_form_when_a_newer_one_is_published(world: World, worker: Account) -> None:
    with taking(Room(lets={worker.pk})):
        with acting_as(worker, NOON):
            draft = save_draft(**TIED, texts={"a": "x"}, actor=worker, at=NOON)
        newer = taken_in(world, rules(("text", "other", "Other", "دوسرا", "", "", "yes")))
        with acting_as(worker, NOON):
            answer = give(**TIED, texts={"a": "x"}, actor=worker, at=NOON)
            assert answer.version_id == draft.version_id != newer.pk


def test_sealed_answers_stand_sealed_in_the_database(worker: Account) -> None:
    with taking(Room(lets={worker.pk}, data_class="sealed")), acting_as(worker, NOON):
        answer = give(**TIED, values={"a": "what nobody may read"}, actor=worker, at=NOON)
        edition = Edition.objects.get(answer=answer)
        assert (edition.values, edition.xml) == ({}, "")
        assert edition.told == {"a": "what nobody may read"}
        with as_house(NOON), connection.cursor() as cursor:
            cursor.execute("SELECT sealed FROM instruments_edition")
            assert b"nobody" not in bytes(cursor.fetchone()[0])


def test_a_tied_answer_stands_on_the_person_with_the_form_as_its_source(worker: Account, person: Person) -> None:
    with taking(Room(lets={worker.pk}, person_id=person.pk)), acting_as(worker, NOON):
        answer = give(**TIED, values={"a": "x", "years": 41}, actor=worker, at=NOON)
        said = Statement.objects.get(person=person, kind=SourceKind.FORM, withdrawn_at=None)
        assert (said.facts, said.raw, said.title) == ({"age_years": 41}, {"age_years": "41"}, "Test form")
        assert said.source_id == answer.pk
        assert record_of(person.pk, actor=worker, at=NOON)["age_years"] == 41
        correct(answer_id=answer.pk, base=1, texts={"a": "x", "years": "42"}, actor=worker, at=NOON)
        assert record_of(person.pk, actor=worker, at=NOON)["age_years"] == 42
        correct(answer_id=answer.pk, base=2, texts={"a": "x"}, actor=worker, at=NOON)
        assert "age_years" not in record_of(person.pk, actor=worker, at=NOON)


def test_answers_go_along_when_two_persons_are_one_and_come_back(world: World, worker: Account, person: Person) -> None:
    chief = world.worker("supervisor", world.gulzar)
    with acting_as(worker, NOON):
        gone = world.enter(worker, full_name="Nargis Farzee")
    with taking(Room(lets={worker.pk}, person_id=gone.pk)):
        with acting_as(worker, NOON):
            answer = give(**TIED, values={"a": "x"}, actor=worker, at=NOON)
        with acting_as(chief, NOON):
            merge = merge_persons(keep_id=person.pk, gone_id=gone.pk, actor=chief, at=NOON)
        with acting_as(worker, NOON):
            assert [one.pk for one in answers_of(person.pk, "test_form", actor=worker)] == [answer.pk]
        with acting_as(chief, NOON):
            unmerge_persons(merge_id=merge.pk, actor=chief, at=NOON)
        with acting_as(worker, NOON):
            assert answers_of(person.pk, "test_form", actor=worker) == []
            assert [one.pk for one in answers_of(gone.pk, "test_form", actor=worker)] == [answer.pk]


@pytest.mark.parametrize(
    "step", ["rihai.instruments.operations.answers.after", "rihai.instruments.operations.answers.append"]
)
def test_an_answer_interrupted_at_its_last_steps_was_never_given(
    worker: Account, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def falls(*_given: object, **_named: object) -> None:
        raise InterruptedError

    with taking(Room(lets={worker.pk})), acting_as(worker, NOON):
        save_draft(**TIED, texts={"a": "x"}, actor=worker, at=NOON)
        with monkeypatch.context() as patched:
            patched.setattr(step, falls)
            with pytest.raises(InterruptedError):
                give(**TIED, texts={"a": "x"}, actor=worker, at=NOON)
        assert (Answer.objects.count(), Edition.objects.count(), Draft.objects.count()) == (0, 0, 1)
        give(**TIED, texts={"a": "x"}, actor=worker, at=NOON)


def test_the_trail_says_that_an_answer_was_given_and_nothing_of_what_it_says(worker: Account) -> None:
    with taking(Room(lets={worker.pk})), acting_as(worker, NOON):
        give(**TIED, values={"a": "her words", "years": 30}, actor=worker, at=NOON)
    with as_house(NOON):
        line = Event.objects.get(act="instruments.answer.given")
        assert "her words" not in json.dumps(line.detail, default=str)


@pytest.mark.skipif(connection.vendor != "postgresql", reason="walls stand on PostgreSQL alone")
def test_a_query_that_forgot_its_filter_shows_no_answer_to_whoever_works_elsewhere(
    world: World, worker: Account, person: Person
) -> None:
    with taking(Room(lets={worker.pk}, person_id=person.pk)), acting_as(worker, NOON):
        give(**TIED, values={"a": "x"}, actor=worker, at=NOON)
        save_draft(**TIED, texts={"a": "y"}, actor=worker, at=NOON)
        assert (Answer.objects.count(), Edition.objects.count(), Draft.objects.count()) == (1, 1, 1)
    for actor in (world.worker("caseworker", world.naya_bagh), world.worker("administrator", None), None):
        with acting_as(actor, NOON):
            assert (Answer.objects.count(), Edition.objects.count(), Draft.objects.count()) == (0, 0, 0)
    chief = world.worker("supervisor", world.gulzar)
    with acting_as(chief, NOON):
        assert (Answer.objects.count(), Draft.objects.count()) == (1, 0)
