"""The stock as tables and charts, in both languages."""

from __future__ import annotations

import re
from datetime import date

import pytest

from rihai import words
from rihai.days import day_of
from rihai.offences import GROUPS
from rihai.paper.table import NOT_COLLECTED, Table, cell_text
from rihai.profile.flags import FLAGS
from rihai.profile.statistics import Capacity, Stock, as_charts, as_tables, stock_on
from rihai.profile.statistics.labels import label
from tests.profile.people import TODAY, case, person

JAIL = "District Jail Roshanabad"


def _stock() -> Stock:
    people = [
        person(case("under_trial", arrested_on="2025-01-01"), sex="female", prison=JAIL, nationality="PK"),
        person(case("under_trial", arrested_on="2026-09-01"), sex="male", prison=JAIL, illness=["hiv"]),
        person(case("convict", appeal_filed=True, appeal_decided=False), sex="male", prison=JAIL, nationality="ZZ"),
        person(case(None), prison=JAIL),
    ]
    return stock_on(people, TODAY, capacities=[Capacity(JAIL, 3, "beds", "return", day_of(date(2026, 1, 1)))])


def _table(title: str, language: str = "en") -> Table:
    return next(table for table in as_tables(_stock(), language) if table.title == title)


def _lines(table: Table) -> list[list[str]]:
    kinds = [column.kind for column in table.columns]
    rows = [*table.rows, *([table.total_row] if table.total_row else [])]
    return [[cell_text(value, kind, "en") for value, kind in zip(row, kinds, strict=True)] for row in rows]


def test_a_breakdown_shows_its_rows_those_not_known_and_the_total() -> None:
    assert _lines(_table("By sex")) == [
        ["Women and girls", "1", "33.3%"],
        ["Men and boys", "2", "66.7%"],
        ["Transgender people", "0", "0.0%"],
        ["Not known", "1", ""],
        ["Total", "4", ""],
    ]


def test_rates_stand_with_both_counts_and_those_left_out() -> None:
    lines = _lines(_table("Shares on 1 October 2026"))
    assert lines[0] == ["Unsentenced among persons held for an offence", "2", "3", "66.7%", "1"]
    assert lines[3] == ["Unsentenced among transgender people", "0", "0", "", "0"]


def test_times_that_hold_one_another_say_so() -> None:
    table = _table("Under trial for longer than")
    assert [row[:3] for row in _lines(table)] == [
        ["Over 6 months", "1", "2"],
        ["Over 1 year", "1", "2"],
        ["Over 2 years", "0", "2"],
        ["Over 3 years", "0", "2"],
        ["Over 5 years", "0", "2"],
    ]
    assert "must not be added" in table.note
    assert table.total_row is None


def test_occupancy_names_standard_source_and_day() -> None:
    assert _lines(_table("Occupancy")) == [
        [JAIL, "4", "3", "133.3%", "beds", "return", "01 Jan 2026"],
        ["All prisons with a list and a capacity", "4", "3", "133.3%", "beds", "", ""],
    ]


def test_a_prison_without_capacity_or_list_has_empty_cells_and_no_rate() -> None:
    capacity = Capacity("Women Jail Sangabad", 50, "beds", "return", day_of(date(2026, 1, 1)))
    tables = as_tables(stock_on([person(prison=JAIL)], TODAY, capacities=[capacity]), "en")
    assert _lines(tables[-1]) == [
        [JAIL, "1", "", "", "", "", ""],
        ["Women Jail Sangabad", "", "50", "", "beds", "return", "01 Jan 2026"],
    ]


def test_without_any_capacity_there_is_no_table_of_occupancy() -> None:
    titles = {table.title for table in as_tables(stock_on([person(prison=JAIL)], TODAY), "en")}
    assert "By prison" in titles
    assert "Occupancy" not in titles


def test_at_risk_groups_part_no_from_not_known() -> None:
    rows = {line[0]: line[1:] for line in _lines(_table("At-risk group"))}
    assert rows["Tuberculosis, HIV or hepatitis"] == ["1", "0", "0", "3", "4"]
    assert len(rows) == len(FLAGS)


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_every_table_says_that_it_is_not_for_publication(language: str) -> None:
    warning = words.say("Not for publication: small numbers stand as they are. For those who may see the list itself.",
                        language)  # fmt: skip
    tables = as_tables(_stock(), language)
    assert {table.note.endswith(warning) for table in tables} == {True}
    assert len({table.title for table in tables}) == len(tables)


def test_nothing_is_left_in_english_on_an_urdu_page() -> None:
    printed: list[str] = []
    for table in as_tables(_stock(), "ur"):
        printed += [table.title, table.note, *(column.title for column in table.columns)]
        printed += [str(row[0]) for row in table.rows]
    for chart in as_charts(_stock(), "ur"):
        printed += [chart.title, chart.says]
    allowed = {JAIL, "ZZ"}
    english = [text for text in printed if text not in allowed and re.search("[A-Za-z]{3}", text.replace("UN-CTS", ""))]
    assert english == []


def test_every_offence_group_has_a_name() -> None:
    assert [group for group in GROUPS if label("offence", group, "en") == group] == []
    assert label("nationality", "ZZ", "ur") == "ZZ"
    assert label("prison", "female", "en") == "female"


@pytest.mark.parametrize("language", words.LANGUAGES)
def test_charts_are_drawn_and_say_what_they_show(language: str) -> None:
    for stock in (_stock(), stock_on([], TODAY)):
        for chart in as_charts(stock, language):
            assert chart.as_svg(language).startswith("<svg")
            assert chart.says


def test_charts_show_what_the_tables_count() -> None:
    standing, times, *_, groups = as_charts(_stock(), "en")
    assert standing.says == "Unsentenced persons, of those held for an offence: 66.7 % (2 of 3)."
    assert [row[1] for row in standing.as_table().rows] == [2, 1, 0, 0, 0, 1]
    assert times.says == "Most: Up to 6 months, 50.0 % (1 of 2) of those known."
    amounts = {str(row[0]): row[1] for row in groups.as_table().rows}
    assert amounts["Women and girls"] == 1
    assert amounts["With a disability"] is NOT_COLLECTED
