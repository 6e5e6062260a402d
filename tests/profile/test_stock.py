"""Who is held on a day: counted once, never guessed, and adding up."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rihai.days import day_of
from rihai.profile.flags import FLAGS, flags_of
from rihai.profile.statistics import Capacity, Stock, stock_on
from tests.offences.pack import line, pakistan, table_of
from tests.profile.people import RECORDS, TODAY, Facts, case, person

JAIL, OTHER_JAIL = "District Jail Roshanabad", "Central Jail Chamanpur"


def _rows(stock: Stock, code: str) -> dict[str, int]:
    """The rows of a breakdown that count somebody, and those not known."""
    breakdown = stock.breakdowns[code]
    rows = {row.code: row.numerator for row in breakdown.rows if row.numerator}
    return rows | ({"?": breakdown.not_known} if breakdown.not_known else {})


def _rate(stock: Stock, code: str) -> tuple[int, int | None, int]:
    rate = next(one for one in stock.rates if one.code == code)
    return rate.numerator, rate.denominator, rate.left_out


def test_a_person_with_two_cases_is_counted_once_by_the_heavier_and_both_cases_are_counted() -> None:
    both = person(case("under_trial"), case("convict", case_id="2/24 City", appeal_filed=False))
    stock = stock_on([both, person(case("under_trial"))], TODAY)
    assert _rows(stock, "status") == {"convict": 1, "under_trial": 1}
    assert _rows(stock, "cases") == {"convict": 1, "under_trial": 2}
    assert _rows(stock, "time_under_trial") == {"?": 1}
    assert stock.figures[0].numerator == 1
    assert (stock.persons, stock.breakdowns["cases"].total) == (2, 3)


@pytest.mark.parametrize(
    ("record", "status", "standing"),
    [
        (person(case(None)), "?", "?"),
        (person(case("under_trial"), case(None)), "?", "?"),
        (person(case("convict"), case(None)), "?", "appeal_not_known"),
        (person(case("condemned"), case(None)), "condemned", "appeal_not_known"),
        (person(case("convict", appeal_filed=True, appeal_decided=False)), "convict", "appeal_pending"),
        (person(case("convict", appeal_filed=True)), "convict", "appeal_not_known"),
        (person(case("convict", appeal_filed=True, appeal_decided=True)), "convict", "no_appeal_pending"),
        (person(case("immigration")), "immigration", "administrative"),
        (person(case("immigration"), case("under_trial")), "under_trial", "under_trial"),
        (person(case("released")), "no_case", "no_case"),
        (person(case("under_trial", released_on="2026-10-01")), "no_case", "no_case"),
        (person(case("under_trial", released_on="2026-10-02")), "under_trial", "under_trial"),
        (person(), "no_case", "no_case"),
        ({"id": "P-1"}, "?", "?"),
    ],
)
def test_what_is_not_known_of_a_case_stays_open_unless_another_decides(
    record: Facts, status: str, standing: str
) -> None:
    stock = stock_on([record], TODAY)
    assert (_rows(stock, "status"), _rows(stock, "standing")) == ({status: 1}, {standing: 1})


def test_those_awaiting_appeal_are_sentenced_and_those_held_for_no_offence_are_left_out() -> None:
    people = [
        *[person(case("under_trial"), sex="female")] * 3,
        person(case("convict", appeal_filed=True, appeal_decided=False), sex="female"),
        person(case("convict", appeal_filed=False), sex="male"),
        person(case("convict"), sex="male"),
        person(case("convicted_unsentenced"), sex="male"),
        person(case("detained_without_charge"), sex="male"),
        person(case(None), sex="male"),
    ]
    stock = stock_on(people, TODAY)
    assert _rate(stock, "unsentenced") == (3, 7, 1)
    assert _rate(stock, "unsentenced_women") == (3, 4, 0)
    assert _rate(stock, "unsentenced_men") == (0, 3, 1)
    assert _rate(stock, "not_final") == (5, 6, 2)


@pytest.mark.parametrize(
    ("arrested", "band"),
    [
        ("2026-04-01", "to_6_months"),
        ("2026-03-31", "to_1_year"),
        ("2025-10-01", "to_1_year"),
        ("2025-09-30", "to_2_years"),
        ("2021-09-30", "over_5_years"),
        ("2026-10-01", "to_6_months"),
        ("2026-10-02", None),
        ("2026", "?"),
        ("2022", "to_5_years"),
    ],
)
def test_over_six_months_begins_the_day_after_the_anniversary(arrested: str, band: str | None) -> None:
    stock = stock_on([person(case(arrested_on=arrested))], TODAY)
    assert _rows(stock, "time_under_trial") == ({band: 1} if band else {})


def test_stays_of_two_cases_are_never_added_and_bail_breaks_a_stay() -> None:
    two = person(case(arrested_on="2026-05-01"), case(case_id="2/26 City", arrested_on="2026-06-01"))
    back = person(
        case(
            arrested_on="2024-01-01", custody=[{"from": "2024-01-01", "to": "2025-01-01"}, {"from": "2026-09-01"}]
        )
    )  # fmt: skip
    unsure = person(case(arrested_on="2026-05-01"), case(case_id="2/26 City"))
    assert _rows(stock_on([two, back, unsure], TODAY), "time_under_trial") == {"to_6_months": 2, "?": 1}


@given(st.integers(0, 100))
def test_every_age_falls_into_one_band(age: int) -> None:
    stock = stock_on([{"id": "P-1", "age_years": age, "age_stated_on": "2026-10-01"}], TODAY)
    expected = (
        "under_18" if age < 18 else "18_to_24" if age < 25 else "25_to_34" if age < 35
        else "35_to_49" if age < 50 else "50_to_59" if age < 60 else "60_and_over"
    )  # fmt: skip
    assert _rows(stock, "age") == {expected: 1}
    assert _rows(stock, "adulthood") == {"juvenile" if age < 18 else "adult": 1}


def test_an_age_that_may_be_in_two_bands_is_in_none() -> None:
    stock = stock_on([{"id": "P-1", "age_years": {"min": 23, "max": 26}, "age_stated_on": "2026-10-01"}], TODAY)
    assert (_rows(stock, "age"), _rows(stock, "adulthood")) == ({"?": 1}, {"adult": 1})


def test_children_inside_are_counted_apart_and_never_as_prisoners() -> None:
    listed = {"date_of_birth": "2025-06-01", "lives_in_prison": True}
    people = [
        person(case(), children=[listed, {"date_of_birth": "2020", "lives_in_prison": False}, {}]),
        person(case(), children_in_prison=2, children=[listed]),
        person(case(), children_in_prison=1, children=[listed, listed]),
        person(case(), children_total=0),
        person(case()),
    ]
    stock = stock_on(people, TODAY)
    assert stock.persons == 5
    assert _rows(stock, "children") == {"1_to_2": 2, "?": 2}
    assert [(figure.code, figure.numerator) for figure in stock.figures[1:]] == [
        ("parents_with_children_inside", 3), ("children_perhaps_inside", 1), ("persons_children_not_known", 1),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sections", "group"),
    [
        (["302"], "murder"),
        (["302", "34"], "murder"),
        (["379", "302"], "murder"),
        (["379", "34"], "theft"),
        (["379", "420"], "fraud"),
        (["302", "a section nobody knows"], "murder"),
        (["379", "a section nobody knows"], "?"),
        (["34"], "liability"),
        ([], "?"),
    ],
)
def test_a_person_stands_under_the_heaviest_charge(sections: list[str], group: str) -> None:
    charges = [{"act": "PPC", "section": section, "offence_date": "2025-01-01"} for section in sections]
    stock = stock_on([person(case(charges=charges))], TODAY, offences=pakistan())
    assert _rows(stock, "offence") == {group: 1}


def test_a_charge_is_read_by_the_edition_of_the_day_of_the_act() -> None:
    table = table_of(line(to="2022-09-06", group="theft"), line(from_="2022-09-06", group="fraud"))
    days = ("2022-09-05", "2022-09-06", "2022", "2020")
    people = [person(case(charges=[{"act": "PPC", "section": "900", "offence_date": day}])) for day in days]
    arrested_before = person(case(arrested_on="2021-01-01", charges=[{"act": "PPC", "section": "900"}]))
    stock = stock_on([*people, arrested_before], TODAY, offences=table)
    assert _rows(stock, "offence") == {"theft": 3, "fraud": 1, "?": 1}


def test_without_an_offence_table_no_group_is_guessed() -> None:
    record = person(case(charges=[{"act": "PPC", "section": "302"}]))
    assert _rows(stock_on([record], TODAY), "offence") == {"?": 1}


def _places(prison: str, places: int, standard: str = "4 m² a person") -> Capacity:
    return Capacity(prison, places, standard, "Annual return of the prison department", day_of(date(2026, 1, 1)))


def test_occupancy_is_the_sum_of_persons_on_the_sum_of_places() -> None:
    people = [
        *[person(prison=JAIL)] * 9,
        *[person(prison=OTHER_JAIL)] * 3,
        person(prison="Sub-Jail Daryapur"),
        person(),
    ]
    capacities = [_places(JAIL, 3), _places(OTHER_JAIL, 6), _places("Women Jail Sangabad", 50)]
    occupancy = stock_on(people, TODAY, capacities=capacities).occupancy
    shares = {prison.prison: prison.figure.share for prison in occupancy.prisons if prison.figure}
    assert shares == {JAIL: 3.0, OTHER_JAIL: 0.5}
    assert occupancy.overall is not None
    assert (occupancy.overall.text("en"), occupancy.overall.left_out) == ("133.3 % (12 of 9)", 2)
    assert {(one.prison, one.persons) for one in occupancy.prisons if not one.figure} == {
        ("Sub-Jail Daryapur", 1), ("Women Jail Sangabad", None),
    }  # fmt: skip


def test_places_counted_by_two_standards_are_not_added() -> None:
    people = [person(prison=JAIL), person(prison=OTHER_JAIL)]
    occupancy = stock_on(people, TODAY, capacities=[_places(JAIL, 3), _places(OTHER_JAIL, 6, "beds")]).occupancy
    assert (occupancy.overall, occupancy.standards) == (None, ("4 m² a person", "beds"))


def test_a_capacity_must_say_how_many_by_what_standard_and_who_says_so() -> None:
    for places, standard, source in ((0, "beds", "return"), (5, " ", "return"), (5, "beds", "")):
        with pytest.raises(ValueError, match="standard"):
            Capacity(JAIL, places, standard, source, TODAY)
    with pytest.raises(ValueError, match="two capacities"):
        stock_on([], TODAY, capacities=[_places(JAIL, 3), _places(JAIL, 4)])


def test_an_empty_list_is_a_stock_of_nobody() -> None:
    stock = stock_on([], TODAY, capacities=[_places(JAIL, 3)])
    assert stock.persons == 0
    assert {breakdown.total for breakdown in stock.breakdowns.values()} == {0}
    assert stock.occupancy.overall is None


@given(st.lists(RECORDS, max_size=6))
@settings(max_examples=150, deadline=None)
def test_totals_add_up_whatever_is_missing(records: list[Facts]) -> None:
    stock = stock_on(records, TODAY, offences=pakistan(), capacities=[_places(JAIL, 3)])
    everybody = set(stock.breakdowns) - {"cases", "children", "time_under_trial"}
    for code in everybody:
        breakdown = stock.breakdowns[code]
        assert sum(row.numerator for row in breakdown.rows) + breakdown.not_known == len(records) == breakdown.total
    assert stock.breakdowns["time_under_trial"].total == stock.breakdowns["status"].count("under_trial")
    flagged = [flag for record in records for flag in flags_of(record, TODAY)]
    for code in FLAGS:
        for state in ("met", "cannot_tell"):
            assert stock.groups[code].count(state) == sum((one.code, one.outcome) == (code, state) for one in flagged)
        assert stock.groups[code].total == len(records)


_SETTLES = {
    "women": {"sex"},
    "transgender": {"sex"},
    "pregnant": {"sex", "pregnant", "breastfeeding"},
    "children_inside": {"children", "children_in_prison", "children_total"},
    "juvenile": {"date_of_birth", "age_years"},
    "over_60": {"date_of_birth", "age_years"},
    "disability": {"disability"},
    "mental_illness": {"illness", "mental_disorder_flag"},
    "infection": {"illness"},
    "foreign_national": {"nationality", "is_foreign_national"},
    "no_lawyer": {"cases"},
    "no_family_contact": {"last_family_contact_on"},
    "condemned": {"cases"},
    "long_solitary": {"in_solitary", "solitary_since", "hours_alone"},
}


@given(RECORDS, st.sampled_from(sorted(FLAGS)))
def test_nobody_is_known_not_to_be_in_a_group_without_the_facts_that_say_so(record: Facts, code: str) -> None:
    silent = {name: value for name, value in record.items() if name not in _SETTLES[code]}
    assert stock_on([silent], TODAY).groups[code].count("not_met") == 0


@given(RECORDS)
def test_of_whom_only_the_key_is_known_is_known_to_be_nothing(record: Facts) -> None:
    stock = stock_on([{"id": record["id"]}], TODAY)
    assert {code for code, group in stock.groups.items() if group.not_known != 1} == set()
    asked = set(stock.breakdowns) - {"cases", "children", "time_under_trial"}
    assert {code for code in asked if stock.breakdowns[code].not_known != 1} == set()
