"""Targets against lists, action plans, the challenges register, delay and measures: what stands on their pages."""

from __future__ import annotations

import re
from datetime import timedelta
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rihai.accounts.operations.house import as_house
from rihai.coordination.challenges import operations as challenges
from rihai.coordination.challenges.models import Challenge, ChallengeEvidence
from rihai.coordination.challenges.queries import ranked
from rihai.coordination.challenges.work import rows as challenge_rows
from rihai.coordination.delay.exports import delay_sheet, instead_sheet
from rihai.coordination.delay.hearings import delay_at
from rihai.coordination.delay.instead import instead_at
from rihai.coordination.delay.late import late_at
from rihai.coordination.plans import operations as plans
from rihai.coordination.plans.models import Activity
from rihai.coordination.plans.work import rows as plan_rows
from rihai.coordination.refusals import NotSo, NotThere
from rihai.coordination.targets import operations as targets
from rihai.coordination.targets.exports import sheet as targets_sheet
from rihai.coordination.targets.models import CensusCount
from rihai.coordination.targets.queries import baselines, courses
from rihai.coordination.targets.work import rows as target_rows
from rihai.kit.offers import Measure, offered
from rihai.legal.matters.models import Matter, MatterHearing, Party
from rihai.people.models import CustodyEpisode, Person, Placement
from rihai.places.models import Caseload, Inside, Place
from rihai.results.counting.measures import House
from tests.coordination.planning.world import BAIL, BEYOND, CARE, TODAY, Desk, counted, signed_in
from tests.people.intake.lists import give, six, taken, undone


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_a_list_that_is_taken_in_counts_and_one_that_is_undone_counts_no_more(desk: Desk) -> None:
    clerk = desk.world.worker("records_officer", desk.world.naya_bagh)
    census = taken(give(clerk, desk.world.naya_bagh, six()), clerk)
    count = CensusCount.objects.get(pk=census.pk)
    assert (count.place_id, count.on, count.people, count.under_trial) == (
        desk.world.naya_bagh.pk, census.true_on, 6, 6,
    )  # fmt: skip
    with as_house():
        count.delete()
        import_module("rihai.coordination.migrations.0014_earlier_lists").count_earlier(apps, None)
    again = CensusCount.objects.get(pk=census.pk)
    assert (again.on, again.people, again.under_trial, again.status_unknown) == (census.true_on, 6, 6, 0), (
        "a list from before counts were kept is counted from what it said"
    )
    undone(census, clerk)
    assert not CensusCount.objects.filter(pk=census.pk).exists()


def test_a_target_is_followed_list_by_list_and_what_it_was_before_stays(desk: Desk) -> None:
    due = TODAY + timedelta(days=300)
    said: dict[str, Any] = {"from_list": TODAY - timedelta(days=7), "goal": 30, "due_on": due}
    made = desk.does(targets.set_target, place_id=desk.prison.pk, said=said)
    assert (made.baseline, made.baseline_source) == (60, "")
    with pytest.raises(NotSo, match="stands"):
        desk.does(targets.set_target, place_id=desk.prison.pk, said=said)
    for days, number in ((-3, 62), (0, 66)):
        counted(desk.prison, TODAY + timedelta(days=days), number)
    (course,) = courses([made])
    assert [one.number for one in course.points] == [60, 62, 66]
    assert course.status == ("overdue", "beyond")
    assert course.ahead is not None
    client = signed_in(desk.secretary)
    page = words(client.get(reverse("coordination:target", args=[made.pk])).content.decode())
    assert "It is arithmetic and no promise" in page
    assert "66 under trial by the list of" in page
    assert [row.who for row in target_rows(desk.secretary, TODAY)] == [desk.prison.name]

    with pytest.raises(NotSo, match="why"):
        desk.does(targets.revise_target, target_id=made.pk, version=1, said={**said, "goal": 40}, reason=" ")
    revise = reverse("coordination:target-revise", args=[made.pk])
    posted = {"goal": "", "due_on": "", "path": "steps", "steps": "1/1/2027", "reason": "The judge left", "version": 1}
    assert "Line 1 is not a day and a number" in client.post(revise, posted).content.decode()
    after = words(client.post(revise, {**posted, "path": "linear", "steps": ""}, follow=True).content.decode())
    assert "not known: nobody has set one" in after, "an emptied target is not known, and says so"
    assert "It was at most 30" in after
    assert "The judge left" in after
    sheet = targets_sheet(desk.secretary, {}, "en")
    assert len(sheet.figures.counts) == 2, "people who leave, leave controlled"


