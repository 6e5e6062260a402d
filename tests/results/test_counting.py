"""Every person counted once: the founding project, any days, districts, estimates apart, two codes that are one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise
from unittest.mock import patch

import pytest
from django.db.models import F

from rihai.accounts.acting import acting_as
from rihai.census.served import read_served
from rihai.census.served.read import Asked
from rihai.paper.sheets import open_sheets
from rihai.people.models import Person
from rihai.people.operations import merge_persons, unmerge_persons
from rihai.profile.served import Contact, count
from rihai.results import operations
from rihai.results.counting import Span, detail_of, figures_of, measures
from rihai.results.errors import NotSo
from rihai.results.models import ServiceRow
from rihai.results.queries.evidence import evidence_of
from rihai.results.queries.left_out import left_out
from rihai.results.queries.locked import standing_figures
from rihai.results.queries.projects import office_of, people_of
from tests.results.world import FIRST, Desk, sessions

THE_SUMMER = Span(FIRST, date(2025, 10, 1))
FOUNDING = {
    "women_reached": 370, "women_legal_counselling": 240, "women_legal_aid": 30, "women_stress_management": 36,
    "women_life_skills": 200,
}  # fmt: skip


def test_the_founding_project_is_370_women_and_not_506(desk: Desk) -> None:
    project, rows = desk.project(), sessions()
    desk.count(project, rows)

    assert desk.figures(project) == FOUNDING
    with acting_as(desk.manager, desk.at):
        people = people_of(project, Span(FIRST, date(2026, 7, 1)))
        assert (people.by_code, people.sessions, people.by_person) == (370, 1_168, None)
        # What the database counts is what the plain rule counts, in any days and district by district.
        for span in (THE_SUMMER, Span(date(2026, 1, 15), date(2026, 1, 20)), Span(FIRST, date(2026, 7, 1))):
            plain = count((Contact(one.code, one.service, one.district, one.on) for one in rows), *span)
            found = {one.indicator.service: one.value for one in figures_of(project, span)}
            assert found == {"": plain.people, **{name: plain.services.get(name, 0) for name in found if name}}
            for one in project.indicators.all():
                districts = detail_of(one, span).districts
                assert districts == (plain.districts_of.get(one.service, {}) if one.service else plain.districts)
                assert sum(districts.values()) == found[one.service]


def test_estimates_stand_apart_and_are_never_added_to_people(desk: Desk) -> None:
    project = desk.project()
    desk.count(project, sessions()[:200])
    before = desk.figures(project, THE_SUMMER)["women_reached"]
    for code, value, method in (
        ("officials_trained", 1500, "estimated"), ("cso_members", 300, "at_least"),
        ("campaign_reach", 100_000, "at_least"),
    ):  # fmt: skip
        desk.enter(desk.indicator(project, code), value, method)
    units = desk.indicator(project, "survivor_support_units", unit="things")
    desk.enter(units, 2)
    desk.enter(units, 1, first=date(2025, 10, 1), last=date(2025, 10, 31))
    twice = desk.indicator(project, "visitors")
    desk.enter(twice, 40)
    desk.enter(twice, 60, first=date(2025, 10, 1), last=date(2025, 10, 31))

    with acting_as(desk.manager, desk.at):
        shown = {one.indicator.code: one.shown for one in figures_of(project, Span(FIRST, date(2026, 1, 1)))}
        assert people_of(project, THE_SUMMER).by_code == before
    assert shown["officials_trained"] == "~1,500"
    assert (shown["cso_members"], shown["campaign_reach"]) == ("300+", "100,000+")
    assert shown["survivor_support_units"] == "3", "things of different days are added"
    assert shown["visitors"] == "60+", "people are not: some may be the same"
    assert {one.target for one in project.indicators.all()} == {None}, "a target nobody gave is not known"


HEADED = [
    "id,beneficiary_code,district,place,service,day,date\n"
    "17,ETW-001,Gulzar,Prison,legal aid,Thursday,2025-07-03\n,Total,,,1,,1\n",
    "Beneficiary,District,Date of,Service\n,,,\nCode,Name,session,given\nETW-001,Gulzar,3/7/2025,legal aid\n",
    "Beneficiary Code / مستفید کوڈ,District (ضلع),Service*,Date (dd/mm/yyyy)\nETW-001,Gulzar,legal aid,03/07/2025\n",
    'beneficiary_code,district,place,service,date\nETW-001,Gulzar,"Prison\nBarrack 2",legal aid,2025-07-03\n',
]


@pytest.mark.parametrize("text", HEADED)
def test_headings_are_read_as_people_write_them(text: str) -> None:
    read = read_served(open_sheets(text.encode(), "list.csv").sheets, Asked(date(2026, 11, 26)))

    assert [(one.code, one.district, one.service, one.on) for one in read.taken] == [
        ("ETW-001", "Gulzar", "legal_aid", date(2025, 7, 3))
    ]
    assert read.sums()["rejected"] == 0


UGLY = """Sessions of the project (draft),,,,,,
Sr,Beneficiary Code,District,Jail / Darul Aman,Type of Service,Date of Session,Sex
,,,,,,
1,ETW-001,Gulzar,Prison,Legal Counselling,03/07/2025,F
2, etw‑001 ,gulzar,Prison,legal_counseling,4.7.2025,F
3,ETW-۰۰۱,Gulzar,Prison,legal aid,5-Jul-2025,F
4,ETW-001,Gulzar,Prison,Legal Counselling,03/07/2025,F
5,ETW-002,Naya Bagh,Prison,زندگی کے ہنر,2025-07-09,
6,ETW-003,Naya Bagh,Prison,embroidery,2025-07-09,
7,ETW-004,Naya Bagh,Prison,life_skills,sometime in July,
8,,Naya Bagh,Prison,life_skills,2025-07-10,
9,ETW-005,Naya Bagh,Prison,life_skills,2031-01-01,
10,ETW-006,Naya Bagh,Prison,life_skills,2024-01-01,
11,ETW-007,,Prison,stress mgmt,11/07/2025,M
12,ETW-8,,Prison,stress mgmt,12/07/2025,
13,ETW-08,,Prison,stress mgmt,13/07/2025,
Total,,,,,13,
"""


def test_an_ugly_list_is_read_generously_and_counted_strictly(desk: Desk) -> None:
    project = desk.project()
    given = desk.give(project, UGLY)
    with acting_as(desk.manager, desk.at):
        rows = {row.row: (row.verdict, row.problems) for row in ServiceRow.objects.filter(file=given)}
    assert desk.figures(project) == dict.fromkeys(FOUNDING, 0), "nothing counts before somebody looked at it"
    assert len(rows) == 17, "every line of the file is accounted for"
    assert rows[4] == rows[6] == ("accepted", [])
    assert rows[5] == ("accepted", []), "case, spaces, strokes, the other spelling of a service and of a day"
    assert {at: rows[at][0] for at in (1, 2, 3, 17)} == dict.fromkeys((1, 2, 3, 17), "no_entry")
    assert {at: rows[at] for at in (7, 9, 10, 11, 12, 13, 14)} == {
        7: ("duplicate", ["twice"]), 9: ("rejected", ["service_unknown"]), 10: ("rejected", ["date_unreadable"]),
        11: ("rejected", ["code_missing"]), 12: ("rejected", ["date_ahead"]), 13: ("rejected", ["date_outside"]),
        14: ("rejected", ["district_missing", "not_a_woman"]),
    }  # fmt: skip
    assert rows[15] == rows[16] == ("warned", ["district_missing", "code_near"])

    desk.does(operations.take_in, file_id=given.pk)
    assert desk.figures(project) == {
        **dict.fromkeys(FOUNDING, 0), "women_reached": 4, "women_legal_counselling": 1, "women_legal_aid": 1,
        "women_life_skills": 1, "women_stress_management": 2,
    }  # fmt: skip
    with acting_as(desk.manager, desk.at):
        reasons = left_out(project, Span(FIRST, date(2026, 7, 1)))
    assert sum(reasons.values()) == 7
    assert {"service_unknown", "date_unreadable", "code_missing", "twice", "not_a_woman"} <= set(reasons)

    desk.does(operations.join_codes, project_id=project.pk, code="etw-08", same_as="ETW-8", reason="She says so")
    assert desk.figures(project)["women_reached"] == 3, "two codes that are one woman are one woman"
    with pytest.raises(NotSo, match="very file"):
        desk.give(project, UGLY)
    desk.does(operations.undo, file_id=given.pk)
    assert desk.figures(project) == dict.fromkeys(FOUNDING, 0)


def test_the_same_session_in_two_lists_counts_once_and_stays_when_one_is_undone(desk: Desk) -> None:
    project, rows = desk.project(), sessions()[:60]
    first = desk.count(project, rows)
    second = desk.count(project, rows[30:] + sessions()[60:90], "more.csv")

    def counted() -> int:
        with acting_as(desk.manager, desk.at):
            return people_of(project, Span(FIRST, date(2026, 7, 1))).sessions

    assert counted() == 90
    desk.does(operations.undo, file_id=first.pk)
    assert counted() == 60, "what the second list said as well counts by it now"
    desk.does(operations.undo, file_id=second.pk)
    assert counted() == 0


def test_an_office_counts_who_stands_in_two_projects_once_where_they_share_a_register(desk: Desk) -> None:
    rows = sessions()[:80]
    women = {one.code for one in rows}
    one, other = desk.project(codes_of="Book of 2025"), desk.project(code="ETW-2", codes_of="book of 2025")
    apart = desk.project(code="ALONE")
    for project in (one, other, apart):
        desk.count(project, rows, f"{project.code}.csv")

    with acting_as(desk.manager, desk.at):
        whole = Span(FIRST, date(2026, 7, 1))
        found = office_of(desk.manager, whole)

    assert sorted((row.people, row.added) for row in found.registers) == [
        (len(women), len(women)), (len(women), 2 * len(women)),
    ]  # fmt: skip


def test_two_persons_found_to_be_one_change_the_total_and_the_locked_figure_says_so(desk: Desk) -> None:
    caseworker = desk.world.worker("caseworker", desk.world.gulzar)
    with acting_as(caseworker):
        people = [desk.world.enter(caseworker, cnic=f"904030000001{at}", prison_id=f"UTP-{at}") for at in range(3)]
    project = desk.project(with_founding=False, started_on=date(2026, 7, 1), grain="month", women_only=False)
    desk.indicator(project, "people", basis="measure", measure="legal.released")
    assert desk.figures(project) == {"people": 0}

    def of_all(_actor: object, first: date, end: date) -> object:
        rows = Person.objects.filter(merged_into=None, held_since__gte=date(2020, 1, 1)).order_by()
        return rows.values("sex", person_id=F("pk"), on=F("held_since"), place_id=F("held_at"))

    found = measures.measures()["legal.released"]
    stands = replace(found, counted=of_all)
    with patch.object(measures, "measures", lambda: {"legal.released": stands}):
        assert desk.figures(project) == {"people": 3}
        made = desk.does(operations.lock_period, project_id=project.pk, first="2026-07-01")
        one, spring = project.indicators.select_related("project").get(), Span(date(2026, 3, 1), date(2026, 7, 1))
        for reader, names in ((desk.manager, 0), (caseworker, 3)):
            with acting_as(reader, desk.at):
                behind = evidence_of(one, spring, actor=reader)
            assert (len(behind.people), behind.hidden) == (names, 3 - names), "names for who sees them, else a number"
        supervisor = desk.world.worker("supervisor", desk.world.gulzar)
        merge = desk.does(merge_persons, by=supervisor, keep_id=people[0].pk, gone_id=people[1].pk)
        with acting_as(desk.manager, desk.at):
            stands_now = standing_figures(made)[0]
        desk.does(unmerge_persons, by=supervisor, merge_id=merge.pk)
        with acting_as(desk.manager, desk.at):
            assert standing_figures(made)[0].since is None, "they were two after all"

    assert stands_now.locked.value == 3, "what is locked stays"
    assert stands_now.since is not None
    assert (stands_now.since.now.value, stands_now.since.merged, stands_now.since.went) == (2, 1, 0)


def test_days_of_a_figure_are_those_asked_and_no_others(desk: Desk) -> None:
    project = desk.project()
    desk.count(project, sessions())
    quarters = [desk.figures(project, Span(start, end))["women_reached"] for start, end in _quarters()]

    assert sum(one or 0 for one in quarters) > 370, "a woman served in two quarters stands in both"
    assert all(0 < (one or 0) < 370 for one in quarters)


def _quarters() -> list[tuple[date, date]]:
    starts = [date(2025, 7, 1), date(2025, 10, 1), date(2026, 1, 1), date(2026, 4, 1), date(2026, 7, 1)]
    return list(pairwise(starts))
