"""Who hears of a concern: whoever safeguards, never whom it is about nor their line; and when the clocks run out."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account, Grant, Notification, Posting
from rihai.accounts.operations import give_posting, stop_account
from rihai.accounts.operations import house as the_house
from rihai.accounts.operations.house import as_house
from rihai.casework.mentoring.models import MentorMatch
from rihai.casework.mentoring.operations import resume_match
from rihai.errors import Refused
from rihai.helpline.concerns import operations as act
from rihai.helpline.concerns.models import Concern, ConcernAbout, ConcernBarred, ConcernStep
from rihai.helpline.concerns.operations.errors import AskFirst, NoSuchConcern, NotSo
from rihai.helpline.concerns.operations.holding import NOBODY
from rihai.helpline.concerns.operations.reach import NOTICE
from rihai.kit.audit.models import Event
from tests.helpline.concerns.house import KEY, House, colleague, post

pytestmark = pytest.mark.django_db
HOUR, DAY = timedelta(hours=1), timedelta(days=1)


def readers(house: House, *others: Account, one: Concern | None = None) -> set[str]:
    everybody = (house.lead, house.second, house.head, house.aslam, house.office.chief, house.office.coordinator)
    return {each.name for each in (*everybody, *others) if house.reads(each, one)}


def test_it_goes_to_whoever_safeguards_and_to_nobody_else(house: House) -> None:
    one = house.raised()
    assert readers(house) == {"Farida Misali", "Zubaida Namoona"}
    with as_house():
        told = set(Notification.objects.filter(kind=NOTICE).values_list("account__name", flat=True))
        assert told == {"Farida Misali", "Zubaida Namoona"}
        due = {clock.what: clock.due_at - one.learned_at for clock in one.clocks.all() if clock.what != "reprisal"}
        asked = [(clock.due_at - one.learned_at).days for clock in one.clocks.all() if clock.what == "reprisal"]
    assert due == {"read": DAY, "step": 3 * DAY, "decide": 30 * DAY}
    assert asked == [3, 7, 30, 90]


MEANT: list[tuple[dict[str, Any], set[str]]] = [
    ({"who": "Farida"}, {"Zubaida Namoona"}),
    ({"who": "فریدہ مثالی"}, {"Zubaida Namoona"}),
    ({"who": "the tall one", "what": "I told Zubaida. It is about Mr Misali."}, {"Kamran Rehbar"}),
    ({"who": "Parveen Misali, the mentor"}, {"Farida Misali", "Zubaida Namoona"}),
    ({"who": "she", "aim": "lead"}, {"Kamran Rehbar"}),
    ({"who": "he", "aim": "head"}, {"Farida Misali", "Zubaida Namoona"}),
    ({"who": "Kamran, Farida and Zubaida"}, set()),
]


def test_whose_name_or_role_may_be_meant_does_not_hear_of_it(house: House) -> None:
    officer = colleague("Saira Farzi", "data_protection_officer")
    for number, (more, who) in enumerate(MEANT):
        one = house.raised(key=f"{KEY}{number}", **more)
        assert readers(house, officer, one=one) == who, more
        with as_house():
            wanted = Notification.objects.filter(kind=NOBODY).values_list("account__name", flat=True)
            assert list(wanted) == ([] if who else ["Saira Farzi"]), "somebody who may is to be posted; no more is said"


def test_whom_it_is_about_and_their_line_lose_it_when_they_are_named(house: House) -> None:
    office, both = house.office, colleague("Nusrat Farzi", "safeguarding_lead")
    post(both, "supervisor", office.world.gulzar)
    one = house.raised(who="a caseworker", actor=house.lead)
    assert house.reads(both), "she safeguards, and nobody is named yet"
    house.does(act.name_about, concern_id=one.pk, who=house.aslam)
    with as_house():
        kept_away = {(each.because, Account.objects.get(pk=each.account or "").name) for each in one.barred.all()}
        assert ("named", "Aslam Farzi") in kept_away
        assert ("line", office.chief.name) in kept_away
        assert not {name for _why, name in kept_away} & {"Kamran Rehbar", office.coordinator.name}
    assert not house.reads(both), "in a small office she supervises him too"
    with pytest.raises(NotSo):
        house.does(act.lift_bar, concern_id=one.pk, bar_id=_line())


def test_whom_words_added_later_may_mean_holds_it_no_more(house: House) -> None:
    one = house.raised(who="somebody of the office", fears="She would have me moved")
    assert readers(house) == {"Farida Misali", "Zubaida Namoona"}
    act.add_words(concern=one, text="I heard her name since. It is Farida.", at=house.at)
    assert readers(house) == {"Zubaida Namoona"}


def _line() -> object:
    with as_house():
        return next(each.pk for each in ConcernBarred.objects.all() if each.because == "line")


def test_one_who_safeguards_and_is_complained_of_loses_it_and_a_name_only_alike_is_let_in_again(house: House) -> None:
    one = house.raised(who="Farida or Parveen")
    assert readers(house) == {"Zubaida Namoona"}
    with as_house():
        alike = next(each for each in one.barred.all() if each.because == "meant")
    said: dict[str, Any] = {"concern_id": one.pk, "bar_id": alike.pk, "by": house.second}
    with pytest.raises(NotSo):
        house.does(act.lift_bar, **said)
    house.does(act.name_about, concern_id=one.pk, who=house.volunteer, by=house.second)
    house.does(act.lift_bar, **said)
    assert readers(house) == {"Farida Misali", "Zubaida Namoona"}
    house.does(act.name_about, concern_id=one.pk, who=house.lead, by=house.second)
    assert readers(house) == {"Zubaida Namoona"}
    with pytest.raises(NoSuchConcern):
        house.does(act.say, concern_id=one.pk, text="x")
    with as_house():
        barred = {Account.objects.get(pk=each.account or "").name for each in one.barred.all()}
    assert {house.office.coordinator.name, house.office.chief.name, house.office.mentor.name} <= barred


def test_a_clock_that_runs_out_is_told_and_run_out_twice_the_head_holds_it_too(house: House) -> None:
    one = house.raised(danger=True)
    assert act.see_to_concerns(house.at + 30 * timedelta(minutes=1)) == 0
    with as_house():
        before = Notification.objects.filter(kind=NOTICE).count()
    assert act.see_to_concerns(house.at + HOUR + timedelta(minutes=1)) == 1
    assert act.see_to_concerns(house.at + HOUR + timedelta(minutes=2)) == 0, "once a rung"
    assert "Kamran Rehbar" not in readers(house)
    act.see_to_concerns(house.at + 2 * HOUR)
    assert "Kamran Rehbar" in readers(house)
    with as_house():
        assert Notification.objects.filter(kind=NOTICE).count() == before + 2 + 3
    act.see_to_concerns(house.at + 2 * HOUR + timedelta(minutes=1))
    assert "Kamran Rehbar" in readers(house), "the next tick leaves it with the head"
    house.does(act.say, concern_id=one.pk, text="It was read.")
    with as_house():
        read = one.clocks.order_by("due_at").first()
    assert read is not None
    assert read.stopped_at is not None


def test_where_all_who_held_it_have_left_whoever_is_posted_next_holds_it(house: House) -> None:
    house.raised(who="Kamran Rehbar", aim="head")
    for gone in (house.lead, house.second):
        with as_house():
            stop_account(account=gone, actor=the_house(), at=house.at)
    officer = colleague("Saira Farzi", "data_protection_officer")
    act.see_to_concerns(house.at + HOUR)
    assert readers(house) == set(), "the head is complained of, and never hears of it"
    with as_house():
        assert Notification.objects.get(kind=NOBODY).account == officer, "once, that somebody is to be posted"
    alike, new = colleague("Kamran Farzi", "safeguarding_lead"), colleague("Nusrat Rehbar", "safeguarding_lead")
    act.see_to_concerns(house.at + 2 * HOUR)
    assert readers(house, alike, new) == {"Nusrat Rehbar"}, "who bears the name that was said may be meant"


def test_no_step_is_taken_before_reprisal_was_asked_about(house: House) -> None:
    one = house.raised()
    said = {"kind": "hear", "says": "Hear him", "due_on": timezone.localdate(house.at) + DAY}
    step = house.does(act.plan_step, concern_id=one.pk, said=said)
    with pytest.raises(AskFirst):
        house.does(act.take_step, step_id=step.pk, version=step.version, result="Heard")
    with as_house(), pytest.raises(IntegrityError), transaction.atomic():
        ConcernStep.objects.filter(pk=step.pk).update(state="done")
    risk = {"risk": "some", "risk_says": "He knows where she lives", "risk_done": ""}
    with pytest.raises(NotSo):
        house.does(act.answer_risk, step_id=step.pk, version=step.version, said=risk)
    step = house.does(act.answer_risk, step_id=step.pk, version=1, said={**risk, "risk_done": "She is moved first"})
    house.does(act.take_step, step_id=step.pk, version=step.version, result="Heard")


def test_whom_it_is_about_is_kept_from_people_by_one_step_whole_or_not_at_all(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    office, mentor = house.office, house.office.mentor
    one = house.raised(who="Parveen the mentor")
    house.does(act.name_about, concern_id=one.pk, who=house.volunteer)
    step = house.asked(one, "suspend")
    again: dict[str, Any] = {"account": mentor, "role": "caseworker", "place": office.world.gulzar}
    give_posting(**again, started_on=timezone.localdate() + 9 * DAY, actor=office.chief, at=house.at)

    def broken(*_args: object, **_more: object) -> None:
        raise RuntimeError("the light went out")

    with monkeypatch.context() as patch:
        patch.setattr("rihai.helpline.concerns.operations.working.note", broken)
        with pytest.raises(RuntimeError):
            house.does(act.take_step, step_id=step.pk, version=step.version, result="Kept away")
    with as_house():
        assert MentorMatch.objects.get(pk=house.match.pk).state == "running", "half of it was not kept"
    house.does(act.take_step, step_id=step.pk, version=step.version, result="Kept away")
    with as_house():
        match = MentorMatch.objects.get(pk=house.match.pk)
        assert (match.state, match.pausing, match.paused_why) == ("paused", "other", "")
        assert not Grant.objects.filter(account=mentor, ended_at=None).exists()
        later = timezone.localdate() + 10 * DAY
        assert not [one for one in Posting.objects.filter(account=mentor) if one.holds_on(later)], "nor one to come"
        about = ConcernAbout.objects.get()
        lines = [str(vars(each)) + str(each.detail) for each in Event.objects.all()]
    assert about.done == "Matches paused: 1. Postings ended: 2."
    assert not [line for line in lines if "Parveen" in line and "sealed" in line]
    resume: dict[str, Any] = {"match_id": match.pk, "version": match.version, "by": office.coordinator}
    with pytest.raises(Refused) as refusal:
        house.does(resume_match, **resume)
    with pytest.raises(Refused) as posting:
        give_posting(**again, started_on=timezone.localdate(), actor=office.chief, at=house.at)
    assert "concern" not in (str(refusal.value) + str(posting.value)).casefold()
    with as_house():
        Concern.objects.filter(pk=one.pk).update(state="closed")
    house.does(act.let_back, concern_id=one.pk, about_id=about.pk)
    house.does(resume_match, **resume)
    give_posting(**again, started_on=timezone.localdate(), actor=office.chief, at=house.at)


def test_it_is_decided_by_somebody_else_than_raised_it_and_closed_when_no_clock_runs(house: House) -> None:
    one = house.raised(actor=house.lead, about=house.aslam)
    step = house.asked(one, "hear")
    decision: dict[str, Any] = {
        "concern_id": one.pk,
        "outcome": "founded",
        "why": "The receipts",
        "tells": "You were right.",
    }
    with pytest.raises(NotSo):
        house.does(act.decide, version=house.fresh(one).version, by=house.second, **decision)
    house.does(act.take_step, step_id=step.pk, version=step.version, result="He said yes")
    with pytest.raises(NotSo):
        house.does(act.decide, version=house.fresh(one).version, **decision)
    house.does(act.decide, version=house.fresh(one).version, by=house.second, **decision)
    with pytest.raises(NotSo):
        house.does(act.close, concern_id=one.pk, version=house.fresh(one).version)
    with as_house():
        running = list(one.clocks.filter(stopped_at=None))
        assert {clock.what for clock in running} == {"reprisal"}
    with pytest.raises(NotSo):
        house.does(act.stop_clock, clock_id=running[-1].pk, says="It will be well", later=89 * DAY)
    for clock in running:
        house.does(act.stop_clock, clock_id=clock.pk, says="Nothing came", later=90 * DAY)
    house.does(act.close, concern_id=one.pk, version=house.fresh(one).version)
    with acting_as(house.aslam, house.at), pytest.raises(NoSuchConcern):
        act.say(concern_id=one.pk, text="x", actor=house.aslam, at=house.at)
