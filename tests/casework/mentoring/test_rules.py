"""Who may be matched, with whom, and how often they meet: from plain values."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

import pytest

from rihai.casework.mentoring.matching import HINDRANCES, REASONS, Mentor, Side, case_key, hindrance, suggest
from rihai.casework.mentoring.models.codes import NEEDED
from rihai.casework.mentoring.standing import Held, Taught, meet_by, trained_until

ALL = frozenset(NEEDED)
DAY = date(2026, 3, 1)
ONE, TWO = UUID(int=1), UUID(int=2)
WOMAN = Side(sex="female", languages=frozenset({"pa"}), cases=frozenset({"51 26 saddar"}), person_id=ONE)


def mentor(key: int = 1, **more: object) -> Mentor:
    parts = {name: more.pop(name) for name in ("lacking", "people", "is_concern_open") if name in more}
    side = Side(**{"sex": "female", "languages": frozenset({"pa"}), **more})  # type: ignore[arg-type]
    return Mentor(key=UUID(int=key), name=f"Mentor {key}", side=side, **parts)  # type: ignore[arg-type]


def test_twelve_hours_with_what_is_needed_hold_a_year_and_six_more_another() -> None:
    half = Taught(DAY, Decimal(6), ALL)
    assert trained_until([half], NEEDED) is None
    assert trained_until([half, Taught(DAY, Decimal(6), frozenset({"trauma"}))], NEEDED) == date(2027, 3, 1)
    assert trained_until([Taught(DAY, Decimal(20), frozenset({"role"}))], NEEDED) is None, "boundaries are needed"
    whole = Taught(DAY, Decimal(12), ALL)
    assert trained_until([whole, Taught(date(2027, 2, 1), Decimal(5), ALL)], NEEDED) == date(2027, 3, 1)
    later = [Taught(date(2026, 9, 1), Decimal(3), ALL), Taught(date(2027, 2, 1), Decimal(3), ALL)]
    assert trained_until([whole, *later], NEEDED) == date(2027, 9, 1), "a year from the first of the six hours"


def test_what_ends_on_a_day_does_not_hold_on_that_day_and_is_said_thirty_days_before() -> None:
    held = Held(True, date(2026, 4, 1), date(2027, 1, 1), date(2026, 3, 31))
    assert held.lacking(date(2026, 3, 30)) == ()
    assert held.lacking(date(2026, 3, 31)) == ("agreed",)
    assert held.lacking(date(2026, 4, 1)) == ("vetted", "agreed")
    assert held.running_out(date(2026, 2, 28)) == ()
    assert held.running_out(date(2026, 3, 1)) == (("agreed", date(2026, 3, 31)),)
    assert Held(False, date(2030, 1, 1), None, None).lacking(DAY) == ("vetted", "trained", "agreed")


def test_they_meet_weekly_then_every_two_weeks_then_monthly_or_on_the_day_they_agreed() -> None:
    assert meet_by(DAY, None, None) == date(2026, 3, 8)
    assert meet_by(DAY, date(2026, 6, 1), None) == date(2026, 6, 15)
    assert meet_by(DAY, date(2026, 10, 1), None) == date(2026, 10, 31)
    assert meet_by(DAY, date(2026, 3, 2), date(2026, 3, 5)) == date(2026, 3, 5)
    assert meet_by(DAY, date(2026, 3, 6), date(2026, 3, 5)) == date(2026, 3, 13), "that day is past"


@pytest.mark.parametrize(
    ("other", "code"),
    [
        (mentor(), ""),
        (mentor(lacking=("trained", "agreed")), "trained"),
        (mentor(people=1), ""),
        (mentor(people=2), "full"),
        (mentor(is_concern_open=True), "paused"),
        (mentor(sex="male"), "women"),
        (mentor(cases=frozenset({"51 26 saddar"})), "together"),
        (mentor(cases=frozenset({"51 26"})), "together"),
        (mentor(cases=frozenset({"51 27 saddar"})), ""),
        (mentor(person_id=TWO), "together"),
        (mentor(person_id=ONE), "together"),
    ],
)
def test_what_is_never_done_is_never_suggested_and_says_why(other: Mentor, code: str) -> None:
    assert hindrance(WOMAN, other, apart=[TWO]) == code
    found = suggest(WOMAN, [other], apart=[TWO])
    assert bool(found.fitting) is not bool(code)
    if code:
        assert found.hindered[0].why_not == HINDRANCES[code]


def test_a_child_meets_her_mentor_with_two_adults_there() -> None:
    reasons = {fit.code for fit in suggest(replace(WOMAN, is_child=True), [mentor()]).fitting[0].fits}
    assert "child" in reasons
    assert "child" not in {fit.code for fit in suggest(WOMAN, [mentor()]).fitting[0].fits}


def test_why_two_are_not_together_is_never_told() -> None:
    assert str(HINDRANCES["together"]) == "not together"


def test_suggestions_stand_by_the_wishes_that_fit_and_each_says_its_reason() -> None:
    wish = Side(
        sex="female", languages=frozenset({"pa"}), times=frozenset({"morning"}), with_sex="female",
        around=frozenset({7}), district=3, by_phone=True, faith="ask", person_id=ONE,
    )  # fmt: skip
    best = mentor(1, times=frozenset({"morning"}), place=7, district=3, by_phone=True)
    mute = mentor(2, languages=frozenset({"sd"}), place=8, with_sex="male")
    found = suggest(wish, [mute, best])

    assert [one.mentor.key.int for one in found.fitting] == [1, 2]
    assert [one.fitting for one in found.fitting] == [6, 0]
    says = {fit.code: (fit.fits, str(fit.says)) for fit in found.fitting[1].fits}
    assert says["language"] == (False, "no language in common is known")
    assert says["time"] == (None, "ask when they have time")
    assert says["sex"][0] is says["place"][0] is False
    assert says["faith"][0] is None, "faith is asked by word of mouth"
    assert all((fit.code, fit.fits) in REASONS for row in found.fitting for fit in row.fits)


@pytest.mark.parametrize(
    ("text", "key"),
    [("FIR 51/2026, Saddar", "51 26 saddar"), ("51/26 SADDAR", "51 26 saddar"), ("no. 51/26", "51 26"), ("none", "")],
)
def test_one_case_is_known_however_it_is_written(text: str, key: str) -> None:
    assert case_key(text) == key
