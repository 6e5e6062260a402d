"""Incidents: who sees them, their clocks, consent taken back, no step before reprisal was asked about."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account, Notification
from rihai.accounts.operations.accounts import stop_account
from rihai.accounts.operations.house import as_house
from rihai.monitoring.incidents import operations as act
from rihai.monitoring.incidents.classes import classes, clocks_of, severity_of
from rihai.monitoring.incidents.models import Clock, Incident, IncidentVictim, Intervention
from rihai.monitoring.incidents.operations.errors import AskFirst, NoSuchIncident, NotSo, NotYours
from rihai.monitoring.incidents.operations.ringing import raise_run_out
from rihai.monitoring.incidents.panels import work
from rihai.monitoring.incidents.queries import incidents_for, ran_out, works_on
from rihai.monitoring.incidents.queries.response import response
from rihai.people.models import Person
from rihai.people.operations import merge_persons, unmerge_persons
from tests.monitoring.incidents.cast import answered, consented, planned, said, who, written
from tests.people.world import World

pytestmark = pytest.mark.django_db
TUESDAY = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
"""Two in the afternoon in Karachi."""


def hours(sub: str, severity: str, at: datetime = TUESDAY) -> list[tuple[str, float]]:
    return [(what, (due - at) / timedelta(hours=1)) for what, due in clocks_of(sub, severity, at)]


def test_the_clocks_are_those_reckoned_by_hand_from_the_standards() -> None:
    assert hours("H3.2", "s1") == [("safety", 0.25), ("notify", 0.25), ("follow", 9 + 59 / 60)]
    assert hours("C1.1", "s1") == [("safety", 4), ("notify", 24), ("moved", 24)]
    assert [one[0] for one in hours("S1.1", "s1")][:3] == ["safety", "hiv", "follow"]
    assert dict(hours("S1.1", "s1"))["contraception"] == 120
    assert hours("T3.1", "s2") == [("safety", 4), ("notify", 24), ("removed", 48)]
    assert hours("T3.1", "s1")[0] == ("safety", 1), "in labour, or whatever makes it graver: within the hour"
    assert hours("L1.3", "s2") == [("safety", 24), ("lawyer", 24), ("court", 48)]
    friday = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)
    assert hours("E1.3", "s3", friday)[0] == ("safety", 24 * 5), "three working days from Friday are Wednesday"
    assert (severity_of("X1.1", frozenset()), severity_of("X1.1", frozenset({"child"}))) == ("s3", "s2")
    assert severity_of("D1.2", frozenset({"child", "alone"})) == "s1", "never beyond the gravest"
    assert len(classes()) == 20
    assert all(one.questions and one.subs and one.anchor for one in classes().values())


def test_a_plain_one_is_seen_by_its_team_and_by_who_oversees_the_place_and_a_sealed_one_by_its_team_alone(
    world: World, inspector: Account, lead: Account, boss: Account
) -> None:
    elsewhere = world.worker("monitor", world.naya_bagh)
    caseworker = world.worker("caseworker", world.gulzar)
    plain, sealed = written(world, caseworker, "H1.2"), written(world, inspector, "T1.1")
    assert (plain.is_sealed, sealed.is_sealed) == (False, True)
    assert (sealed.place_id, sealed.sub, sealed.severity, sealed.first_on) == (None, "", "", None)
    sees = {}
    for name, one in (("inspector", inspector), ("lead", lead), ("boss", boss), ("elsewhere", elsewhere),
                      ("caseworker", caseworker)):  # fmt: skip
        with acting_as(one):
            sees[name] = set(incidents_for(one).values_list("pk", flat=True))
    both = {plain.pk, sealed.pk}
    assert sees == {"inspector": both, "lead": {plain.pk}, "boss": {plain.pk}, "elsewhere": set(),
                    "caseworker": {plain.pk}}  # fmt: skip
    with acting_as(boss), pytest.raises(NoSuchIncident):
        act.join_team(incident_id=sealed.pk, **who(boss))
    with acting_as(boss):
        assert not works_on(boss, plain)
        act.join_team(incident_id=plain.pk, **who(boss))
        assert works_on(boss, plain)


def test_who_may_not_read_what_is_sealed_is_told_who_writes_it_down_and_nothing_is_kept(
    world: World, inspector: Account
) -> None:
    caseworker = world.worker("caseworker", world.gulzar)
    with acting_as(caseworker), pytest.raises(NotYours, match=inspector.name):
        act.write_incident(said=said(world, "S1.1"), **who(caseworker))
    one = written(world, caseworker, "V1.3")
    with acting_as(caseworker), pytest.raises(NotYours):
        act.change_incident(incident_id=one.pk, version=1, said=said(world, "T1.1"), **who(caseworker))
    with as_house():
        assert Incident.objects.get().said.sub == "V1.3"


def test_what_turns_out_to_be_sealed_takes_the_person_under_the_seal_and_merging_still_finds_them(
    world: World, inspector: Account, lead: Account, person: Person
) -> None:
    clerk, counsellor = world.worker("records_officer", world.gulzar), world.worker("survivor_counsellor", world.gulzar)
    with acting_as(clerk):
        other = world.enter(clerk, full_name="Nargis Bibi", cnic="9040300000016", prison_id="UTP-119")
    one = written(world, counsellor, "V1.3", other.pk)
    with acting_as(counsellor):
        act.change_incident(incident_id=one.pk, version=1, said=said(world, "V1.3", sealed=True), **who(counsellor))
        victim = IncidentVictim.objects.get()
        assert (victim.person_id, victim.subject) == (None, str(other.pk))
    with acting_as(lead):
        assert not incidents_for(lead).exists()
    with acting_as(clerk):
        merge = merge_persons(keep_id=person.pk, gone_id=other.pk, **who(clerk))
    with as_house():
        assert IncidentVictim.objects.get().subject == str(person.pk)
    with acting_as(clerk):
        unmerge_persons(merge_id=merge.pk, **who(clerk))
    with as_house():
        assert IncidentVictim.objects.get().subject == str(other.pk)


def test_a_clock_that_runs_out_is_told_upwards_once_a_rung_and_of_a_sealed_one_its_team_alone_hears(
    world: World, inspector: Account, lead: Account, boss: Account
) -> None:
    start = timezone.now() - timedelta(hours=20)
    plain = written(world, inspector, "C1.1", at=start)
    sealed = written(world, inspector, "S1.1", at=start)

    def told() -> dict[str, int]:
        with as_house():
            return {
                one.name: Notification.objects.filter(account=one, kind="monitoring.incident_waits").count()
                for one in (inspector, lead, boss)
            }

    assert raise_run_out(start + timedelta(minutes=59)) == 0
    assert raise_run_out(start + timedelta(minutes=61)) == 1, "the hour of the sealed one"
    assert told() == {inspector.name: 1, lead.name: 0, boss.name: 0}
    assert raise_run_out(start + timedelta(hours=4, minutes=1)) == 2
    assert told() == {inspector.name: 2, lead.name: 1, boss.name: 1}, "of the plain one who safeguards hears too"
    before = told()
    assert raise_run_out(start + timedelta(hours=4, minutes=2)) == 0
    assert told() == before, "once a rung"
    assert raise_run_out(start + timedelta(hours=8, minutes=1)) == 1
    assert told()[boss.name] == before[boss.name] + 1
    assert raise_run_out(start + timedelta(hours=9)) == 0
    with acting_as(boss):
        assert {one.incident_id for one in ran_out(boss, start + timedelta(hours=9))} == {plain.pk}
    with acting_as(inspector):
        for clock in Clock.objects.filter(incident=plain, due_at__lt=start + timedelta(hours=9)):
            act.stop_clock(clock_id=clock.pk, how="done", says="Spoken with him", **who(inspector))
        late = Clock.objects.get(incident=plain, stopped_at__isnull=False)
        assert (late.is_late, late.rung) == (True, 2)
        assert Incident.objects.get(pk=plain.pk).answered_at is not None
        assert Incident.objects.get(pk=sealed.pk).answered_at is None


def test_while_life_is_in_danger_and_they_are_not_safe_they_are_spoken_with_again(
    world: World, inspector: Account
) -> None:
    one = written(world, inspector, "V1.2")
    with acting_as(inspector):
        clock = next(each for each in one.clocks.all() if each.what == "follow")
        with pytest.raises(NotSo):
            act.stop_clock(clock_id=clock.pk, how="no_answer", says="They did not write back", **who(inspector))
        now = timezone.now()
        act.stop_clock(clock_id=clock.pk, how="done", says="Still afraid", is_safe=False, **who(inspector, now))
        again = [each.due_at for each in one.clocks.filter(stopped_at=None) if each.what == "follow"]
    assert again == [now + timedelta(hours=48)]


def test_no_step_goes_before_reprisal_was_asked_about_for_this_very_step(world: World, inspector: Account) -> None:
    one = written(world, inspector, "T3.1")
    with acting_as(inspector):
        first = answered(planned(one, inspector), inspector, "some")
        act.send_step(step_id=first.pk, version=first.version, **who(inspector))
        notify = next(each for each in one.clocks.all() if each.what == "notify")
        assert notify.stopped_at is not None, "what was sent stops the clock of telling"
        second = planned(one, inspector, "letter")
        with pytest.raises(AskFirst):
            act.send_step(step_id=second.pk, version=second.version, **who(inspector))
        with pytest.raises(NotSo):
            act.answer_risk(
                step_id=second.pk, version=1, said={"risk": "high", "risk_says": "The boss of the barrack"},
                **who(inspector),
            )  # fmt: skip
        with pytest.raises(IntegrityError), transaction.atomic():
            Intervention.objects.filter(pk=second.pk).update(state="sent")
        second = answered(second, inspector)
        act.send_step(step_id=second.pk, version=second.version, **who(inspector))


def test_consent_taken_back_stops_at_once_what_has_not_gone(world: World, inspector: Account) -> None:
    one = written(world, inspector, "T3.1")
    with acting_as(inspector):
        consent = consented(one, inspector)
        step = answered(planned(one, inspector, consent=consent.pk), inspector)
        act.withdraw_consent(consent_id=consent.pk, **who(inspector))
        step.refresh_from_db()
        assert step.state == "stopped"
        with pytest.raises(NotSo):
            act.send_step(step_id=step.pk, version=step.version, **who(inspector))
        with pytest.raises(NotSo):
            planned(one, inspector, consent=consent.pk)
        with pytest.raises(NotSo):
            planned(one, inspector, consent=None), "nothing is taken as said"


def test_without_consent_two_named_people_decide(world: World, inspector: Account, lead: Account) -> None:
    one = written(world, inspector, "S1.1")
    with acting_as(inspector):
        with pytest.raises(NotSo):
            planned(one, inspector, ground="life", second=lead.pk)
        act.add_member(incident_id=one.pk, account_id=lead.pk, **who(inspector))
        step = answered(planned(one, inspector, ground="life", second=lead.pk), inspector)
        with pytest.raises(AskFirst):
            act.send_step(step_id=step.pk, version=step.version, **who(inspector))
        with pytest.raises(NotSo):
            act.agree_to_step(step_id=step.pk, **who(inspector))
    with acting_as(lead):
        step = act.agree_to_step(step_id=step.pk, **who(lead))
    with acting_as(inspector):
        assert act.send_step(step_id=step.pk, version=step.version, **who(inspector)).state == "sent"


def test_it_is_looked_over_by_another_and_closed_when_nothing_is_due(
    world: World, inspector: Account, lead: Account
) -> None:
    one, twin = written(world, inspector, "T3.1"), written(world, inspector, "T3.1")
    with acting_as(inspector):
        act.send_to_review(incident_id=one.pk, **who(inspector))
        with pytest.raises(NotSo):
            act.open_incident(incident_id=one.pk, **who(inspector))
    with acting_as(lead):
        act.join_team(incident_id=one.pk, **who(lead))
        one = act.open_incident(incident_id=one.pk, **who(lead))
        with pytest.raises(NotSo):
            act.close_incident(incident_id=one.pk, version=one.version, closing="Off", **who(lead))
        for clock in one.clocks.all():
            act.stop_clock(clock_id=clock.pk, how="done", says="The fetters are off", **who(lead))
        one.refresh_from_db()
        one = act.close_incident(incident_id=one.pk, version=one.version, closing="Off", **who(lead))
        with pytest.raises(NotSo):
            act.send_to_review(incident_id=one.pk, **who(lead))
        one = act.reopen_incident(incident_id=one.pk, version=one.version, **who(lead))
    with acting_as(inspector):
        act.settle_duplicate(incident_id=twin.pk, version=1, of=one.pk, **who(inspector))
        assert not Clock.objects.filter(incident=twin, stopped_at=None).exists()


def test_an_answer_keeps_the_version_and_the_words_under_which_it_was_asked(
    world: World, inspector: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = written(world, inspector, "T4.1")
    with acting_as(inspector):
        one = act.write_answers(incident_id=one.pk, version=1, answers={"days": "19"}, **who(inspector))
        monkeypatch.setattr("rihai.monitoring.incidents.classes.classes", dict)
        assert [(name, version, answer) for name, version, _asked, answer in one.said.answers] == [("days", 1, "19")]
        assert one.said.told == [("Days so far", "19")]
        with override("ur"):
            assert one.said.told == [("اب تک کے دن", "19")]


def test_when_the_last_of_a_team_leaves_the_safeguarding_lead_goes_on(
    world: World, inspector: Account, lead: Account, boss: Account
) -> None:
    one = written(world, inspector, "T1.1")
    with as_house():
        stop_account(account=inspector, actor=world.worker("administrator", None), at=timezone.now())
    with acting_as(lead):
        assert incidents_for(lead).get() == one
    with acting_as(boss):
        assert not incidents_for(boss).exists()


def test_what_is_closed_is_kept_its_time_then_its_team_is_asked_and_the_desk_reads_codes_of_what_is_not_sealed(
    world: World, inspector: Account, boss: Account
) -> None:
    officer, then = world.worker("data_protection_officer", None), timezone.now() - timedelta(days=365 * 3 + 2)
    ended = []
    for sub in ("H1.2", "T1.1"):
        one = written(world, inspector, sub)
        with as_house():
            Incident.objects.filter(pk=one.pk).update(state="open")
            one.clocks.update(stopped_at=then)
        with acting_as(inspector):
            closed = act.close_incident(incident_id=one.pk, version=one.version, closing="Over", **who(inspector, then))
        ended.append(closed)
    plain, sealed = ended
    today = timezone.localdate()
    assert [one.keep_until.year - timezone.localdate(then).year for one in ended if one.keep_until] == [3, 2]
    with acting_as(inspector):
        assert [row.who for row in work(inspector, today) if row.url.endswith("/")] == [sealed.code, plain.code]
        with pytest.raises(NotSo):
            act.keep_on(incident_id=sealed.pk, version=sealed.version, until=today, because="x", **who(inspector))
        act.keep_on(
            incident_id=sealed.pk, version=sealed.version, until=today + timedelta(days=700), because="The court sits",
            **who(inspector),
        )  # fmt: skip
        assert [row.who for row in work(inspector, today) if row.url.endswith("/")] == [plain.code]
    desk, page = Client(), Client()
    desk.force_login(officer)
    page.force_login(inspector)
    read = desk.get(reverse("accounts:desk")).content.decode()
    assert (plain.code in read, sealed.code in read) == (True, False)
    shown = page.get(f"/monitoring/incidents/{sealed.pk}/").content.decode()
    assert "The court sits" in shown
    assert page.get(f"/monitoring/incidents/{sealed.pk}/keep/").status_code == 200


def test_how_soon_somebody_acted_is_the_median_of_what_is_not_sealed(
    world: World, inspector: Account, boss: Account
) -> None:
    now = timezone.now()
    for sub, hours_ in (("H1.2", 2), ("H1.2", 4), ("H1.2", 90), ("H1.2", None), ("T1.1", 1)):
        one = written(world, inspector, sub)
        with as_house():
            answered_at = one.learned_at + timedelta(hours=hours_) if hours_ else None
            Incident.objects.filter(pk=one.pk).update(answered_at=answered_at)
    with acting_as(boss):
        found = response(boss, now - timedelta(days=30), now)
    assert found is not None
    assert (found.events, found.answered, found.median_hours, found.worst_hours) == (4, 3, 4, 90)
    helper = world.worker("caseworker", world.gulzar)
    with acting_as(helper):
        assert response(helper, now - timedelta(days=30), now) is None