def test_a_district_adds_the_newest_list_of_each_prison_like_to_like(desk: Desk) -> None:
    district = Place.objects.get(name="Gulistan")
    other = desk.world.naya_bagh
    counted(other, TODAY - timedelta(days=20), 100)
    made = desk.does(
        targets.set_target, by=desk.analyst, place_id=district.pk,
        said={"baseline": 170, "baseline_on": TODAY - timedelta(days=10), "baseline_source": "IG Prisons, letter 5"},
    )  # fmt: skip
    counted(other, TODAY, 90)
    counted(desk.prison, TODAY, 50)
    (course,) = courses([made])
    assert [(one.number, one.expected) for one in course.points] == [(90, None)], "Gulzar had no list when it began"
    assert [one.name for one in course.left_out] == [desk.prison.name]
    assert baselines(district)[0][:2] == (TODAY, 140), "from a day on which both have a list"


def test_an_activity_is_done_only_with_what_shows_it_and_overdue_ones_wait_in_my_work(desk: Desk) -> None:
    client = signed_in(desk.secretary)
    new = reverse("coordination:plan-new")
    begun = {"institution": "Prison Gulzar", "place": desk.prison.pk, "goal": "Nobody waits for a van",
             "started_on": "2026-11-01"}  # fmt: skip
    page = client.post(new, begun, follow=True)
    assert "Add an activity" in page.content.decode()
    plan = page.redirect_chain[-1][0]
    past = {"says": "A list of dates each Monday", "responsible": "Deputy Superintendent", "due_on": "2026-11-10"}
    client.post(f"{plan}add/", past)
    one = Activity.objects.get()
    assert [(row.who, row.status) for row in plan_rows(desk.secretary, TODAY)] == [("Deputy Superintendent", "overdue")]
    move = reverse("coordination:activity", args=[one.pk])
    assert "Say what shows that it was done" in client.post(move, {"status": "done", "version": 1}).content.decode()
    file = SimpleUploadedFile("list.pdf", b"%PDF-1.4\n%%EOF", content_type="application/pdf")
    done = client.post(move, {"status": "done", "version": 1, "file": file}, follow=True).content.decode()
    assert "list.pdf" in done
    assert not plan_rows(desk.secretary, TODAY)
    stored = one.steps.get().evidence
    assert stored is not None
    fetched = reverse("kit_file", args=[stored.pk])
    assert client.get(fetched).status_code == 200
    assert signed_in(desk.lawyer).get(fetched).status_code == 404
    with pytest.raises(NotSo):
        desk.does(plans.keep_plan, said={**begun, "place": None, "started_on": TODAY, "due_on": None})
    measures = {one.code: one for one in offered(Measure)}
    rows = measures["coordination.activities_done"].counted(desk.analyst, TODAY, TODAY + timedelta(days=400))
    assert rows.filter(place_id=desk.prison.pk).count() == 1, "offered to whoever sums"
    of_house = measures["coordination.activities_done"].counted(House(), TODAY, TODAY + timedelta(days=400))
    assert of_house.count() == 1, "and counted by the house, which is posted nowhere"


def test_challenges_rank_by_weights_that_are_shown_and_few_people_are_not_told(desk: Desk) -> None:
    base = {"problem": "It takes months.", "severity": 4, "feasibility": 3, "place": desk.prison,
            "review_on": TODAY - timedelta(days=1)}  # fmt: skip
    many = desk.does(challenges.keep_challenge, said={**base, "title": "Delay", "counted": "finding", "counts": BAIL})
    few = desk.does(challenges.keep_challenge, said={**base, "title": "Care", "counted": "finding", "counts": CARE})
    risk = desk.does(
        challenges.keep_challenge, said={**base, "title": "Counsel", "counted": "risk", "counts": "no_lawyer"}
    )
    with pytest.raises(NotSo):
        desk.does(challenges.keep_challenge, said={**base, "title": "x", "counted": "entered", "entered": 5})
    found = {one.challenge.title: one for one in ranked(list(Challenge.objects.all()))}
    assert (found["Delay"].people.number, found["Counsel"].people.number) == (35, 25), "each person once"
    assert found["Care"].people.is_withheld
    assert found["Delay"].rank.sum == "4×3 + 2×2 + 3×1 = 19"
    client = signed_in(desk.secretary)
    page = words(client.get(reverse("coordination:challenges")).content.decode())
    assert page.index("Delay") < page.index("Care")
    assert "fewer than ten" in page
    with CaptureQueriesContext(connection) as asked:
        client.get(reverse("coordination:challenges"))
    for n in range(6):
        Challenge.objects.create(
            title=f"C{n}", problem="x", severity=1, feasibility=1, place=desk.prison, made_at=desk.at
        )
    with CaptureQueriesContext(connection) as more:
        client.get(reverse("coordination:challenges"))
    assert len(more) == len(asked)
    assert {row.who for row in challenge_rows(desk.secretary, TODAY)} == {"Delay", "Care", "Counsel"}
    with pytest.raises(NotThere):
        desk.does(challenges.set_weights, said={"severity": 1, "people": 5, "feasibility": 1}, reason="People first")
    weights = {"severity": 1, "people": 5, "feasibility": 1}
    desk.does(challenges.set_weights, by=desk.analyst, said=weights, reason="People first")
    assert "People first" in client.get(reverse("coordination:challenges")).content.decode()
    show = reverse("coordination:challenge-show", args=[few.pk])
    assert "Give the file" in client.post(show, {"kind": "file", "says": "A photo"}).content.decode()
    made = desk.signed()
    client.post(show, {"kind": "elsewhere", "says": "It stands there too", "linked": f"briefing:{made.pk}"})
    assert ChallengeEvidence.objects.get().subject_id == made.pk
    opened = client.get(reverse("coordination:challenge", args=[few.pk])).content.decode()
    assert reverse("coordination:briefing", args=[made.pk]) in opened, "evidence opens to what it is"
    review = reverse("coordination:challenge-review", args=[risk.pk])
    client.post(review, {"state": "solved", "says": "Counsel named", "version": 1, "review_on": ""})
    risk.refresh_from_db()
    assert (risk.state, risk.review_on is None, many.state) == ("solved", True, "open")


