"""Cases stand in a line list that names nobody outside; a threshold that is crossed raises one alert."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account, Notification
from rihai.accounts.operations.house import as_house
from rihai.kit.audit.models import Event
from rihai.kit.offers import After, Done, offered
from rihai.monitoring.disease import exports, operations
from rihai.monitoring.disease.known import Limit, diseases
from rihai.monitoring.disease.models import Alert, DiseaseCase
from rihai.monitoring.disease.queries import curve, list_of
from rihai.monitoring.errors import NoSuchCase, NothingSaid, NotNow
from rihai.people.operations import merge_persons, unmerge_persons
from tests.monitoring.world import Desk, signed_in


@pytest.fixture
def doctor(desk: Desk) -> Account:
    """Who works on health at Naya Bagh."""
    return desk.world.worker("health_worker", desk.world.naya_bagh)


def write(desk: Desk, who: Account, code: str, *, ago: int = 0, **more: Any) -> DiseaseCase:
    """A suspected case of cholera under a code, seen some days ago."""
    said = {
        "place": desk.world.naya_bagh, "disease": "cholera", "code": code, "status": "suspected",
        "seen_on": timezone.localdate() - timedelta(days=ago), **more,
    }  # fmt: skip
    return desk.does(operations.write_case, by=who, said=said)


def alerts() -> list[Alert]:
    with as_house():
        return list(Alert.objects.all())


def test_the_second_case_of_cholera_in_seven_days_raises_one_alert_and_tells_of_it_without_a_name(
    desk: Desk, doctor: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[Done] = []
    listening = After(act="monitoring.threshold.crossed", run=heard.append)
    monkeypatch.setattr(
        "rihai.kit.acts.offered", lambda kind: (*offered(kind), *([listening] if kind is After else []))
    )
    write(desk, doctor, "NB-1", ago=9)
    write(desk, doctor, "NB-2", ago=2, status="discarded")
    write(desk, doctor, "NB-3", ago=2)
    assert alerts() == [], "one began a day too early, one is not the disease"
    for code in ("NB-4", "NB-5"):
        write(desk, doctor, code)

    one = alerts()[0]
    assert len(alerts()) == 1, "while an alert stands no other is raised"
    assert (one.cases, one.days, one.limit_cases) == (2, 7, 2)
    assert [done.detail["alert"] for done in heard] == [one.pk], "others hear of it, for a plan to be opened"
    assert heard[0].person_ids == ()
    with as_house():
        notices = Notification.objects.filter(kind="monitoring.alert_raised")
        told = set(notices.values_list("account_id", flat=True))
        line = Event.objects.get(act="monitoring.threshold.crossed")
    assert told == {doctor.pk, desk.lead.pk, desk.second.pk}
    assert line.subject == str(one.pk)
    page = signed_in(desk.lead).get(f"/monitoring/disease/alerts/{one.pk}/").content.decode()
    assert page.count("2 cases in 7 days") == 2, "what happened, and the threshold"
    assert "NB-" not in page


def test_an_alert_is_acknowledged_seen_to_and_closed_and_only_later_cases_raise_another(
    desk: Desk, doctor: Account
) -> None:
    for code in ("NB-1", "NB-2"):
        write(desk, doctor, code)
    one = alerts()[0]
    with pytest.raises(NotNow, match="Acknowledge"):
        desk.does(operations.close_alert, by=doctor, alert_id=one.pk, on=timezone.localdate(), why="Over.")
    desk.does(operations.acknowledge, by=doctor, alert_id=one.pk)
    with pytest.raises(NotNow):
        desk.does(operations.acknowledge, alert_id=one.pk)
    desk.does(operations.write_done, alert_id=one.pk, says="The water is chlorinated.")
    with pytest.raises(NoSuchCase):
        desk.does(operations.write_done, by=desk.official, alert_id=one.pk, says="It reads, and sees to nothing.")
    desk.does(operations.close_alert, by=doctor, alert_id=one.pk, on=timezone.localdate(), why="No case since.")
    write(desk, doctor, "NB-3")
    assert len(alerts()) == 1, "a case up to the day on which it was over counts no more"
    desk.day = 3
    later = timezone.localdate(desk.at)
    for code in ("NB-4", "NB-5"):
        write(desk, doctor, code, seen_on=later)
    assert len(alerts()) == 2


def test_a_threshold_is_changed_for_a_prison_with_a_reason_and_may_be_a_rate(desk: Desk, doctor: Account) -> None:
    place = desk.world.naya_bagh
    with pytest.raises(NothingSaid):
        desk.does(operations.set_threshold, by=doctor, place=place, disease="cholera", said={"cases": 3, "days": 7})
    said = {"cases": 3, "days": 7, "why": "Loose stools are common in the heat."}
    desk.does(operations.set_threshold, by=doctor, place=place, disease="cholera", said=said)
    write(desk, doctor, "NB-1")
    write(desk, doctor, "NB-2")
    assert alerts() == []
    write(desk, doctor, "NB-3")
    assert [one.limit_cases for one in alerts()] == [3]
    rate = Limit(14, per_thousand=20)
    assert [rate.is_crossed(n, held) for n, held in ((2, 100), (2, 101), (1, 10), (2, 0))] == [
        True,
        False,
        False,
        False,
    ]
    with pytest.raises(NoSuchCase):
        desk.does(operations.set_threshold, place=place, disease="cholera", said=said)


def test_who_does_not_see_health_sees_no_line_and_who_does_sees_the_person(desk: Desk, doctor: Account) -> None:
    officer = desk.world.worker("records_officer", desk.world.naya_bagh)
    with acting_as(officer, desk.at):
        person = desk.world.enter(officer, desk.world.naya_bagh)
    said = {"disease": "tb", "status": "confirmed", "seen_on": timezone.localdate(), "test": "GeneXpert"}
    one = desk.does(operations.write_case, by=doctor, said=said, person_id=person.pk)
    mine = signed_in(doctor).get(f"/people/{person.pk}/").content.decode()
    theirs = signed_in(officer).get(f"/people/{person.pk}/").content.decode()

    assert "Tuberculosis" in mine
    assert "Tuberculosis" not in theirs
    assert signed_in(doctor).get(f"/monitoring/disease/cases/{one.pk}/").status_code == 200
    for who in (officer, desk.lead, desk.official, desk.world.worker("health_worker", desk.world.gulzar)):
        assert signed_in(who).get(f"/monitoring/disease/cases/{one.pk}/").status_code == 404
    with pytest.raises(NoSuchCase):
        desk.does(operations.write_case, by=desk.lead, said=said, person_id=person.pk)
    for disease in ("hiv", "scabies"):
        write(desk, doctor, f"N-{disease}", disease=disease, barrack=f"Barrack of {disease}")
    old = write(desk, doctor, "N-old", barrack="Barrack of old")
    with as_house():
        DiseaseCase.objects.filter(pk=old.pk).update(disease="gone")
    with acting_as(doctor, desk.at):
        sheet = exports.sheet(doctor, {}, "en")
    assert "Barrack of old" not in str(sheet.rows), "nor of one that the list knows no more"
    assert "Barrack of scabies" in str(sheet.rows)
    assert "Barrack of hiv" not in str(sheet.rows), "of a disease that is held against people nothing points at one"
    assert "Nargis" not in str(sheet.rows)
    assert str(person.pk) not in str(sheet.rows)


def test_the_curve_shows_every_week_and_counts_by_the_day_it_began(desk: Desk, doctor: Account) -> None:
    monday = timezone.localdate() - timedelta(days=timezone.localdate().weekday())
    for code, weeks in (("A", 3), ("B", 3), ("C", 1)):
        day = monday - timedelta(weeks=weeks)
        write(desk, doctor, code, onset_on=day, seen_on=day + timedelta(days=4), disease="ili")
    with acting_as(doctor, desk.at):
        cases = list_of(desk.world.naya_bagh, "ili", actor=doctor)
        found = curve(cases, monday - timedelta(weeks=3), monday + timedelta(days=1))
    assert [number for _week, number in found] == [2, 0, 1, 0]
    page = signed_in(doctor).get(f"/monitoring/disease/list/{desk.world.naya_bagh.pk}/?disease=ili").content.decode()
    assert "3 cases in" in page
    assert "<svg" in page


def test_a_change_keeps_what_stood_before_and_days_that_cannot_be_are_refused(desk: Desk, doctor: Account) -> None:
    one = write(desk, doctor, "NB-1")
    today = timezone.localdate()
    said = {"code": "NB-1", "status": "confirmed", "seen_on": today, "result": "positive", "isolation": "no_room"}
    desk.does(operations.change_case, by=doctor, case_id=one.pk, version=1, said=said)
    with as_house():
        row = DiseaseCase.objects.get(pk=one.pk)
    assert row.history[0]["was"] == {"status": "suspected", "isolation": "no"} | {"result": ""}
    for wrong in ({"seen_on": today + timedelta(days=1)}, {"onset_on": today, "seen_on": date(2020, 1, 1)}):
        with pytest.raises(NothingSaid):
            desk.does(operations.change_case, by=doctor, case_id=one.pk, version=2, said={**said, **wrong})


def test_lines_go_along_when_two_persons_are_one_and_back_when_they_were_two(desk: Desk, doctor: Account) -> None:
    officer = desk.world.worker("records_officer", desk.world.naya_bagh)
    with acting_as(officer, desk.at):
        one, two = (
            desk.world.enter(officer, desk.world.naya_bagh, prison_id=f"UTP-{number}", cnic=None) for number in (1, 2)
        )
    said = {"disease": "tb", "status": "confirmed", "seen_on": timezone.localdate()}
    made = desk.does(operations.write_case, by=doctor, said=said, person_id=two.pk)

    def whose() -> Any:
        with as_house():
            return DiseaseCase.objects.get(pk=made.pk).person_id

    merge = desk.does(merge_persons, by=officer, keep_id=one.pk, gone_id=two.pk)
    assert whose() == one.pk
    desk.does(unmerge_persons, by=officer, merge_id=merge.pk)
    assert whose() == two.pk


def test_every_definition_has_both_languages_and_a_source() -> None:
    assert len(diseases()) == 9
    for one in diseases().values():
        assert one.url.startswith("http")
        assert all(words["en"] and words["ur"] for words in one.definitions.values())
    assert diseases()["hiv"].limit is None, "a number of people with HIV raises no alarm by itself"
