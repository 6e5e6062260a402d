"""The offence of a case, from its charges."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from rihai.offences import FACTS, heaviest
from tests.offences.pack import day, pakistan

MURDER = {"act": "PPC", "section": "302"}
CHEQUE = {"act": "PPC", "section": "489-F"}
CHEATING = {"act": "PPC", "section": "420"}
FIRE = {"act": "PPC", "section": "435"}
UNREAD = {"section_text": "smudged"}
SHARED = {"act": "PPC", "section": "34"}
ATTEMPT = {"act": "PPC", "section": "511"}


def test_death_in_one_charge_is_death_in_the_case() -> None:
    assert heaviest([CHEQUE, MURDER, UNREAD], pakistan()).facts["punishable_with_death"] is True


def test_an_unread_charge_leaves_open_what_it_could_change() -> None:
    found = heaviest([CHEATING, UNREAD], pakistan())
    assert (found.facts["punishable_with_death"], found.facts["bailable"], found.facts["max_term_months"]) == (
        None,
    ) * 3
    assert found.ask["bailable"] == ("charges.act",)
    assert heaviest([CHEQUE, UNREAD], pakistan()).facts["bailable"] is False


def test_a_case_is_bailable_only_if_every_charge_is() -> None:
    assert heaviest([CHEATING], pakistan()).facts["bailable"] is True
    assert heaviest([CHEATING, CHEQUE], pakistan()).facts["bailable"] is False


def test_the_longest_term_counts() -> None:
    assert heaviest([CHEQUE, CHEATING], pakistan()).facts["max_term_months"] == 84


def test_shared_liability_does_not_count_beside_a_principal_charge() -> None:
    found = heaviest([CHEATING, SHARED], pakistan())
    assert (found.facts["bailable"], found.facts["max_term_months"]) == (True, 84)


def test_shared_liability_alone_is_not_known() -> None:
    found = heaviest([SHARED], pakistan())
    assert (found.facts["bailable"], found.ask["bailable"]) == (None, ("charges.section",))


def test_an_attempt_leaves_open_what_it_lowers_and_follows_in_bail() -> None:
    found = heaviest([{"act": "PPC", "section": "376"}, ATTEMPT], pakistan())
    assert (found.facts["punishable_with_death"], found.facts["bailable"]) == (None, False)
    assert found.ask["punishable_with_death"] == ("charges.punishable_with_death",)
    theft = heaviest([{"act": "PPC", "section": "379"}, ATTEMPT], pakistan())
    assert (theft.facts["punishable_with_death"], theft.facts["max_term_months"]) == (False, None)


def test_a_value_given_on_the_charge_wins() -> None:
    given_by_hand = {**FIRE, "bailable": True}
    found = heaviest([given_by_hand], pakistan())
    assert (found.facts["bailable"], found.note("bailable")) == (True, None)
    assert found.note("cognizable") == "offence_confidence_low"


def test_a_case_rests_on_the_surest_charge_that_decides_alone() -> None:
    assert (
        heaviest([MURDER, {"act": "ATA", "section": "7", "sub_limb": "(a)"}], pakistan()).note("punishable_with_death")
        is None
    )
    assert (
        heaviest([CHEATING, {"act": "PPC", "section": "471"}], pakistan()).note("bailable")
        == "offence_confidence_medium"
    )


def test_terrorism_rests_on_the_act_not_on_the_row() -> None:
    found = heaviest([{"act": "ATA", "section": "7"}], pakistan())
    assert (found.facts["terrorism"], found.note("terrorism")) == (True, None)


def test_no_charges_leave_everything_to_ask() -> None:
    none: list[dict[str, str]] = []
    for charges in (None, none):
        found = heaviest(charges, pakistan())
        assert set(found.facts.values()) == {None}
        assert set(found.ask.values()) == {("charges",)}


def test_the_arrest_bounds_the_day_of_the_act() -> None:
    charge = {"act": "CNSA", "section": "9", "sub_limb": "(c)"}
    assert heaviest([charge], pakistan()).facts["punishable_with_death"] is None
    early = heaviest([charge], pakistan(), latest=day("2022-09-01").latest)
    assert early.facts["punishable_with_death"] is True


CHARGES = st.lists(st.sampled_from([MURDER, CHEQUE, CHEATING, FIRE, UNREAD, SHARED, ATTEMPT]), min_size=1, max_size=5)


@settings(max_examples=150, deadline=None)
@given(CHARGES)
def test_the_order_of_charges_does_not_matter(charges: list[dict[str, str]]) -> None:
    assert heaviest(charges, pakistan()).facts == heaviest(charges[::-1], pakistan()).facts


@settings(max_examples=150, deadline=None)
@given(CHARGES, st.sampled_from([MURDER, CHEQUE, CHEATING, FIRE, SHARED]))
def test_reading_an_unread_charge_never_contradicts_what_was_known(
    charges: list[dict[str, str]], read: dict[str, str]
) -> None:
    before = heaviest([*charges, UNREAD], pakistan()).facts
    after = heaviest([*charges, read], pakistan()).facts
    assert all(before[name] in {None, after[name]} for name in FACTS if name != "terrorism")
    assert {name for name in FACTS if after[name] is None} == set(heaviest([*charges, read], pakistan()).ask)
