"""What is believed of a person when several sources speak."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given

from rihai.people.record import UnknownFact, believed, class_of, differences, path_text, record_from, slices_of
from tests.people.records import RECORDS
from tests.people.said import WHO, said

CASE = "51/26 Saddar"


def _record(*sources: list[Any]) -> dict[str, Any]:
    record = record_from(WHO, [one for source in sources for one in source])
    record.pop("id")
    return record


def _case(**facts: Any) -> dict[str, Any]:
    return {"cases": [{"case_id": CASE, **facts}]}


@given(RECORDS)
def test_what_one_source_says_comes_back_the_same(record: dict[str, Any]) -> None:
    assert _record(said(record)) == record


@given(RECORDS)
def test_each_row_holds_one_class_and_nothing_is_lost(record: dict[str, Any]) -> None:
    for part in slices_of(record):
        names = [name for name in (*part.facts, *part.identity) if name != "cases"]
        names += [name for case in part.facts.get("cases", ()) for name in case if name != "case_id"]
        assert {class_of(name) for name in names} <= {part.data_class}


@given(RECORDS, RECORDS)
def test_the_hand_wins_over_any_census_fact_by_fact(hand: dict[str, Any], census: dict[str, Any]) -> None:
    record = _record(said(hand, kind="hand"), said(census, day=30))
    assert {name: record[name] for name in hand if name != "cases"} == {
        name: value for name, value in hand.items() if name != "cases"
    }
    assert set(record) >= {name for name in hand if name != "cases"}


def test_the_newest_census_wins_over_older_ones_and_older_ones_fill_what_it_leaves_out() -> None:
    old = said({"sex": "male", "religion": "Islam"})
    new = said({"sex": "female"}, day=30)
    assert _record(new, old) == {"sex": "female", "religion": "Islam"}


def test_a_census_read_late_but_true_earlier_is_the_older_one() -> None:
    late = said({"barrack": "2"}, day=0)
    early = said({"barrack": "5"}, day=30)
    assert _record(late, early)["barrack"] == "5"


def test_a_form_is_believed_after_the_hand_and_before_a_census() -> None:
    form, census = (
        said({"sex": "male", "caste": "B"}, kind="form"),
        said({"sex": "female", "caste": "C", "religion": "D"}),
    )
    assert _record(said({"sex": "transgender"}, kind="hand"), form, census) == {
        "sex": "transgender", "caste": "B", "religion": "D",
    }  # fmt: skip


def test_what_is_taken_back_falls_to_the_census_below() -> None:
    hand, census = said({"sex": "male"}, kind="hand"), said({"sex": "female"})
    assert _record(hand, census)["sex"] == "male"
    taken_back = said({}, kind="hand", day=2, takes_back=("sex",))
    assert _record(hand, census, taken_back)["sex"] == "female"


def test_what_is_written_again_after_it_was_taken_back_is_believed() -> None:
    first, back = said({"sex": "male"}, kind="hand"), said({}, kind="hand", day=2, takes_back=("sex",))
    again = said({"sex": "transgender"}, kind="hand", day=3)
    assert _record(first, back, again) == {"sex": "transgender"}


def test_a_case_the_newest_census_no_longer_lists_is_gone_unless_somebody_wrote_of_it() -> None:
    old = said({"cases": [{"case_id": "A"}, {"case_id": "B"}]})
    new = said({"cases": [{"case_id": "B"}]}, day=30)
    assert [case["case_id"] for case in _record(old, new)["cases"]] == ["B"]
    written = said({"cases": [{"case_id": "A", "court": "Sessions"}]}, kind="hand", day=1)
    assert [case["case_id"] for case in _record(old, new, written)["cases"]] == ["B", "A"]


def test_to_know_of_no_case_is_not_the_same_as_not_to_know() -> None:
    assert _record(said({"cases": []})) == {"cases": []}
    assert _record(said({"sex": "male"})) == {"sex": "male"}


def test_the_day_of_an_order_is_not_taken_from_whoever_was_wrong_about_the_order() -> None:
    hand = said(_case(bail_granted=False), kind="hand")
    census = said(_case(bail_granted=True, bail_granted_on="2026-09-01"))
    assert _record(hand, census)["cases"] == [{"case_id": CASE, "bail_granted": False}]


def test_null_is_not_known_and_silences_nobody() -> None:
    assert _record(said({"sex": None}, kind="hand"), said({"sex": "female"}))["sex"] == "female"


def test_a_fact_the_dictionary_does_not_have_is_refused() -> None:
    with pytest.raises(UnknownFact):
        slices_of({"shoe_size": 44})


def test_numbers_of_authorities_are_cut_off_to_be_sealed() -> None:
    part = slices_of({"cnic": "9120100000001", "sex": "male"}, {"cnic": "91201-0000000-1"})[0]
    assert (part.identity, part.facts) == ({"cnic": "9120100000001"}, {"sex": "male"})
    assert (part.identity_raw, part.raw) == ({"cnic": "91201-0000000-1"}, {})


def test_null_bytes_and_halves_of_letters_are_replaced_before_any_database_sees_them() -> None:
    assert slices_of({"full_name": "A\x00B\ud800"})[0].facts == {"full_name": "A�B�"}


def test_every_belief_keeps_its_source_its_raw_text_and_what_others_say() -> None:
    census = said({"sex": "female"}, raw={"sex": "F"})
    belief = believed([*said({"sex": "male"}, kind="hand"), *census])[0]
    assert (belief.value, belief.said.kind) == ("male", "hand")
    ((value, other),) = belief.others
    assert (value, other.raw) == ("female", {"sex": "F"})


def test_a_census_that_says_otherwise_than_the_hand_is_a_difference_and_changes_nothing() -> None:
    hand, census = said(_case(arrested_on="2026-03-10"), kind="hand"), said(_case(arrested_on="2026-04-10"), day=30)
    (found,) = differences([*hand, *census])
    assert (path_text(found.path), found.ours, found.theirs) == (
        f"cases/{CASE}/arrested_on",
        "2026-03-10",
        "2026-04-10",
    )
    assert _record(hand, census)["cases"][0]["arrested_on"] == "2026-03-10"


def test_a_decision_lasts_until_the_prison_writes_something_new() -> None:
    hand, first = said({"sex": "male"}, kind="hand"), said({"sex": "female"}, day=30)
    kept = said({"sex": "male"}, kind="hand", day=31)
    assert differences([*hand, *first, *kept]) == []
    same_again = said({"sex": "female"}, day=60)
    assert differences([*hand, *first, *kept, *same_again]) == []
    something_new = said({"sex": "transgender"}, day=90)
    assert [one.theirs for one in differences([*hand, *first, *kept, *something_new])] == ["transgender"]


def test_a_census_that_agrees_with_the_hand_is_no_difference() -> None:
    assert differences([*said({"sex": "male"}, kind="hand"), *said({"sex": "male"}, day=30)]) == []
