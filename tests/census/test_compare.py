"""Two lists compared: every change is right against the inventor's truth, row by row; nobody is left out."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from functools import cache
from io import BytesIO
from typing import Any

import openpyxl
import pytest

from rihai.census.compare import Comparison, compare, comparison_blocks, comparison_sheets, to_decide
from rihai.census.link import Decisions, read_decisions
from rihai.census.synth.pair import InventedPair, TrueChange, invent_pair
from rihai.paper.page import html_page
from rihai.paper.workbook import write_workbook
from tests.census.test_link import OTHER_CASE, others, person

Facts = dict[str, Any]
BY_FACT = {"moved", "status_changed", "impossible"}


@cache
def pair() -> InventedPair:
    """Two lists of 5,000 people a month apart, with the usual dirt."""
    return invent_pair(5_000, 23, date(2026, 11, 1))


@cache
def compared() -> Comparison:
    return compare(pair().old, pair().new, reached_before={record["id"]: {"a_rule"} for record in pair().old[::4]})


def found_changes(comparison: Comparison) -> set[TrueChange]:
    """The list of changes as the inventor writes it; doubtful pairs and people still here are looked at apart."""
    found = set()
    for change in comparison.changes:
        if change.kind in {"probably_same", "still_here"}:
            continue
        old = None if change.old is None else comparison.old[change.old]["id"]
        new = None if change.new is None else comparison.new[change.new]["id"]
        facts = {one.fact for one in change.differences} if change.kind in BY_FACT else {None}
        found |= {TrueChange(change.kind, old, new, fact) for fact in facts}
    return found


def doubtful_ids(comparison: Comparison) -> tuple[set[str], set[str]]:
    links = comparison.links.doubtful
    return {comparison.old[link.one]["id"] for link in links}, {comparison.new[link.other]["id"] for link in links}


def test_nothing_in_the_list_of_changes_of_5000_people_is_wrong() -> None:
    assert found_changes(compared()) - pair().changes == set()


def test_nothing_is_missing_from_it_but_what_stands_among_the_doubtful() -> None:
    old, new = doubtful_ids(compared())

    missing = pair().changes - found_changes(compared())

    assert {change for change in missing if change.old not in old and change.new not in new} == set()
    assert len(compared().links.doubtful) < 0.01 * len(pair().old)


def test_every_kind_of_change_happens_often_enough_to_be_tested() -> None:
    happened = Counter((change.kind, change.fact) for change in pair().changes)

    assert {kind for kind, _ in happened} == {
        "gone", "missing_without_release", "new", "moved", "status_changed", "impossible"
    }  # fmt: skip
    assert min(happened.values()) >= 4, happened


def test_nobody_is_joined_with_another_though_names_are_respelled() -> None:
    joined = {pair().old[link.one]["id"]: pair().new[link.other]["id"] for link in compared().links.sure}
    named = {record["id"]: record["full_name"].casefold() for record in (*pair().old, *pair().new)}
    respelled = sum(named[old] != named[new] for old, new in joined.items())

    assert joined.items() <= pair().same.items()
    assert respelled > 800


def test_a_doubtful_pair_is_one_whose_records_contradict_each_other() -> None:
    against = {"sex_differs", "name_other", "identity_numbers_differ", "father_other", "ages_differ"}

    unexplained = [link for link in compared().links.doubtful if not link.codes & against and not link.rivals]

    assert len(unexplained) <= 3
    assert all(not ({"same_identity_number", "name_same"} <= link.codes) for link in unexplained)


def test_everybody_is_accounted_for() -> None:
    before, after = compared().accounted()

    assert sum(before.values()) == len(pair().old)
    assert sum(after.values()) == len(pair().new)


def test_who_was_reached_last_time_and_is_held_still_is_listed() -> None:
    reached = {record["id"] for record in pair().old[::4]}
    left = {change.old for change in pair().changes if change.kind in {"gone", "missing_without_release"}}

    listed = {pair().old[change.old or 0]["id"] for change in compared().of_kind("still_here")}

    assert listed == (reached & pair().same.keys()) - left - doubtful_ids(compared())[0]


def kinds(old: list[Facts], new: list[Facts], **more: Any) -> dict[str, list[str]]:
    """The codes of the differences by kind of change, among people who stay, so that names are not all alike."""
    company = others(60)
    result = compare([*old, *company], [*new, *company], **more)
    return {change.kind: [one.code for one in change.differences] for change in result.changes}


def test_the_same_list_twice_has_no_changes() -> None:
    assert kinds([person()], [person(id="B")]) == {}


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"barrack": "2/A"}, {"moved": ["moved"]}),
        ({"prison": "Central Jail Sahilpur", "prison_id": "7"}, {"moved": ["moved"]}),
        ({"remarks": "Released on 3.6.26"}, {"gone": ["left"]}),
        ({"remarks": "Shifted to hospital"}, {}),
        ({"date_of_birth": "1989-09-14"}, {"impossible": ["younger"]}),
        ({"date_of_birth": None, "age_years": 45, "age_stated_on": "2026-06-01"}, {"impossible": ["older"]}),
        ({"date_of_birth": None, "age_years": 38, "age_stated_on": "2026-06-01"}, {}),
    ],
)
def test_what_differs_in_a_person_is_told(facts: Facts, expected: dict[str, list[str]]) -> None:
    visitor = {**others(61)[60], "prison": "Central Jail Sahilpur"}  # so that both prisons stand in both lists

    assert kinds([person(barrack="1/A"), visitor], [person(id="B", **{"barrack": "1-a", **facts}), visitor]) == expected


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ({"arrested_on": "2026-02-08"}, {"arrested_on": "2026-01-08"}, {"impossible": ["arrest_earlier"]}),
        ({"arrested_on": "2026-02"}, {"arrested_on": "2026-02-08"}, {}),
        ({"arrested_on": "2026-02"}, {"arrested_on": "2026-03-01"}, {"impossible": ["arrest_later"]}),
        ({"legal_status": "under_trial"}, {"legal_status": "convict"}, {"status_changed": ["status_changed"]}),
        ({"legal_status": "convict"}, {"legal_status": "under_trial"}, {"impossible": ["back_under_trial"]}),
        ({"convicted_on": "2026-03-01"}, {"convicted_on": "2026-02-01"}, {"impossible": ["conviction_earlier"]}),
        ({"legal_status": "convict"}, {"legal_status": "under_trial", "fir_number": "9/2026"}, {}),
        (
            {"legal_status": "under_trial"},
            {"legal_status": "released"},
            {"gone": ["left"], "status_changed": ["status_changed"]},
        ),
    ],
)
def test_what_differs_in_one_case_is_told_and_cases_are_never_mixed(
    before: Facts, after: Facts, expected: dict[str, list[str]]
) -> None:
    case = {"case_id": "1", "fir_number": "51/2026"}

    assert kinds([person(cases=[case | before])], [person(id="B", cases=[case | after])]) == expected


def test_a_mistaken_sex_is_doubtful_and_told_as_impossible() -> None:
    assert kinds([person()], [person(id="B", sex="female")]) == {
        "probably_same": ["sex_changed"], "impossible": ["sex_changed"]
    }  # fmt: skip


def test_who_is_absent_is_missing_unless_a_list_says_why() -> None:
    due = person(cases=[{"case_id": "1", "fir_number": "51/2026", "release_due_on": "2026-05-20"}])
    later = {**others(61)[60], "census_date": "2026-06-01"}

    assert kinds([person()], []) == {"missing_without_release": []}
    assert kinds([person(remarks="Acquitted")], []) == {"gone": ["left"]}
    assert kinds([due], [later]) == {"missing_without_release": ["was_due"], "new": []}


def test_people_of_a_prison_without_a_later_list_are_not_called_missing() -> None:
    assert kinds([person(prison="Sub-Jail Koharabad")], []) == {"not_covered": []}


def test_who_stands_in_a_row_that_was_left_out_is_neither_missing_nor_new() -> None:
    unread = person(id="U-7", cnic=None, cases=[{"case_id": "1", "fir_number": "51/2026"}])

    assert kinds([person()], [], left_out=([], [unread])) == {"left_out": ["row_left_out"]}
    assert kinds([], [person()], left_out=([unread], [])) == {"left_out": ["row_left_out"]}
    assert kinds([person()], [], left_out=([], [others(63)[62]])) == {"missing_without_release": []}


def test_a_prison_written_otherwise_is_no_transfer() -> None:
    renamed = [{**record, "prison": "Distt. Jail Roshanabad"} for record in others(40)]

    assert compare(others(40), renamed).changes == ()


def test_a_new_person_is_told_from_where() -> None:
    assert kinds([], [person(transferred_from="Central Jail Sahilpur")]) == {"new": ["transferred"]}


def test_decisions_hold() -> None:
    old, new = person(), person(id="B", full_name="Ghulam Rasool", cases=OTHER_CASE, prison_id="8")
    doubtful = compare([old], [new])
    table = to_decide(doubtful, Decisions(), "en")

    same, different = (
        compare([old], [new], decisions=read_decisions(table.replace("\n,", f"\n{word},")))
        for word in ("same", "different")
    )

    assert [change.kind for change in doubtful.changes] == ["probably_same"]
    assert same.links.partner == {0: 0}
    assert {change.kind for change in different.changes} == {"new", "missing_without_release"}
    assert to_decide(different, read_decisions(table.replace("\n,", "\ndifferent,")), "en").count("different,") == 1


def test_json_names_records_by_their_ids_and_gives_reasons() -> None:
    lines = [json.loads(line) for line in compared().as_json_lines()]

    assert len(lines) == len(compared().changes)
    assert all(
        record["full_name"] not in json.dumps(lines[:50]) for record in pair().new[:200] if " " in record["full_name"]
    )
    still = next(line for line in lines if line["kind"] == "still_here")
    assert still["provisions"] == ["a_rule"]
    assert still["reasons"][0].startswith("the same identity number (+24.0)")


@pytest.mark.parametrize("language", ["en", "ur"])
def test_the_workbook_has_a_sheet_for_every_kind_and_a_row_for_every_change(language: str) -> None:
    sheets = comparison_sheets(compared(), language, {"a_rule": "A rule"})
    book = openpyxl.load_workbook(BytesIO(write_workbook(sheets, language=language)), read_only=True)

    kinds_there = [kind for kind, count in compared().people().items() if count]
    assert len(book.sheetnames) == 1 + len(kinds_there)
    assert sum(len(list(sheet.rows)) for sheet in sheets[1:]) == len(compared().changes)


@pytest.mark.parametrize("language", ["en", "ur"])
def test_the_report_holds_counts_and_no_names(language: str) -> None:
    page = html_page("x", list(comparison_blocks(compared(), language, {"a_rule": "A rule"})), language)

    assert f"{len(pair().old):,}" in page
    assert "A rule" in page
    assert not any(record["full_name"] in page for record in pair().old if " " in record["full_name"])


def test_the_same_seed_gives_the_same_pair_of_lists() -> None:
    first, second = (invent_pair(80, 4, date(2026, 11, 1)) for _ in range(2))

    assert first == second
    assert first != invent_pair(80, 5, date(2026, 11, 1))
