"""Campaigns in a donor's report, promises followed until kept, a sheet out and in, a bill over everybody held."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from rihai.accounts.acting import acting_as
from rihai.advocacy.campaigns import operations as campaigns
from rihai.advocacy.commitments import exports, work
from rihai.advocacy.commitments import operations as commitments
from rihai.advocacy.commitments.models import Commitment
from rihai.advocacy.commitments.sheet import SheetUnreadable, read_sheet
from rihai.advocacy.errors import NotSo
from rihai.advocacy.issues import operations as issues
from rihai.advocacy.issues.counting import quarters
from rihai.advocacy.models import IssueTrial
from rihai.kit.exports.make import export_named, make
from rihai.legal.matters.models import Kind, Matter, PublicFacts
from rihai.results import operations as results
from rihai.results.leaving.tables import figures_table
from rihai.results.models import LockedFigure
from rihai.results.queries.locked import standing_figures
from tests.advocacy.voice.world import DAY, NOW, PDF, TODAY, Desk, signed_in, trial_of_a_bill

EVENT: dict[str, Any] = {"kind": "public", "title": "A walk", "on": TODAY, "how": "a sheet at the gate",
                         "counted_by": "two volunteers", "reach": 40, "method": "counted"}  # fmt: skip
CAMPAIGN = {"title": "A date for everybody", "aim": "x", "audience": "y", "started_on": TODAY}


def test_a_campaign_stands_in_the_donors_report_as_an_estimate(desk: Desk) -> None:
    campaign = desk.does(campaigns.keep_campaign, said={**CAMPAIGN, "place": desk.world.province}).pk
    for more in ({}, {"reach": 1500, "method": "estimated", "how": "the station’s figure", "kind": "broadcast"},
                 {"reach": 200, "method": "at_least"}, {"reach": None}):  # fmt: skip
        desk.does(campaigns.keep_event, campaign_id=campaign, said={**EVENT, **more})
    for wrong in ({"method": ""}, {"how": ""}, {"counted_by": ""}):
        with pytest.raises(NotSo):
            desk.does(campaigns.keep_event, campaign_id=campaign, said={**EVENT, **wrong})
    project = desk.does(results.keep_project, said={
        "code": "AWAZ", "name": "Voices", "name_ur": "", "funders": [], "started_on": TODAY.replace(month=10, day=1),
        "ended_on": None, "grain": "quarter", "services": [], "women_only": False, "codes_of": "", "tags": [],
        "dhis2_set": "", "dhis2_unit": "", "places": [], "with_founding": False})  # fmt: skip
    for measure, unit in (("events", "acts"), ("reach_counted", "reach"), ("reach_estimated", "reach")):
        desk.does(results.keep_indicator, project_id=project.pk, said={
            "code": measure, "title": measure, "title_ur": "", "basis": "measure", "unit": unit, "service": "",
            "measure": f"advocacy.{measure}", "narrowed": {}, "definition": "", "includes": "", "excludes": "",
            "source": "", "baseline": None, "target": None, "part_of": None, "tags": [],
            "dhis2_element": ""})  # fmt: skip
    desk.at += timedelta(days=60)
    period = desk.does(results.lock_period, project_id=project.pk, first="2026-10-01")
    rows = standing_figures(period)
    printed = {str(row[0]).split(" (")[0]: (row[4], row[6]) for row in figures_table(rows, None).rows}
    assert printed["events"][0] == 4
    assert printed["reach_counted"][0] == 40
    assert printed["reach_estimated"] == (1700, "estimated; never added to people")
    marks = dict(LockedFigure.objects.values_list("indicator__code", "mark"))
    assert marks == {"events": "", "reach_counted": "", "reach_estimated": "estimated"}


def test_a_promise_is_followed_until_it_is_kept_and_the_sheet_of_a_body_goes_out_and_comes_in(desk: Desk) -> None:
    said = {"says": "Two vans", "who": "Home Secretary", "made_on": TODAY, "source": "Minutes", "due_on": TODAY - DAY}
    one = desk.does(commitments.keep_commitment, kind="promised", said=said)
    with acting_as(desk.keeper, desk.at):
        assert [(row.who, row.status) for row in work.rows(desk.keeper, TODAY)] == [("Home Secretary", "overdue")]
    follow: dict[str, Any] = {"commitment_id": one.pk, "version": 1}
    for state in ("kept", "partly", "broken", "dropped"):
        with pytest.raises(NotSo):
            desk.does(commitments.follow, **follow, said={"state": state, "says": ""})
    desk.does(commitments.follow, **follow, said={"state": "kept", "says": "", "file": PDF})
    with acting_as(desk.keeper, desk.at):
        assert work.rows(desk.keeper, TODAY) == []

    sheet = (
        "body,session,paragraph,recommendation,addressee,topic,received_on,due_on\r\n"
        'upr,4th,12.3,"=Build, no more, cells",The province,crowding,01/11/2026,2027-01-31\r\n'
        "UPR,4th,12.4,قیدیوں کی تعداد کم کریں,The province,,2026-11-01,\r\n"
        "moon,4th,1,x,y,,2026-11-01,\r\ncat,4th,1,,y,,2026-11-01,\r\ncat,4th,1,x,y,,yesterday,\r\n"
        f"cat,{'s' * 81},1,x,y,,2026-11-01,\r\n\r\n"
    )
    read = read_sheet(sheet.encode("utf-8-sig"))
    assert [line for line, _why in read.refused] == [4, 5, 6, 7], "every row is taken or refused with its reason"
    assert desk.does(commitments.take_in, rows=read.rows, name="upr.csv") == (2, 0)
    assert desk.does(commitments.take_in, rows=read.rows, name="upr.csv") == (0, 2), "nothing is taken twice"
    with acting_as(desk.analyst, desk.at):
        assert exports.count(desk.analyst, {"tab": "open", "kind": "recommended"}) == 2
        export = export_named("advocacy.commitments", desk.analyst)
        made = make(export, actor=desk.analyst, at=desk.at, filters={"tab": "all"}, kind="csv", language="en")
    assert b"'=Build" in made.content, "never run by a spreadsheet program"
    again = read_sheet(made.content)
    assert {row.says for row in again.rows} == {"=Build, no more, cells", "قیدیوں کی تعداد کم کریں"}
    assert desk.does(commitments.take_in, rows=again.rows, name="again.csv") == (0, 2)
    for nonsense in (b"\xff\xfe\x00", b"a,b\n1,2\n", b"", b"\x00"):
        with pytest.raises(SheetUnreadable):
            read_sheet(nonsense)
    assert Commitment.objects.count() == 3


def test_a_bill_is_tried_over_everybody_held_and_only_counts_that_name_nobody_stand_with_the_issue(desk: Desk) -> None:
    trial = trial_of_a_bill(desk.world, reached=42, few=3)
    issue = desk.does(issues.keep_issue, said={"title": "Bail after six months", "problem": "Nobody is tried."})
    kept = desk.does(issues.keep_trial, issue_id=issue.pk, trial_id=trial.pk)
    counts = {row["provision"]: row["counts"] for row in kept.rows}
    assert counts == {"bill_bail": {"reached": 40}, "bill_sick": {"reached": None}}, (
        "rounded to five; three are withheld"
    )
    assert (kept.pack_version, kept.on, kept.people) == ("bill-2027", TODAY, 200)
    page = signed_in(desk.keeper).get(reverse("advocacy:issue", args=[issue.pk]))
    body = page.content.decode()
    assert "Bail after six months" in body
    assert "withheld: too few" in body
    assert "Farzi" not in body
    with pytest.raises(NotSo):
        desk.does(issues.keep_trial, issue_id=issue.pk, trial_id=trial.pk)
    assert IssueTrial.objects.count() == 1


def test_what_we_hold_is_kept_as_versions_and_a_case_is_linked_by_its_public_facts(desk: Desk) -> None:
    issue = desk.does(issues.keep_issue, said={"title": "Bail", "problem": "x"})
    desk.does(issues.take_position, issue_id=issue.pk, number=0, says="Six months are enough.")
    with pytest.raises(NotSo, match="another version"):
        desk.does(issues.take_position, issue_id=issue.pk, number=0, says="Written beside nothing")
    desk.does(issues.take_position, issue_id=issue.pk, number=1, says="Four months are enough.")
    step = {"on": TODAY, "says": "The rule fell", "kind": "outcome"}
    with pytest.raises(NotSo, match="contribution"):
        desk.does(issues.add_step, issue_id=issue.pk, said=step)
    desk.does(issues.add_step, issue_id=issue.pk, said={**step, "contribution": "Figures; the bar led it."})
    matter = Matter.objects.create(
        code="M-1", kind=Kind.STRATEGIC, stage="trial", ground="rights", opened_on=TODAY, made_by=desk.director,
        made_at=NOW,
    )  # fmt: skip
    facts = PublicFacts.objects.create(
        matter=matter, title="Women held beyond a year", says="x", court_name="High Court", number="W.P. 9/2026",
        stage="arguments", next_on=TODAY + DAY,
    )  # fmt: skip
    desk.does(issues.link_case, issue_id=issue.pk, facts_id=facts.pk, says="The same proviso")
    newest, before = quarters(TODAY)[:2]
    assert (newest[0].isoformat(), newest[1].isoformat(), before[1]) == ("2026-07-01", "2026-10-01", newest[0])
    desk.does(issues.add_figure, issue_id=issue.pk, measure="advocacy.events", first=newest[0])
    body = signed_in(desk.keeper).get(reverse("advocacy:issue", args=[issue.pk])).content.decode()
    for told in ("Four months", "Six months", "Figures; the bar led it.", "W.P. 9/2026", "High Court", "arguments"):
        assert told in body