def test_delay_and_measures_are_counted_for_a_place_and_leave_controlled(desk: Desk) -> None:
    person = Person.objects.filter(held_at=desk.prison).order_by("pk")[0]
    episode = CustodyEpisode.objects.create(person=person, sequence=1)
    Placement.objects.create(person=person, episode=episode, place=desk.prison)
    matter = Matter.objects.create(
        code="M-1", kind="aid", stage="trial", ground="delay", opened_on=TODAY, made_by=desk.lawyer, made_at=desk.at
    )
    Party.objects.create(matter=matter, side="client", person=person, added_at=desk.at)
    for days in range(12):
        MatterHearing.objects.create(
            matter=matter, listed_on=TODAY - timedelta(days=days), purpose="evidence", recorded_at=desk.at,
            changed_at=desk.at, outcome="adjourned", adjourned_by="court", adjourned_why="judge_absent",
            next_on=TODAY - timedelta(days=days - 14), court_name="ASJ-I", produced="yes",
        )  # fmt: skip
    first, end = TODAY - timedelta(days=90), TODAY + timedelta(days=1)
    found = delay_at(desk.prison.pk, first, end)
    assert (found.adjourned.hearings, found.adjourned.days, found.people) == (12, 168, 1)
    assert delay_at(desk.world.naya_bagh.pk, first, end).hearings == 0, "where the person was held that day"
    assert {(one.provision, one.people, one.days) for one in late_at(desk.prison.pk, TODAY)} == {
        (BEYOND, 40, 400), (BAIL, 35, 350),
    }  # fmt: skip
    used = {one.kind.code: one for one in instead_at(desk.prison.pk, first, end)}
    assert (used["bail"].met, used["bail"].arguable, used["bail"].released) == (21, 14, 0)
    assert used["diversion"].released is None, "no record tells it apart"
    office = Place.objects.create(kind="probation_office", name="Office Wadi", sought="x", within=desk.world.province)
    for outer in (office, desk.world.province):
        Inside.objects.create(outer=outer, inner=office)
    Caseload.objects.create(place=office, officers=2, people=90, as_of=TODAY, source="Directorate, letter 9")

    client = signed_in(desk.secretary)
    page = words(client.get(reverse("coordination:instead")).content.decode())
    assert "45 to an officer" in page
    assert "Directorate, letter 9" in page
    assert "Security and treatment in place of prison c c 0" in page, "three who need care are not told"
    delay = words(client.get(reverse("coordination:delay")).content.decode())
    assert "Hearings that our lawyers wrote down: 12; people: 1." in delay
    assert desk.world.naya_bagh.name not in delay, "a reader sees their own places"
    asked = {"place": str(desk.prison.pk)}
    assert all(one.shown for one in delay_sheet(desk.secretary, asked, "en").figures.counts.values())
    assert delay_sheet(desk.secretary, {"place": str(desk.world.naya_bagh.pk)}, "en").rows == []
    assert instead_sheet(desk.secretary, {}, "en").rows == [], "nobody posted at a prison takes the whole office"
    assert signed_in(desk.lawyer).get(reverse("coordination:delay")).status_code == 404
