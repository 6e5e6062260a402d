"""A sentence of each regime of England and Wales, worked by hand: its dates, and how each came about.

The traps (31 August and one month, an older date that stands, tranches, the switch to 365 days) are those of the
Ministry of Justice's calculate-release-dates-api (Crown copyright, MIT).
"""

from __future__ import annotations

from datetime import date
from functools import cache
from itertools import count
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rihai.errors import PackInvalid
from rihai.law.bulk import find_all
from rihai.law.load import load_pack
from rihai.law.screen import Screening, find_in
from rihai.words import day_text

BEFORE, FORTY, NOW, THIRD = date(2024, 9, 9), date(2024, 12, 16), date(2026, 8, 20), date(2026, 11, 25)
NUMBERS = count()
OUT_OF_SCOPE: tuple[dict[str, Any], ...] = (
    {"sentence_type": "eds"},
    {"recalled": True},
    {"sds_plus": True},
    {"sentences": []},
)


def a_case(imposed_on: str, term: dict[str, int], **facts: Any) -> dict[str, Any]:
    return {
        "case_id": "T1",
        "legal_status": "convict",
        "sentence_type": "sds",
        "sentences": [{"kind": "term", "term": term, "imposed_on": imposed_on}],
        "recalled": False,
        "sds_plus": False,
        "section_250": False,
        "hdc_statutory_exclusion": False,
        "early_release_exclusions": [],
        "remand_credit_days": 0,
        "tagged_bail_credit_days": 0,
    } | facts


@cache
def screening(on: date) -> Screening:
    return Screening([load_pack("england-and-wales")], on)


def printed(case: dict[str, Any], on: date) -> list[dict[str, Any]]:
    screened = screening(on).screen({"id": str(next(NUMBERS)), "country": "GB", "cases": [case]})
    assert screened.problems == ()
    dates: list[dict[str, Any]] = screened.as_json()["dates"]
    return dates


def dates(case: dict[str, Any], on: date) -> dict[str, str | None]:
    return {one["date"]: one["on"] for one in printed(case, on)}


def way_to(name: str, case: dict[str, Any], on: date) -> str:
    return " ".join(next(one for one in printed(case, on) if one["date"] == name)["breakdown"])


def test_one_half() -> None:
    case = a_case("2023-01-09", {"years": 2}, remand_credit_days=30, tagged_bail_credit_days=10)

    assert dates(case, BEFORE) == {
        "SLED": "2024-11-29",  # 8 January 2025 less 40
        "CRD": "2023-11-30",  # 366 of 731 days: 9 January 2024 less 40
        "ESED": "2025-01-08",
        "HDCED": "2023-06-04",  # 366 - 180 = 186 days on: 14 July 2023 less 40
    }
    assert way_to("CRD", case, BEFORE) == (
        "From 9 January 2023 for the term of the sentence: 8 January 2025 is its last day, 731 days in all. "
        "1/2 of 731 days is 366 days, the fraction rounded up: without credits until 9 January 2024. "
        "40 days that count as served are taken off: 30 November 2023."
    )


def test_one_month_from_31_august_ends_on_30_september() -> None:
    assert dates(a_case("2020-08-31", {"months": 1}), BEFORE) == {
        "SLED": "2020-09-30", "CRD": "2020-09-15", "ESED": "2020-09-30", "HDCED": None,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("imposed_on", "term", "ends"),
    [
        ("2021-01-01", {"months": 3}, "2021-03-31"),
        ("2020-02-29", {"years": 1}, "2021-02-28"),  # no 29 February: nothing is subtracted
        ("2019-01-31", {"months": 1}, "2019-02-28"),
        ("2021-11-08", {"months": 12, "weeks": 2, "days": 2}, "2022-11-23"),
        ("2021-11-08", {"weeks": 26}, "2022-05-08"),
        ("2025-03-20", {"days": 1}, "2025-03-20"),
    ],
)
def test_a_term_ends_months_first_then_days(imposed_on: str, term: dict[str, int], ends: str) -> None:
    assert dates(a_case(imposed_on, term), NOW)["ESED"] == ends


