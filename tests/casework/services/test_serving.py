"""A person in a service, referred, helped, at work: what may be, what is refused, who sees it, what others are told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.apps import apps
from django.urls import reverse

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account, Notification
from rihai.accounts.operations.house import as_house
from rihai.casework.cases.models import Case
from rihai.casework.services import operations as act
from rihai.casework.services.errors import NoBasis, NoSuchRecord, WrongEntry, WrongService
from rihai.casework.services.models import Enrolment, JobPlacement, MaterialHelp, Referral, StageEntry
from rihai.casework.services.panels import (
    due_by_worker,
    due_of_cases,
    extract,
    may_read,
    of_case,
    referral_rows,
    remission_rows,
    timeline,
)
from rihai.casework.services.queries.reach import rows_for
from rihai.errors import NotFound
from rihai.kit.audit.models import Event
from rihai.kit.editing import Changed
from rihai.people.models import Person
from rihai.people.operations import guard_person, merge_persons, unmerge_persons, withdraw_consent
from tests.casework.services.office import Office
from tests.people.world import NOON, TODAY

pytestmark = pytest.mark.django_db
HELP: dict[str, Any] = {
    "kind": "kit", "what": "Two sets of clothes", "fund": "Zakat 2026", "worth": Decimal("4500.50"), "currency": "PKR",
    "given_on": TODAY, "given_by_name": "Hina", "witness": "Amna", "proof": "thumb",
}  # fmt: skip
RECEIPT = act.Given("receipt.png", b"\x89PNG\r\n\x1a\n" + b"\x00" * 64)


def _who(actor: Account) -> dict[str, Any]:
    return {"actor": actor, "at": NOON}


def test_a_staged_voluntary_programme_runs_from_step_one_to_the_pledge(office: Office) -> None:
    person, health = office.person(), office.health
    with acting_as(health, NOON), pytest.raises(WrongService, match="voluntary"):
        act.enrol(person_id=person.pk, service_id="addiction", started_on=TODAY, **_who(health))
    row = office.enrolled(person, "addiction")
    assert row.stage == "step_1"
    with acting_as(health, NOON):
        with pytest.raises(WrongService, match="pledge"):
            act.move_to_stage(enrolment_id=row.pk, version=1, stage_id="unit", on=TODAY, **_who(health))
        moved = act.move_to_stage(
            enrolment_id=row.pk, version=1, stage_id="unit", on=TODAY, pledged_on=TODAY, **_who(health)
        )
        assert list(StageEntry.objects.filter(enrolment=moved).values_list("stage", "ended_on", "pledged_on")) == [
            ("step_1", TODAY, None), ("unit", None, TODAY),
        ]  # fmt: skip
        with pytest.raises(Changed):
            act.end_enrolment(enrolment_id=row.pk, version=1, outcome_id="finished", on=TODAY, **_who(health))
        ended = act.end_enrolment(enrolment_id=row.pk, version=2, outcome_id="treatment", on=TODAY, **_who(health))
    assert (ended.is_finished, ended.outcome_title) == (False, "goes on in treatment outside")


def test_a_caseworker_elsewhere_sees_nothing_and_one_here_nothing_of_health(office: Office) -> None:
    person = office.person()
    row, addiction = office.enrolled(person), office.enrolled(person, "addiction")
    seen = {}
    for name in ("worker", "other", "health", "lawyer"):
        actor = getattr(office, name)
        with acting_as(actor, NOON):
            seen[name] = set(rows_for(Enrolment, actor).values_list("service", flat=True))
            says = " ".join(str(one.says) for one in timeline(actor, person.pk))
            assert ("Addiction" in says) == (name == "health")
    assert seen["worker"] == {"skills_training"}
    assert seen["other"] == seen["lawyer"] == set()
    assert seen["health"] == {"skills_training", "addiction"}
    with acting_as(office.worker, NOON), pytest.raises(NotFound):
        act.end_enrolment(enrolment_id=addiction.pk, version=1, outcome_id="finished", on=TODAY, **_who(office.worker))
    with acting_as(office.other, NOON), pytest.raises(NotFound):
        act.end_enrolment(enrolment_id=row.pk, version=1, outcome_id="finished", on=TODAY, **_who(office.other))


def test_a_finished_course_that_earns_remission_waits_for_the_lawyer_until_she_says_what_was_done(
    office: Office,
) -> None:
    person = office.person()
    row = office.enrolled(person)
    with acting_as(office.worker, NOON):
        act.end_enrolment(
            enrolment_id=row.pk, version=1, outcome_id="finished", on=TODAY, given=RECEIPT, **_who(office.worker)
        )
        assert remission_rows(office.worker, TODAY) == []
    with as_house(NOON):
        told = Notification.objects.exclude(kind="posting.given")
        assert set(told.values_list("account_id", "kind")) == {(office.lawyer.pk, "casework.remission")}
    with acting_as(office.lawyer, NOON):
        assert [one.who for one in remission_rows(office.lawyer, TODAY)] == ["Nargis Farzi"]
        act.note_remission(enrolment_id=row.pk, note="asked of the superintendent", **_who(office.lawyer))
        assert remission_rows(office.lawyer, TODAY) == []
    with as_house(NOON):
        stored = Enrolment.objects.get(pk=row.pk).evidence
    assert stored is not None
    for actor, may in ((office.worker, True), (office.other, False)):
        with acting_as(actor, NOON):
            assert may_read(actor, stored) is may


def _refer(office: Office, person: Person, **more: Any) -> Referral:
    with acting_as(office.worker, NOON):
        given: dict[str, Any] = {"asked": "A place for her children", "fields": ["name", "age", "where"], "on": TODAY}
        return act.send_referral(
            person_id=person.pk, partner_id=office.partner.pk, **{**given, **more}, **_who(office.worker)
        )


def test_a_referral_tells_the_least_and_only_on_a_ground(office: Office) -> None:
    person = office.person()
    for ground in (act.Ground("consent"), act.Ground("law"), act.Ground("because")):
        with pytest.raises(NoBasis):
            _refer(office, person, ground=ground)
    consent = office.consent(person)
    sent = _refer(office, person, ground=act.Ground("consent", consent.pk))
    assert sent.told == ["name", "age"], "where she is held was not needed, so it was not told"
    assert sent.copy == '{"name": "Nargis Farzi", "age": "34"}'
    with acting_as(office.worker, NOON):
        with pytest.raises(WrongEntry):
            act.answer_referral(referral_id=sent.pk, version=1, state="done", on=TODAY, **_who(office.worker))
        with pytest.raises(WrongEntry, match="why"):
            act.answer_referral(referral_id=sent.pk, version=1, state="refused", on=TODAY, **_who(office.worker))
        for version, state in enumerate(("accepted", "done"), 1):
            act.answer_referral(referral_id=sent.pk, version=version, state=state, on=TODAY, **_who(office.worker))
        came = act.receive_referral(
            person_id=person.pk, service_id="life_skills", partner_name="Edhi", asked="x", on=TODAY,
            **_who(office.worker),
        )  # fmt: skip
        assert [one.url.split("/")[-2] for one in referral_rows(office.worker, TODAY)] == [str(came.pk)]


def test_an_answer_that_is_due_stands_in_the_case_and_in_the_load_of_its_worker(office: Office) -> None:
    person = office.person()
    with as_house(NOON):
        case = Case.objects.create(
            code="C-1", person=person, programme="reentry", worker=office.worker, opened_on=TODAY - timedelta(days=60)
        )
    sent = _refer(
        office, person, ground=act.Ground("law", says="order 3"), on=TODAY - timedelta(days=20), case_id=case.pk
    )
    with acting_as(office.worker, NOON):
        lines = due_of_cases(office.worker, [case.pk], TODAY)
        assert [(one.due_on, one.url) for one in lines[case.pk]] == [
            (TODAY - timedelta(days=6), reverse("casework:referral", args=[sent.pk]))
        ]
        assert due_by_worker(office.worker, TODAY) == {office.worker.pk: (0, 1)}
        shown = of_case(office.worker, case, TODAY)
        assert shown is not None
        assert shown["found"].referrals == [sent]
    with acting_as(office.other, NOON):
        assert not due_of_cases(office.other, [case.pk], TODAY)
        assert not due_by_worker(office.other, TODAY)


def test_a_consent_taken_back_stops_the_referral_and_says_who_had_been_told(office: Office) -> None:
    person = office.person()
    consent = office.consent(person)
    sent = _refer(office, person, ground=act.Ground("consent", consent.pk))
    with acting_as(office.worker, NOON):
        job = act.place_in_job(
            person_id=person.pk, employer_id=office.employer.pk, trade="tailor", told="by_us", on=TODAY,
            **_who(office.worker),
        )  # fmt: skip
        withdraw_consent(consent_id=consent.pk, **_who(office.worker))
        sent.refresh_from_db()
        job.refresh_from_db()
        assert (sent.state, sent.withdrawn_at, job.withdrawn_at) == ("revoked", NOON, NOON)
        assert [(one.word, one.why) for one in referral_rows(office.worker, TODAY)] == [
            ("Tell the partner", "A consent was taken back; Dar ul Niswan has what was told.")
        ]
        act.partner_told(referral_id=sent.pk, **_who(office.worker))
        assert referral_rows(office.worker, TODAY) == []
        with pytest.raises(NoBasis):
            _refer(office, person, ground=act.Ground("consent", consent.pk))


def test_nothing_of_a_guarded_person_leaves_without_a_named_decision(office: Office) -> None:
    person = office.person()
    consent, boss = office.consent(person), office.supervisor
    with acting_as(boss, NOON):
        guard_person(person_id=person.pk, ground="honour", **_who(boss))
        for ground, goes in (
            (act.Ground("consent", consent.pk), False),
            (act.Ground("consent", consent.pk, guarded_because="shelter tonight"), True),
        ):
            asked = {"asked": "x", "fields": ["name"], "ground": ground, "on": TODAY, **_who(boss)}
            if goes:
                assert act.send_referral(person_id=person.pk, partner_id=office.partner.pk, **asked).guarded_because
            else:
                with pytest.raises(NoBasis):
                    act.send_referral(person_id=person.pk, partner_id=office.partner.pk, **asked)


def test_help_carries_fund_worth_and_proof_and_she_may_read_all_of_it(office: Office) -> None:
    person = office.person()
    with acting_as(office.worker, NOON):
        with pytest.raises(WrongEntry, match="receipt"):
            act.give_help(person_id=person.pk, said={**HELP, "proof": "receipt"}, **_who(office.worker))
        gift = act.give_help(
            person_id=person.pk, said={**HELP, "proof": "receipt"}, given=RECEIPT, **_who(office.worker)
        )
        gift.refresh_from_db()
    assert (gift.worth, gift.currency, gift.receipt_id is not None) == (Decimal("4500.50"), "PKR", True)
    assert "4500.50 PKR" in str(extract(person.pk))


def _kept() -> dict[str, list[str]]:
    """The rows of every table of this part, and the trail."""
    ours: list[Any] = [one for one in apps.get_app_config("casework").get_models() if ".services." in one.__module__]
    with as_house(NOON):
        return {model.__name__: sorted(map(str, model._default_manager.values())) for model in (*ours, Event)}


def test_merged_persons_carry_everything_over_and_parted_ones_get_their_own_back(office: Office) -> None:
    one, other = office.person(), office.person(full_name="Nargis Bibi", cnic="9040300000016")
    office.enrolled(one)
    office.enrolled(other, "addiction")
    with acting_as(office.worker, NOON):
        act.give_help(person_id=other.pk, said=HELP, **_who(office.worker))
        act.receive_referral(
            person_id=other.pk, service_id="life_skills", partner_name="E", asked="x", on=TODAY, **_who(office.worker)
        )
    before = {name: rows for name, rows in _kept().items() if name != "Event"}
    clerk = office.world.worker("records_officer", office.world.province)
    with acting_as(clerk, NOON):
        merge = merge_persons(keep_id=one.pk, gone_id=other.pk, **_who(clerk))
        with as_house(NOON):
            for model in (Enrolment, StageEntry, MaterialHelp, Referral, JobPlacement):
                assert not model.objects.exclude(person=one).exists()
        unmerge_persons(merge_id=merge.pk, **_who(clerk))
    assert {name: rows for name, rows in _kept().items() if name != "Event"} == before


Do = Callable[[Office, Person], Any]


def _send(office: Office, person: Person) -> Any:
    return _refer(office, person, ground=act.Ground("vital", says="two of us"))


ACTS: dict[str, tuple[str, tuple[Do, ...], Do]] = {
    "begun": ("enrolling._line", (), lambda o, p: o.enrolled(p)),
    "moved": ("enrolling._line", (lambda o, p: o.enrolled(p),), lambda o, p: act.move_to_stage(
        enrolment_id=Enrolment.objects.get().pk, version=1, stage_id="practice", on=TODAY, **_who(o.worker))),
    "ended": ("enrolling._line", (lambda o, p: o.enrolled(p),), lambda o, p: act.end_enrolment(
        enrolment_id=Enrolment.objects.get().pk, version=1, outcome_id="finished", on=TODAY, **_who(o.worker))),
    "referred": ("referring._line", (), _send),
    "answered": ("referring._line", (_send,), lambda o, p: act.answer_referral(
        referral_id=Referral.objects.get().pk, version=1, state="accepted", on=TODAY, **_who(o.worker))),
    "given": ("giving._followed", (), lambda o, p: act.give_help(person_id=p.pk, said=HELP, **_who(o.worker))),
    "work": ("giving._followed", (), lambda o, p: act.place_in_job(
        person_id=p.pk, employer_id=o.employer.pk, trade="t", told="nothing", on=TODAY, **_who(o.worker))),
    "directory": ("giving.append", (), lambda o, p: act.keep_employer(
        employer_id=o.employer.pk, version=1, said={"trades": "all"}, **_who(o.worker))),
}  # fmt: skip


@pytest.mark.parametrize("name", ACTS)
def test_interrupted_at_its_last_step_nothing_has_happened(
    office: Office, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    step, first, do = ACTS[name]
    person = office.person()

    def power_cut(*_args: object, **_kwargs: object) -> None:
        raise KeyboardInterrupt

    with acting_as(office.worker, NOON):
        for one in first:
            one(office, person)
        before = _kept()
        with monkeypatch.context() as broken:
            broken.setattr(f"rihai.casework.services.operations.{step}", power_cut)
            with pytest.raises(KeyboardInterrupt):
                do(office, person)
        assert _kept() == before
        do(office, person)
    after = _kept()
    assert after != before
    assert len(after["Event"]) == len(before["Event"]) + 1, "one act, one line"


def test_the_same_service_is_not_begun_twice_and_one_that_ended_may_be_begun_again(office: Office) -> None:
    person = office.person()
    row = office.enrolled(person)
    with pytest.raises(WrongService, match="already"):
        office.enrolled(person)
    with acting_as(office.worker, NOON):
        act.end_enrolment(enrolment_id=row.pk, version=1, outcome_id="stopped", on=TODAY, **_who(office.worker))
    assert office.enrolled(person, started_on=TODAY + timedelta(days=1)).pk != row.pk
    with acting_as(office.lawyer, NOON), pytest.raises(NoSuchRecord):
        act.enrol(person_id=person.pk, service_id="life_skills", started_on=TODAY, **_who(office.lawyer))
