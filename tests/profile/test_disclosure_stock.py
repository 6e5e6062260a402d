"""The public figures of a stock: fixed cuts, one release for every table, and nobody to be worked out."""

from __future__ import annotations

import random
import re
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from rihai.paper.charts import BarChart
from rihai.paper.table import NOT_COLLECTED, SUPPRESSED, Table, cell_text
from rihai.profile.disclosure import RULE, Figures, Key, Release, Rule, control
from rihai.profile.disclosure.stock import SMALLER, stock_figures
from rihai.profile.disclosure.tables import listed, public_tables, rule_text
from rihai.profile.statistics import Stock, stock_on
from tests.profile.attackers import betrayed
from tests.profile.people import TODAY, case, person

DAY = "2026-10-01"
UNROUNDED = Rule(base=1)


def _people(count: int, seed: int = 1) -> list[dict[str, Any]]:
    chance = random.Random(seed)

    def one() -> dict[str, Any]:
        status = chance.choices(["under_trial", "convict", "civil", None], [60, 30, 1, 2])[0]
        facts: dict[str, Any] = {
            "sex": chance.choices(["male", "female", "transgender", None], [90, 6, 1, 1])[0],
            "age_years": chance.choices([17, 22, 30, 45, 70, None], [2, 30, 30, 20, 3, 1])[0],
            "age_stated_on": "2026-10-01",
            "home_district": chance.choices(["Kasur", "Okara", "Sahiwal", "Chiniot"], [60, 30, 4, 1])[0],
            "prison": "District Jail Roshanabad",
            "illness": chance.choices([["hiv"], [], None], [3, 60, 30])[0],
        }
        known = {name: fact for name, fact in facts.items() if fact is not None}
        return person(case(status, arrested_on=chance.choice(["2026-09-01", "2024-01-01", "2020-01-01"])), **known)

    return [one() for _ in range(count)]


def _stock(count: int = 300, seed: int = 1) -> Stock:
    return stock_on(_people(count, seed), TODAY)


def _public(stock: Stock, rule: Rule = RULE) -> tuple[Figures, Release]:
    figures = stock_figures(stock, rule)
    return figures, control(figures, rule.base).release


@pytest.mark.parametrize("rule", [RULE, UNROUNDED])
@pytest.mark.parametrize("count", [3, 40, 300])
def test_a_published_stock_holds_against_its_attack(rule: Rule, count: int) -> None:
    figures, release = _public(_stock(count), rule)
    assert betrayed(figures, [release]) == {}


@settings(max_examples=10, deadline=None)
@given(st.integers(0, 10**6), st.integers(0, 120))
@example(23, 3)
@example(1, 5)
def test_a_published_stock_holds_whoever_is_held(seed: int, count: int) -> None:
    figures, release = _public(_stock(count, seed), UNROUNDED)
    assert betrayed(figures, [release]) == {}


def test_every_number_in_the_tables_comes_from_the_release() -> None:
    stock = _stock()
    _, release = _public(stock)
    printed = {number for number in release.cells.values() if number is not None}
    for table in public_tables(stock, release, "en"):
        rows = table.as_table().rows if isinstance(table, BarChart) else [*table.rows, *filter(None, [table.total_row])]
        for row in rows:
            assert row[1] in printed | {SUPPRESSED, NOT_COLLECTED}


def _table(tables: list[Table | BarChart], title: str) -> list[list[str]]:
    table = next(one for one in tables if isinstance(one, Table) and one.title == title)
    kinds = [column.kind for column in table.columns]
    return [[cell_text(value, kind, "en") for value, kind in zip(row, kinds, strict=True)] for row in table.rows]


def test_withheld_not_collected_and_nought_each_print_in_their_own_way() -> None:
    people = [person(sex="male", prison="District Jail Roshanabad") for _ in range(96)]
    stock = stock_on([*people, *(person(sex="transgender") for _ in range(4))], TODAY)
    _, release = _public(stock)
    tables = list(public_tables(stock, release, "en"))
    assert _table(tables, "By sex") == [
        ["Women and girls", "0", "0.0%"],
        ["Men and boys", "c", "c"],
        ["Transgender people", "c", "c"],
        ["Not known", "0", ""],
    ]
    assert {row[1] for row in _table(tables, "By age")} == {".."}


