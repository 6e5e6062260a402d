"""Sealed records: of one counsellor, handed on whole, heard of releases, and under the seal in the file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import connection
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account, Notification, Unit
from rihai.accounts.operations.accounts import stop_account
from rihai.accounts.operations.house import as_house
from rihai.casework.survivors import operations as act
from rihai.casework.survivors.models import (
    Heard,
    Passing,
    SurvivorRecord,
    SurvivorReferral,
    SurvivorSession,
    TakingOver,
    Watched,
)
from rihai.casework.survivors.operations import Held
from rihai.casework.survivors.operations.errors import NoSuchRecord, WrongRecord
from rihai.casework.survivors.queries.records import orphans, record_of, records_for, untold
from rihai.kit.audit.models import Event
from rihai.people.models import MovementKind, Person
from rihai.people.operations import end_custody, merge_persons, unmerge_persons
from rihai.people.operations.errors import NoSuchPerson
from tests.casework.rawfile import raw_database
from tests.casework.survivors.cast import counsellor, opened
from tests.people.world import World

pytestmark = pytest.mark.django_db


@pytest.fixture
def unit(db: None) -> Unit:
    return Unit.objects.create(name="Survivor support")


@pytest.fixture
def amna(world: World, unit: Unit) -> Account:
    return counsellor(world, "amna", unit)


@pytest.fixture
def bano(world: World, unit: Unit) -> Account:
    return counsellor(world, "bano", unit)


@pytest.fixture
def person(world: World) -> Person:
    clerk = world.worker("records_officer", world.gulzar)
    with acting_as(clerk):
        return world.enter(clerk)


def who(actor: Account) -> dict[str, Any]:
    return {"actor": actor, "at": timezone.now()}


def session(record: SurvivorRecord, actor: Account) -> SurvivorSession:
    held = Held(kind="stress", held_on=timezone.localdate(), minutes=45, note="The breathing helps at night")
    return act.write_session(record_id=record.pk, held=held, **who(actor))


def test_a_record_is_its_counsellors_alone(amna: Account, bano: Account, person: Person) -> None:
    with acting_as(amna):
        record = opened(amna, person.pk)
        session(record, amna)
        assert record_of(person.pk, actor=amna) == record
        with pytest.raises(WrongRecord):
            opened(amna, person.pk)
    with acting_as(bano):
        assert record_of(person.pk, actor=bano) is None
        assert not records_for(bano).exists()
        with pytest.raises(NoSuchRecord):
            session(record, bano)
        assert opened(bano, person.pk).pk != record.pk, "a second counsellor is not told of the first"


def test_who_is_no_counsellor_opens_none_and_whom_she_does_not_see_she_opens_none_for(
    world: World, amna: Account
) -> None:
    clerk, worker = world.worker("records_officer", world.naya_bagh), world.worker("caseworker", world.gulzar)
    with acting_as(clerk):
        elsewhere = world.enter(clerk, world.naya_bagh)
    with acting_as(worker), pytest.raises(NoSuchRecord):
        opened(worker)
    with acting_as(amna), pytest.raises(NoSuchPerson):
        opened(amna, elsewhere.pk)


def test_a_record_under_a_code_alone_is_joined_to_her_by_her_word_and_once(amna: Account, person: Person) -> None:
    with acting_as(amna):
        record = opened(amna)
        assert record.subject is None
        joined = act.join_person(record_id=record.pk, version=1, person_id=person.pk, **who(amna))
        assert record_of(person.pk, actor=amna) == joined
        with pytest.raises(WrongRecord):
            act.join_person(record_id=record.pk, version=2, person_id=person.pk, **who(amna))


def test_handing_on_gives_nothing_but_the_code_until_it_is_accepted(amna: Account, bano: Account) -> None:
    with acting_as(amna):
        record = opened(amna)
        offer = act.offer_record(record_id=record.pk, receiver_id=bano.pk, **who(amna))
        with pytest.raises(WrongRecord):
            act.offer_record(record_id=record.pk, receiver_id=bano.pk, **who(amna))
    with acting_as(bano):
        assert not records_for(bano).exists()
        assert Passing.objects.get().code == record.code
        act.answer_offer(passing_id=offer.pk, accepts=True, **who(bano))
        assert records_for(bano).get().called == record.called
    with acting_as(amna):
        assert not records_for(amna).exists()
        with pytest.raises(NoSuchRecord):
            session(record, amna)


def test_a_refused_offer_and_one_taken_back_leave_it_where_it_was(amna: Account, bano: Account) -> None:
    with acting_as(amna):
        record = opened(amna)
        offer = act.offer_record(record_id=record.pk, receiver_id=bano.pk, **who(amna))
    with acting_as(bano):
        act.answer_offer(passing_id=offer.pk, accepts=False, **who(bano))
    with acting_as(amna):
        again = act.offer_record(record_id=record.pk, receiver_id=bano.pk, **who(amna))
        act.take_offer_back(passing_id=again.pk, **who(amna))
        assert records_for(amna).get() == record
    with acting_as(bano), pytest.raises(NoSuchRecord):
        act.answer_offer(passing_id=again.pk, accepts=True, **who(bano))


def test_when_a_counsellor_leaves_another_takes_over_with_a_second_named_person(
    world: World, amna: Account, bano: Account
) -> None:
    head = world.worker("supervisor", None)
    with acting_as(amna):
        record = opened(amna)
    with acting_as(bano):
        assert orphans(bano, on=timezone.localdate()) == []
        with pytest.raises(NoSuchRecord):
            act.ask_to_take_over(record_id=record.pk, second_id=head.pk, reason="r", **who(bano))
    with as_house():
        stop_account(account=amna, actor=world.worker("administrator", None), at=timezone.now())
    with acting_as(bano):
        assert [one.code for one in orphans(bano, on=timezone.localdate())] == [record.code]
        with pytest.raises(WrongRecord):
            act.ask_to_take_over(record_id=record.pk, second_id=bano.pk, reason="r", **who(bano))
        asked = act.ask_to_take_over(record_id=record.pk, second_id=head.pk, reason="Amna has left", **who(bano))
        assert not records_for(bano).exists(), "asking gives nothing"
        with pytest.raises(NoSuchRecord):
            act.answer_taking_over(taking_id=asked.pk, grants=True, **who(bano))
    with acting_as(head):
        act.answer_taking_over(taking_id=asked.pk, grants=True, **who(head))
    with acting_as(bano):
        assert records_for(bano).get() == record
        assert orphans(bano, on=timezone.localdate()) == []


@pytest.mark.parametrize(
    ("asked", "sure"),
    [
        ({"name": "Dilawar Farzi", "father": "Sher Farzi"}, False),
        ({"name": "dilawer farzi", "father": "Sher Farzee"}, False),
        ({"name": "somebody", "number": "90403-0000001-6"}, True),
        ({"name": "Dilawar Farzi", "father": "Karim Baksh"}, None),
        ({"name": "Anwar", "number": "9040300000999"}, None),
    ],
)
def test_she_hears_of_a_release_by_number_surely_and_by_names_perhaps(
    world: World, amna: Account, asked: dict[str, Any], sure: bool | None
) -> None:
    clerk = world.worker("records_officer", world.naya_bagh)
    with acting_as(clerk):
        man = world.enter(
            clerk, world.naya_bagh, full_name="Dilawar Farzi", father_or_husband_name="Sher Farzi",
            relation_to_named="son_of", sex="male", cnic="9040300000016", prison_id="NB-7", pregnant=None,
        )  # fmt: skip
    with acting_as(amna):
        record = opened(amna)
        act.watch(record_id=record.pk, **asked, **who(amna))
    with acting_as(clerk):
        version = Person.objects.get(pk=man.pk).version
        end_custody(person_id=man.pk, version=version, kind=MovementKind.RELEASE, on=timezone.localdate(), **who(clerk))
    with acting_as(amna):
        assert [one.by_number for one in untold(amna)] == ([] if sure is None else [sure])
        told = Notification.objects.filter(account=amna.pk, kind="casework.sealed_waits").count()
        assert told == (0 if sure is None else 1)
        for one in untold(amna):
            assert str(man.pk) not in str(vars(one)), "who it was is not kept"
            act.write_told(heard_id=one.pk, told_on=timezone.localdate(), **who(amna))
        assert not untold(amna).exists()


def test_a_name_alone_is_not_watched_for_and_a_closed_record_hears_nothing(amna: Account) -> None:
    with acting_as(amna):
        record = opened(amna)
        with pytest.raises(WrongRecord):
            act.watch(record_id=record.pk, name="Ali", **who(amna))
        act.watch(record_id=record.pk, name="Ali", father="Karim", **who(amna))
        act.close_record(record_id=record.pk, version=1, closing="She goes on alone", **who(amna))
        assert not Watched.objects.filter(ended_on=None).exists()
        with pytest.raises(WrongRecord):
            session(record, amna)
        review = timezone.localdate() + timedelta(days=3)
        act.reopen_record(record_id=record.pk, version=2, review_on=review, **who(amna))
        session(record, amna)


def test_she_may_take_a_referral_back(amna: Account) -> None:
    with acting_as(amna):
        record = opened(amna)
        with pytest.raises(WrongRecord):
            act.refer_by_choice(record_id=record.pk, receiver="Dr A", told="pain", her_word=" ", **who(amna))
        one = act.refer_by_choice(record_id=record.pk, receiver="Dr A", told="pain", her_word="yes", **who(amna))
        act.settle_referral(referral_id=one.pk, version=1, state="withdrawn", **who(amna))
        with pytest.raises(WrongRecord):
            act.settle_referral(referral_id=one.pk, version=2, state="done", **who(amna))


def test_a_record_goes_along_when_two_persons_are_one_and_back_when_they_are_two(
    world: World, amna: Account, person: Person
) -> None:
    clerk = world.worker("records_officer", world.gulzar)
    with acting_as(clerk):
        other = world.enter(clerk, full_name="Nargis Bibi", cnic="9040300000016", prison_id="UTP-119")
    with acting_as(amna):
        record = opened(amna, other.pk)
    with acting_as(clerk):
        merge = merge_persons(keep_id=person.pk, gone_id=other.pk, actor=clerk, at=timezone.now())
    with acting_as(amna):
        assert record_of(person.pk, actor=amna) == record
    with acting_as(clerk):
        unmerge_persons(merge_id=merge.pk, actor=clerk, at=timezone.now())
    with acting_as(amna):
        assert record_of(other.pk, actor=amna) == record
        assert record_of(person.pk, actor=amna) is None


Do = Callable[[Account, Account, Account], Any]


def _record() -> SurvivorRecord:
    return SurvivorRecord.objects.get()


def _gone(amna: Account, head: Account) -> None:
    Account.objects.filter(pk=amna.pk).update(is_active=False)


ACTS: dict[str, tuple[str, Do | None, Do]] = {
    "opened": ("records", None, lambda a, _b, _h: opened(a)),
    "reviewed": ("records", lambda a, _b, _h: opened(a), lambda a, _b, _h: act.review_record(
        record_id=_record().pk, version=1, called="x", wishes="", review_on=timezone.localdate(), **who(a))),
    "closed": ("records", lambda a, _b, _h: opened(a), lambda a, _b, _h: act.close_record(
        record_id=_record().pk, version=1, closing="c", **who(a))),
    "session": ("work", lambda a, _b, _h: opened(a), lambda a, _b, _h: session(_record(), a)),
    "referred": ("work", lambda a, _b, _h: opened(a), lambda a, _b, _h: act.refer_by_choice(
        record_id=_record().pk, receiver="r", told="t", her_word="w", **who(a))),
    "watched": ("work", lambda a, _b, _h: opened(a), lambda a, _b, _h: act.watch(
        record_id=_record().pk, name="n", father="f", **who(a))),
    "offered": ("passing", lambda a, _b, _h: opened(a), lambda a, b, _h: act.offer_record(
        record_id=_record().pk, receiver_id=b.pk, **who(a))),
    "accepted": ("passing",
        lambda a, b, _h: act.offer_record(record_id=opened(a).pk, receiver_id=b.pk, **who(a)),
        lambda _a, b, _h: act.answer_offer(passing_id=Passing.objects.get().pk, accepts=True, **who(b))),
}  # fmt: skip


def kept() -> dict[str, list[str]]:
    """The rows of every table of this part, notices, and the trail."""
    ours: list[Any] = [one for one in apps.get_app_config("casework").get_models() if ".survivors." in one.__module__]
    with as_house():
        return {one.__name__: sorted(map(str, one._default_manager.values())) for one in [*ours, Notification, Event]}


@pytest.mark.parametrize("name", ACTS)
def test_interrupted_at_its_last_step_nothing_has_happened(
    world: World, amna: Account, bano: Account, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    module, first, do = ACTS[name]
    head = world.worker("supervisor", None)

    def power_cut(*_args: object, **_kwargs: object) -> None:
        raise KeyboardInterrupt

    with acting_as(amna):
        if first:
            first(amna, bano, head)
    with acting_as(bano if name == "accepted" else amna):
        before = kept()
        with monkeypatch.context() as broken:
            broken.setattr(f"rihai.casework.survivors.operations.{module}.append", power_cut)
            with pytest.raises(KeyboardInterrupt):
                do(amna, bano, head)
        assert kept() == before
        do(amna, bano, head)
        assert kept() != before, "and uninterrupted it does happen"


@pytest.mark.django_db(transaction=True)
def test_neither_her_words_nor_who_she_is_lie_open_in_the_file_of_the_database(
    world: World, amna: Account, person: Person
) -> None:
    if connection.vendor != "sqlite":
        pytest.skip("the file of the other database is not ours to read; the fields are sealed alike")
    with acting_as(amna):
        record = opened(amna, person.pk)
        session(record, amna)
        act.refer_by_choice(record_id=record.pk, receiver="Dr Secretname", told="pains", her_word="aye", **who(amna))
        act.watch(record_id=record.pk, name="Feared Man", father="Hisfather", **who(amna))
        for model in (SurvivorRecord, SurvivorSession, SurvivorReferral, Watched, Heard, TakingOver):
            for row in model._default_manager.values():
                plain = {name: value for name, value in row.items() if name not in {"subject", "first_subject"}}
                assert str(person.pk) not in str(plain)
    raw = raw_database()
    assert record.code.encode() in raw, "the file is the right one"
    for word in (b"Zaitoon", b"back door", b"breathing helps", b"Secretname", b"Feared Man", b"Hisfather"):
        assert word not in raw
