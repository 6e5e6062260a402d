"""What cases do when others act: persons merged and parted, consent taken back, a list undone; each whole or not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Grant, Notification
from rihai.accounts.operations.house import as_house
from rihai.casework.carried import nothing_is_built
from rihai.casework.cases import operations as act
from rihai.casework.cases.exports import for_subject
from rihai.casework.cases.models import Case, HandOver, Intake, Outcome
from rihai.casework.cases.queries.page import page_of
from rihai.errors import Refused
from rihai.kit.offers import Done
from rihai.people.models import Person
from rihai.people.operations import give_consent, merge_persons, unmerge_persons, withdraw_consent
from tests.casework.cases.office import NOON, TODAY, Office, a_case, a_sealed_case

pytestmark = pytest.mark.django_db


def _another(office: Office) -> Person:
    with acting_as(office.worker, NOON):
        return office.world.enter(office.worker, full_name="Nargis Bibi", cnic="9040300000024", prison_id="UTP-7")


def test_a_merge_carries_cases_over_and_parting_brings_them_back(office: Office) -> None:
    other = _another(office)
    one, two = a_case(office), a_case(office, person=other)
    with acting_as(office.chief, NOON):
        merge = merge_persons(keep_id=office.nargis.pk, gone_id=other.pk, actor=office.chief, at=office.now)
    assert {office.fresh(case).person_id for case in (one, two)} == {office.nargis.pk}
    with acting_as(office.chief, NOON):
        unmerge_persons(merge_id=merge.pk, actor=office.chief, at=office.now)
    assert office.fresh(one).person_id == office.nargis.pk
    assert office.fresh(two).person_id == other.pk


def test_consent_taken_back_closes_what_rested_on_it_and_says_who_had_it(office: Office) -> None:
    told: Any = {
        "person_id": office.nargis.pk, "purpose": "care", "classes": ["personal"], "given_how": "thumb",
        "started_on": TODAY, "actor": office.worker, "at": NOON,
    }  # fmt: skip
    with acting_as(office.worker, NOON):
        [consent] = give_consent(recipient="our workers and the shelter home", **told)
    rests, does_not = a_case(office), a_case(office, programme="hardship")
    with acting_as(office.worker, NOON):
        act.offer_case(case_id=rests.pk, account_ids=[office.stranger.pk], note="", actor=office.worker, at=office.now)
        withdraw_consent(consent_id=consent.pk, actor=office.worker, at=office.now)
        page = page_of(rests.pk, actor=office.worker, today=TODAY)
    assert office.fresh(rests).outcome == Outcome.NO_CONSENT
    assert office.fresh(does_not).outcome == "", "it was opened without"
    assert page is not None
    assert page.told is not None
    assert page.told.workers == (office.worker.name,)
    assert page.told.recipients == ("our workers and the shelter home",)
    with as_house(NOON):
        assert {one.state for one in HandOver.objects.all()} == {HandOver.State.TAKEN_BACK}
        assert not Grant.objects.filter(ground_id=rests.pk, ended_at=None).exists()
        assert Notification.objects.filter(account=office.worker, kind="casework.no_consent").exists()


def test_a_list_with_people_we_work_with_is_not_undone(office: Office) -> None:
    done = Done(act="people.census.undone", actor=office.worker, at=NOON, person_ids=(office.nargis.pk,))
    nothing_is_built(done)
    a_case(office)
    with pytest.raises(Refused):
        nothing_is_built(done)


def test_she_is_given_what_is_written_of_her_and_nothing_that_is_sealed(office: Office) -> None:
    counsellor = office.world.worker("survivor_counsellor", office.world.gulzar)
    case = a_case(office, asked="A room of her own.")
    sealed = a_sealed_case(office, actor=counsellor)
    told = str(for_subject(office.nargis.pk))
    assert case.code in told
    assert "A room of her own." in told
    assert sealed.code not in told


ACTS: dict[str, tuple[str, Callable[[Office, Case, Case], Any]]] = {
    "opening": (
        "reach",
        lambda o, c, w: act.open_case(
            person_id=o.nargis.pk, programme="reintegration", said={"goes_on": "Yes."}, actor=o.worker, at=NOON
        ),
    ),
    "approving": (
        "reach",
        lambda o, c, w: act.decide_case(
            case_id=w.pk, version=1, approve=False, reason="No fund.", actor=o.chief, at=NOON
        ),
    ),
    "closing": (
        "reach",
        lambda o, c, w: act.close_case(
            case_id=c.pk, version=1, outcome="done", reason="Home.", on=TODAY, actor=o.worker, at=NOON
        ),
    ),
    "accepting": (
        "reach",
        lambda o, c, w: act.accept_case(offer_id=HandOver.objects.get().pk, actor=o.stranger, at=NOON),
    ),
    "refusing": (
        "handing",
        lambda o, c, w: act.refuse_offer(
            offer_id=HandOver.objects.get().pk, reason="Full.", actor=o.stranger, at=NOON
        ),
    ),
    "giving": (
        "handing",
        lambda o, c, w: act.give_cases(
            case_ids=[c.pk, w.pk], account_id=o.colleague.pk, note="", actor=o.chief, at=NOON
        ),
    ),
    "an intake": (
        "intake",
        lambda o, c, w: act.take_in(
            person_id=o.nargis.pk, actor=o.worker, at=NOON,
            said={
                "way": "family", "on": TODAY, "asked": "A lawyer.", "answer": "case", "programme": "mother_child",
                "goes_on": "Seen.",
            },
        ),
    ),
    "a contact": (
        "changing",
        lambda o, c, w: act.note_contact(
            case_id=c.pk, on=TODAY, note="Spoke.", reviewed=True, actor=o.worker, at=NOON
        ),
    ),
}  # fmt: skip


def _everything() -> dict[str, Any]:
    ours: list[Any] = [one for one in apps.get_app_config("casework").get_models() if ".cases." in one.__module__]
    with as_house(NOON):
        return {one.__name__: sorted(map(str, one._default_manager.values())) for one in (*ours, Grant, Person)}


@pytest.mark.parametrize("name", ACTS)
def test_interrupted_at_its_last_step_nothing_has_happened(
    office: Office, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    case, waits = a_case(office), a_case(office, programme="hardship")
    with acting_as(office.worker, NOON):
        told: Any = {"note": "", "actor": office.worker, "at": NOON}
        act.offer_case(case_id=case.pk, account_ids=[office.stranger.pk], **told)
    before = _everything()
    module, do = ACTS[name]
    who = office.chief if name in {"approving", "giving"} else office.worker
    who = office.stranger if name in {"accepting", "refusing"} else who

    def power_cut(*_args: object, **_kwargs: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched, acting_as(who, NOON):
        patched.setattr(f"rihai.casework.cases.operations.{module}.append", power_cut)
        with pytest.raises(KeyboardInterrupt):
            do(office, case, waits)
    assert _everything() == before
    with acting_as(who, NOON):
        do(office, case, waits)
    assert _everything() != before, "and uninterrupted it does happen"


def test_an_intake_is_answered_once(office: Office) -> None:
    said: Any = {"way": "self", "on": TODAY, "asked": "Work after release.", "answer": "waiting", "programme": ""}
    with acting_as(office.worker, NOON):
        intake = act.take_in(person_id=office.nargis.pk, said=said, actor=office.worker, at=NOON)
        sent = {"answer": "referred", "reason": "They have a place.", "sent_to": "the bakery school"}
        act.answer_intake(intake_id=intake.pk, said=sent, actor=office.worker, at=office.now)
        with pytest.raises(Refused):
            act.answer_intake(intake_id=intake.pk, said=sent, actor=office.worker, at=office.now)
    with as_house(NOON):
        assert Intake.objects.get().sent_to == "the bakery school"
