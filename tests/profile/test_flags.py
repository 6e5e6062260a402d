"""Who belongs to a group, who may, and from when."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given

from rihai.days import day_of
from rihai.profile.flags import FLAGS, Flag, House, flags_of
from tests.profile.people import RECORDS, TODAY, Facts, case, person


def _flag(record: Facts, code: str, on: int = TODAY, **said: Any) -> Flag | None:
    return next((flag for flag in flags_of(record, on, **said) if flag.code == code), None)


@pytest.mark.parametrize(
    ("code", "facts", "outcome", "rests_on", "data_class"),
    [
        ("women", {"sex": "female"}, "met", ("sex",), "personal"),
        ("women", {"sex": "transgender"}, None, (), ""),
        ("women", {}, None, (), ""),
        ("women", {"relation_to_named": "wife_of"}, "cannot_tell", ("relation_to_named",), "personal"),
        ("women", {"relation_to_named": "son_of"}, None, (), ""),
        ("women", {"pregnant": True}, "cannot_tell", ("pregnant",), "health"),
        ("transgender", {"sex": "transgender"}, "met", ("sex",), "personal"),
        ("pregnant", {"breastfeeding": True}, "met", ("breastfeeding",), "health"),
        ("pregnant", {"sex": "female"}, None, (), ""),
        ("disability", {"disability": ["physical", "hearing"]}, "met", ("disability",), "health"),
        ("disability", {"disability": []}, None, (), ""),
        ("mental_illness", {"mental_disorder_flag": True}, "cannot_tell", ("mental_disorder_flag",), "health"),
        ("mental_illness", {"unsound_mind_order": True}, "met", ("unsound_mind_order",), "health"),
        ("mental_illness", {"illness": ["mental_illness"]}, "met", ("illness",), "health"),
        ("mental_illness", {"disability": ["psychosocial"]}, "met", ("disability",), "health"),
        ("infection", {"illness": ["asthma"]}, None, (), ""),
        ("infection", {"illness": ["hiv", "hepatitis_c"]}, "met", ("illness",), "health"),
        ("foreign_national", {"nationality": "AF"}, "met", ("nationality", "country"), "personal"),
        ("foreign_national", {"nationality": "PK"}, None, (), ""),
        (
            "foreign_national", {"nationality": "PK", "is_foreign_national": True}, "met",
            ("is_foreign_national",), "personal",
        ),
        ("foreign_national", {"foreign_documents": ["por_card"]}, "cannot_tell", ("foreign_documents",), "personal"),
        ("foreign_national", {"foreign_documents": ["passport"]}, None, (), ""),
        ("foreign_national", {"deportation_order": True}, "cannot_tell", ("deportation_order",), "personal"),
        ("children_inside", {"children_in_prison": 2}, "met", ("children_in_prison",), "personal"),
        ("children_inside", {"children": [{}]}, "cannot_tell", ("children.lives_in_prison",), "personal"),
        ("children_inside", {"children": [{"lives_in_prison": True}], "children_in_prison": 0}, None, (), ""),
        ("children_inside", {"children_total": 3}, None, (), ""),
    ],
)  # fmt: skip
def test_a_group_is_raised_from_the_facts_that_speak_for_it(
    code: str, facts: Facts, outcome: str | None, rests_on: tuple[str, ...], data_class: str
) -> None:
    flag = _flag(person(**facts), code)
    found = (flag.outcome, flag.facts, flag.data_class) if flag else (None, (), "")
    assert found == (outcome, rests_on, data_class)


@pytest.mark.parametrize(
    ("facts", "on", "outcome"),
    [
        ({"date_of_birth": "2008-10-01"}, date(2026, 9, 30), "met"),
        ({"date_of_birth": "2008-10-01"}, date(2026, 10, 1), None),
        ({"date_of_birth": "2008-02-29"}, date(2026, 2, 27), "met"),
        ({"date_of_birth": "2008-02-29"}, date(2026, 2, 28), None),
        ({"date_of_birth": "2008"}, date(2026, 10, 1), "cannot_tell"),
        ({"date_of_birth": "2008"}, date(2026, 12, 31), None),
        ({"date_of_birth": "2008-01-01", "date_of_birth_precision": "year"}, date(2026, 10, 1), "cannot_tell"),
        ({"age_years": {"min": 16, "max": 19}, "age_stated_on": "2026-10-01"}, date(2026, 10, 1), "cannot_tell"),
        ({"age_years": 17, "age_stated_on": "2026-10-01"}, date(2026, 10, 1), "met"),
        ({"age_years": 17, "age_stated_on": "2025-10-01"}, date(2026, 9, 30), "cannot_tell"),
        ({"age_years": 17, "age_stated_on": "2025-10-01"}, date(2026, 10, 1), None),
        ({"age_years": 17}, date(2026, 10, 1), None),
        ({"age_years": 900, "age_stated_on": "2025-10-01"}, date(2026, 10, 1), None),
        ({"claims_to_be_juvenile": True}, date(2026, 10, 1), "cannot_tell"),
        ({"claims_to_be_juvenile": True, "date_of_birth": "1990-05-05"}, date(2026, 10, 1), None),
        ({"date_of_birth": "2027-01-01"}, date(2026, 10, 1), None),
    ],
)
def test_a_person_is_juvenile_until_the_day_before_the_eighteenth_birthday(
    facts: Facts, on: date, outcome: str | None
) -> None:
    flag = _flag(person(**facts), "juvenile", day_of(on))
    assert (flag.outcome if flag else None) == outcome


@pytest.mark.parametrize(
    ("born", "outcome"), [("1966-10-01", "met"), ("1966-10-02", None), ("1966", "cannot_tell"), ("1965", "met")]
)
def test_sixty_is_old_from_the_birthday_on(born: str, outcome: str | None) -> None:
    flag = _flag(person(date_of_birth=born), "over_60")
    assert (flag.outcome if flag else None) == outcome


@pytest.mark.parametrize(
    ("facts", "outcome", "since"),
    [
        ({"solitary_since": "2026-09-16"}, "met", date(2026, 10, 1)),
        ({"solitary_since": "2026-09-17"}, None, None),
        ({"solitary_since": "2026-08-01"}, "met", date(2026, 8, 16)),
        ({"solitary_since": "2026-09"}, "cannot_tell", None),
        ({"solitary_since": "2026-08"}, "met", None),
        ({"in_solitary": True}, "cannot_tell", None),
        ({"in_solitary": False, "solitary_since": "2026-08-01"}, None, None),
        ({"solitary_since": "2026-08-01", "hours_alone": 20}, None, None),
        ({"solitary_since": "2026-08-01", "hours_alone": {"min": 20, "max": 23}}, "met", date(2026, 8, 16)),
    ],
)
def test_solitary_is_long_on_its_sixteenth_day(facts: Facts, outcome: str | None, since: date | None) -> None:
    flag = _flag(person(**facts), "long_solitary")
    assert (flag.outcome if flag else None) == outcome
    assert (flag.since if flag else None) == (day_of(since) if since else None)


@pytest.mark.parametrize(
    ("facts", "outcome", "since"),
    [
        ({"last_family_contact_on": "2026-07-03"}, None, None),
        ({"last_family_contact_on": "2026-07-02"}, "met", date(2026, 10, 1)),
        ({"last_family_contact_on": "2026-07"}, "cannot_tell", None),
        ({"last_family_contact_on": "2026-05"}, "met", None),
        ({"family_informed": False}, "met", None),
        ({"family_informed": False, "last_family_contact_on": "2026-09-30"}, None, None),
        ({}, None, None),
    ],
)
def test_contact_is_missed_on_the_day_after_the_days_allowed(
    facts: Facts, outcome: str | None, since: date | None
) -> None:
    flag = _flag(person(**facts), "no_family_contact")
    assert (flag.outcome if flag else None) == outcome
    assert (flag.since if flag else None) == (day_of(since) if since else None)


def test_the_house_sets_how_long_without_contact_is_long() -> None:
    record = person(last_family_contact_on="2026-09-20")
    assert _flag(record, "no_family_contact") is None
    assert _flag(record, "no_family_contact", house=House(days_without_contact=10)) is not None


def test_every_case_without_a_lawyer_is_named_and_a_case_that_no_longer_holds_is_not() -> None:
    record = person(
        case(case_id="1/26 City", legal_counsel="none"),
        case(case_id="2/26 City", legal_counsel="legal_aid"),
        case(case_id="3/25 City", legal_counsel="none", bail_furnished=True),
        case(case_id="4/26 City", legal_counsel="none"),
    )
    flag = _flag(record, "no_lawyer")
    assert flag is not None
    assert flag.because == "No lawyer in 1/26 City and 4/26 City."
    assert _flag(person(case()), "no_lawyer") is None


@pytest.mark.parametrize(
    ("one", "outcome", "since"),
    [
        (case("condemned", convicted_on="2024-05-06"), "met", date(2024, 5, 6)),
        (
            case(None, sentences=[{"kind": "death", "imposed_on": "2024-06-07"}], convicted_on="2024-05-06"),
            "met", date(2024, 6, 7),
        ),
        (case("convict", sentences=[{"kind": "death"}]), "cannot_tell", None),
        (case("convict", sentences=[{"kind": "life"}]), None, None),
        (case("condemned", convicted_on="2024"), "met", None),
        (case("condemned", released=True), None, None),
    ],
)  # fmt: skip
def test_a_sentence_of_death_is_told_from_status_and_sentence(
    one: Facts, outcome: str | None, since: date | None
) -> None:
    flag = _flag(person(case(case_id="2/26 City"), one), "condemned")
    assert (flag.outcome if flag else None) == outcome
    assert (flag.since if flag else None) == (day_of(since) if since else None)


def test_reasons_are_said_in_urdu() -> None:
    record = person(disability=["visual"], illness=["tuberculosis"], children_in_prison=1)
    assert [flag.because for flag in flags_of(record, TODAY, "ur")] == [
        "1 بچہ اس فرد کے ساتھ جیل میں رہتا ہے۔",
        "معذوری: بینائی کی۔",
        "درج ہے: تپِ دق۔",
    ]


def test_of_whom_nothing_is_known_nothing_is_flagged() -> None:
    assert flags_of({"id": "P-1"}, TODAY) == []


@given(RECORDS)
def test_a_flag_always_has_a_reason_facts_on_record_and_their_highest_class(record: Facts) -> None:
    for flag in flags_of(record, TODAY):
        named = [name.split(".")[0] for name in flag.facts]
        on_record = record.keys() | {name for one in record.get("cases", ()) for name in one}
        assert flag.code in FLAGS
        assert flag.because
        assert flag.facts
        assert [name for name in named if name not in on_record] == []
        assert flag.since is None or flag.since <= TODAY
        assert (flag.data_class == "health") == bool(
            {"pregnant", "breastfeeding", "illness", "disability", "mental_disorder_flag"} & set(named)
        )