def test_credits_never_bring_release_before_the_sentence() -> None:
    found = dates(a_case("2023-01-09", {"years": 1}, remand_credit_days=200), NOW)

    assert (found["CRD"], found["HDCED"]) == ("2023-01-09", None)
    assert "Not before the day of the sentence, 9 January 2023." in way_to(
        "CRD", a_case("2023-01-09", {"years": 1}, remand_credit_days=200), NOW
    )


def test_forty_per_cent_for_those_sentenced_under_it() -> None:
    case = a_case("2024-10-07", {"years": 2})

    assert dates(case, FORTY)["CRD"] == "2025-07-25"  # 292 of 730 days
    assert "Sentenced on or after 10 September 2024: 40% (SI 2024/844)." in way_to("CRD", case, FORTY)


def test_forty_per_cent_reaches_a_running_sentence_on_10_september_2024() -> None:
    case = a_case("2023-10-02", {"years": 2})  # half: 1 October 2024; 40%: 20 July 2024

    assert dates(case, BEFORE)["CRD"] == "2024-10-01"
    assert dates(case, NOW)["CRD"] == "2024-09-10"
    assert "the later of 20 July 2024 and 10 September 2024" in way_to("CRD", case, NOW)


def test_an_older_date_before_it_stands() -> None:
    case = a_case("2023-09-10", {"years": 2})  # half: 9 September 2024

    assert dates(case, NOW)["CRD"] == "2024-09-09"
    assert "The date under the earlier rule, 9 September 2024, falls before 10 September 2024 and stands" in way_to(
        "CRD", case, NOW
    )


@pytest.mark.parametrize(
    ("term", "crd"), [({"years": 4, "months": 11, "days": 29}, "2024-09-10"), ({"years": 5}, "2024-10-22")]
)
def test_five_years_and_more_wait_until_22_october_2024(term: dict[str, int], crd: str) -> None:
    assert dates(a_case("2022-05-02", term), NOW)["CRD"] == crd


@pytest.mark.parametrize("code", ["sexual", "violent_4_years", "domestic_abuse", "national_security", "terrorism"])
def test_an_excluded_offence_stays_at_one_half(code: str) -> None:
    case = a_case("2024-10-07", {"years": 2}, early_release_exclusions=[code])

    assert dates(case, NOW)["CRD"] == "2025-10-06"
    assert "Excluded from 40% (SI 2024/844)." in way_to("CRD", case, NOW)


@pytest.mark.parametrize(
    ("imposed_on", "crd"),
    [
        ("2024-12-16", "2025-12-15"),  # passed under the exclusion: one half
        ("2024-06-03", "2025-06-02"),  # 40% on 21 March 2025 is after it began: one half
        ("2024-02-26", "2024-12-14"),  # 40% two days before it began: stands
    ],
)
def test_the_offences_added_in_december_2024(imposed_on: str, crd: str) -> None:
    case = a_case(imposed_on, {"years": 2}, early_release_exclusions=["added_december_2024"])

    assert dates(case, NOW)["CRD"] == crd


def test_one_third_from_autumn_2026_is_announced() -> None:
    case = a_case("2026-10-05", {"years": 3})  # 1,096 days: 366

    (crd,) = [one for one in printed(case, THIRD) if one["date"] == "CRD"]
    assert (crd["on"], crd["notes"]) == ("2027-10-05", ["announced_law"])
    assert "Sentenced on or after 1 October 2026: 1/3 (Sentencing Act 2026 s.23)." in crd["breakdown"]