def test_a_district_of_few_people_is_not_named() -> None:
    people = [
        person(home_district=name)
        for name, count in (("Kasur", 60), ("Okara", 7), ("Chiniot", 1))
        for _ in range(count)
    ]
    stock = stock_on(people, TODAY)
    figures, release = _public(stock)
    series = {key.series for key in figures.counts}
    assert "home_district/Chiniot" not in series
    assert figures.counts[Key(DAY, f"home_district/{SMALLER}")].number == 8
    printed = [row[0] for row in _table(list(public_tables(stock, release, "en")), "By home district")]
    assert printed == ["Kasur", "All others, few in each", "Not known"]


def test_a_named_row_is_known_to_hold_some_and_that_does_not_betray_the_unknown() -> None:
    people = [*(person(home_district="Kasur") for _ in range(60)), *(person(home_district="Okara") for _ in range(6))]
    figures, release = _public(stock_on([*people, *(person() for _ in range(3))], TODAY), UNROUNDED)
    assert release.cells[Key(DAY, "home_district/not_known")] is None
    assert betrayed(figures, [release]) == {}


def test_shares_are_of_printed_numbers_and_need_a_base() -> None:
    stock = stock_on([person(sex="male") for _ in range(62)] + [person(sex="female") for _ in range(40)], TODAY)
    _, release = _public(stock)
    rows = _table(list(public_tables(stock, release, "en")), "By sex")
    men, women = (release.cells[Key(DAY, f"sex/{one}")] or 0 for one in ("male", "female"))
    assert rows[1] == ["Men and boys", str(men), f"{men / (release.cells[Key(DAY, 'persons')] or 0):.1%}"]
    assert men % 5 == women % 5 == 0
    assert _table(list(public_tables(stock, release, "en", Rule(least_base=500))), "By sex")[1][2] == ""


def test_a_small_list_has_the_threshold_of_sensitive_topics() -> None:
    figures = stock_figures(stock_on([person(sex="male") for _ in range(49)], TODAY))
    assert {one.threshold for key, one in figures.counts.items() if " without " not in key.series} == {10}


def test_few_women_are_withheld_where_they_would_bound_who_of_them_is_pregnant() -> None:
    women = [person(sex="female", pregnant=n < 3) for n in range(7)]
    _, release = _public(stock_on([*(person(sex="male") for _ in range(120)), *women], TODAY))
    assert release.cells[Key(DAY, "groups/pregnant")] is None
    assert release.cells[Key(DAY, "sex/female")] is None, "of seven women at most seven are pregnant"


def test_further_figures_are_parts_of_everybody_and_guarded_as_such() -> None:
    figures = stock_figures(_stock(), RULE, [[("leaving/met", 299, False)]])
    release = control(figures).release
    assert None in (release.cells[Key(DAY, "leaving/met")], release.cells[Key(DAY, "persons")])


def test_a_list_names_only_what_is_printed() -> None:
    release = Release({Key(DAY, "a"): None, Key(DAY, "b"): 0, Key(DAY, "c"): 15, Key(DAY, "d"): 20})
    table = listed("Provisions", release, [(key.series, key) for key in release.cells], "en")
    assert list(table.rows) == [("d", 20), ("c", 15)]


def test_a_page_says_what_was_done_to_its_figures() -> None:
    assert "rounded to 5" in rule_text(Release({}, base=5), RULE, "en")
    assert "may not add up" in rule_text(Release({}, base=5, adds_up=False), RULE, "en")
    assert "rounded" not in rule_text(Release({}), RULE, "en")


def test_nothing_is_left_in_english_on_a_public_urdu_page() -> None:
    stock = _stock()
    _, release = _public(stock)
    said: list[str] = []
    for one in public_tables(stock, release, "ur"):
        said += (
            [one.title, one.says]
            if isinstance(one, BarChart)
            else [one.title, one.note, *(str(row[0]) for row in one.rows)]
        )
    allowed = {"Kasur", "Okara", "Sahiwal", "District Jail Roshanabad"}
    assert [text for text in said if text not in allowed and re.search("[A-Za-z]{3}", text.replace("UN-CTS", ""))] == []