@pytest.mark.parametrize(
    ("days", "tranche"),
    [(574, "2026-10-01"), (575, "2026-10-13"), (882, "2026-10-13"), (883, "2026-11-10"), (1162, "2026-11-10")],
)
def test_one_third_reaches_running_sentences_by_their_length(days: int, tranche: str) -> None:
    case = a_case("2026-09-28", {"days": days}, remand_credit_days=days // 3)

    assert dates(case, THIRD)["CRD"] == tranche


def test_the_longest_running_sentences_wait_until_june_2027() -> None:
    case = a_case("2026-09-28", {"days": 4397}, remand_credit_days=1400)

    assert dates(case, THIRD)["CRD"] == "2027-06-08"
    assert (
        dates(case | {"sentences": [{"term": {"days": 4396}, "imposed_on": "2026-09-28", "kind": "term"}]}, THIRD)[
            "CRD"
        ]
        == "2027-05-11"
    )


def test_before_october_2026_nobody_is_told_of_one_third() -> None:
    found = printed(a_case("2026-05-04", {"years": 3}), NOW)

    assert {one["date"]: one["on"] for one in found}["CRD"] == "2027-07-16"  # 40% of 1,096 days: 439
    assert {note for one in found for note in one["notes"]} == set()


@pytest.mark.parametrize(
    "facts", [{"section_250": True}, {"early_release_exclusions": ["sentencing_act_2026_schedule"]}]
)
def test_who_stays_outside_one_third(facts: dict[str, Any]) -> None:
    assert dates(a_case("2026-10-05", {"years": 3}, **facts), THIRD)["CRD"] == "2027-12-17"  # 40%: 439 days


@pytest.mark.parametrize(
    ("imposed_on", "term", "remand", "hdced"),
    [
        ("2022-03-01", {"years": 1}, 0, "2022-06-01"),  # 183 in custody: half of them 92
        ("2022-03-01", {"years": 2}, 0, "2022-09-03"),  # 366 in custody: 180 before their end
        ("2022-03-01", {"days": 84}, 0, "2022-03-29"),  # 42 in custody: at least 28 days
        ("2022-03-01", {"days": 82}, 0, None),  # 41 in custody: none
        ("2022-03-01", {"years": 1}, 150, "2022-03-15"),  # at least 14 days
        ("2022-03-01", {"years": 1}, 169, None),  # release on day 13
        ("2024-05-06", {"years": 4}, 0, "2025-06-03"),  # 180 days after, 365 before: the day of the switch
        ("2024-11-13", {"years": 3}, 57, "2025-06-02"),  # 180 days still before it
        ("2024-10-07", {"years": 6}, 0, "2026-03-03"),  # 877 in custody: 365 before their end
    ],
)
def test_home_detention_curfew(imposed_on: str, term: dict[str, int], remand: int, hdced: str | None) -> None:
    assert dates(a_case(imposed_on, term, remand_credit_days=remand), NOW)["HDCED"] == hdced


def test_home_detention_curfew_ends_for_adults_on_2_september_2026() -> None:
    case = a_case("2026-06-01", {"years": 2})  # 293 in custody: 147 days on

    assert dates(case, date(2026, 9, 1))["HDCED"] == "2026-10-26"
    assert dates(case, date(2026, 9, 2))["HDCED"] is None
    assert dates(case | {"section_250": True}, date(2026, 9, 2))["HDCED"] == "2026-10-26"
    assert "ends on 2 September 2026" in way_to("HDCED", case, date(2026, 9, 2))


def test_statute_bars_the_curfew_and_leaves_the_rest() -> None:
    found = dates(a_case("2022-03-01", {"years": 1}, hdc_statutory_exclusion=True), NOW)

    assert (found["HDCED"], found["CRD"]) == (None, "2022-08-30")


@pytest.mark.parametrize("facts", OUT_OF_SCOPE)
def test_out_of_scope_there_are_no_dates(facts: dict[str, Any]) -> None:
    case = a_case("2022-03-01", {"years": 1}, **facts)

    assert dates(case, NOW) == {}
    found = screening(NOW).screen({"id": str(next(NUMBERS)), "cases": [case]}).findings
    assert next(one for one in found if one.provision.id == "EW-SDS-RELEASE").outcome == "not_applicable"


@pytest.mark.parametrize(
    ("absent", "known"),
    [
        ("remand_credit_days", {"ESED"}),
        ("tagged_bail_credit_days", {"ESED"}),
        ("early_release_exclusions", {"SLED", "ESED"}),
        ("recalled", {"SLED", "ESED"}),
        ("sds_plus", {"SLED", "ESED"}),
        ("hdc_statutory_exclusion", {"SLED", "ESED", "CRD"}),
        ("section_250", {"SLED", "ESED", "CRD", "HDCED"}),  # before autumn 2026 it changes nothing
        ("sentence_type", set()),
        ("sentences", set()),
    ],
)
def test_only_what_is_known_for_certain_is_printed(absent: str, known: set[str]) -> None:
    case = a_case("2025-01-13", {"years": 2})
    del case[absent]

    assert set(dates(case, NOW)) == known


def test_a_day_of_sentence_known_in_part_gives_no_date() -> None:
    assert dates(a_case("2025-01", {"years": 2}), NOW) == {}


def test_remand_is_counted_from_the_stays_when_nothing_else_held_the_person() -> None:
    case = a_case("2025-01-13", {"years": 2}, held_in_other_case=False, custody=[{"from": "2025-01-03"}])
    del case["remand_credit_days"]

    assert dates(case, NOW)["SLED"] == "2027-01-02"  # 12 January 2027 less ten
    assert "SLED" not in dates(case | {"held_in_other_case": True}, NOW)


def test_a_breakdown_is_said_in_urdu() -> None:
    case = a_case("2026-05-04", {"years": 3}, remand_credit_days=20)
    record = {"id": str(next(NUMBERS)), "cases": [case]}

    said = [line for one in screening(THIRD).screen(record).dates for line in one.said("ur")]

    assert any(day_text(date(2027, 4, 14), "ur") in line for line in said)
    assert [line for line in said if "the" in line.split()] == []


def test_a_provision_prints_only_reckoned_dates_of_a_case(tmp_path: Path) -> None:
    copytree(load_pack("england-and-wales").folder, tmp_path / "copy")
    path = tmp_path / "copy" / "provisions" / "EW-SDS-RELEASE.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("CRD: ew_crd_on", "CRD: convicted_on"), encoding="utf-8")

    with pytest.raises(PackInvalid) as raised:
        load_pack(tmp_path / "copy")

    assert "'convicted_on' is not a reckoned date of a case" in str(raised.value)


def test_who_was_due_under_an_older_measure_stays_due_since_then() -> None:
    case = a_case("2023-09-10", {"years": 2})

    found = screening(THIRD).screen({"id": str(next(NUMBERS)), "cases": [case]}).findings

    release = next(one for one in found if one.provision.id == "EW-SDS-RELEASE")
    assert (release.outcome, release.since) == ("met", _number(date(2024, 9, 9)))


_CASES = st.builds(
    a_case,
    st.dates(date(2020, 1, 1), date(2027, 3, 1)).map(date.isoformat),
    st.fixed_dictionaries({"months": st.integers(0, 200), "days": st.integers(1, 40)}),
    remand_credit_days=st.one_of(st.none(), st.integers(0, 900)),
    tagged_bail_credit_days=st.integers(0, 60),
    early_release_exclusions=st.sampled_from([None, [], ["sexual"], ["added_december_2024"]]),
    section_250=st.sampled_from([None, False, True]),
    recalled=st.sampled_from([False, False, None, True]),
)
"""Cases with facts missing at random; None is not known."""


@settings(max_examples=8, deadline=None)
@given(st.lists(_CASES, min_size=20, max_size=40), st.sampled_from([BEFORE, FORTY, NOW, THIRD]))
def test_a_census_is_found_as_one_by_one(cases: list[dict[str, Any]], on: date) -> None:
    ready = screening(on).packs
    records = [
        {"id": str(n), "cases": [{key: value for key, value in case.items() if value is not None}]}
        for n, case in enumerate(cases)
    ]

    one_by_one = [
        (n, found.provision.id, found.outcome, found.since, found.due_on, set(found.missing))
        for n, record in enumerate(records)
        for found in find_in(record, ready)
        if found.outcome in {"met", "not_yet", "cannot_tell", "arguable"}
    ]
    days = [
        (row["person_index"], row["provision"], row["outcome"], _number(row["since"]), _number(row["due_on"]),
         set(row["missing"]))
        for row in find_all(records, ready).table.to_pylist()
    ]  # fmt: skip
    assert sorted(days, key=str) == sorted(one_by_one, key=str)


def _number(day: date | None) -> int | None:
    return None if day is None else day.toordinal() - date(1970, 1, 1).toordinal()


@settings(max_examples=100, deadline=None)
@given(_CASES, st.sampled_from([BEFORE, FORTY, NOW, THIRD]))
def test_a_printed_date_holds_whatever_is_missing_turns_out_to_be(case: dict[str, Any], on: date) -> None:
    known = {key: value for key, value in case.items() if value is not None}
    filled = {"remand_credit_days": 7, "early_release_exclusions": ["sexual"], "section_250": True, "recalled": False}

    before, after = dates(known, on), dates(filled | known, on)

    assert before.items() <= after.items()
