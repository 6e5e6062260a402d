"""The detention undergone: earlier stays count, each day once, and what is not known stays open."""

from __future__ import annotations

from datetime import date
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rihai.days import NEVER, UNKNOWN, Span, day_of, iso
from rihai.law.reckon.charges import reckon_several_offences
from rihai.law.reckon.custody import reckon_counted_from, reckon_custody_since, reckon_remand_counted_from

ON = day_of(date(2026, 10, 1))


def on(text: str) -> int:
    return day_of(date.fromisoformat(text))


def held(*stays: tuple[str, str | None], **facts: Any) -> dict[str, Any]:
    periods = [{"from": begins} | ({"to": ends} if ends else {}) for begins, ends in stays]
    return {"custody": periods, **facts}


def test_unbroken_custody_counts_from_its_first_day() -> None:
    case = held(("2026-01-10", None))

    assert reckon_counted_from(case, ON).span == reckon_custody_since(case, ON).span == Span(*[on("2026-01-10")] * 2)


def test_days_before_bail_stand_right_before_the_present_stay() -> None:
    case = held(("2025-01-10", "2025-04-10"), ("2025-10-01", None))

    assert reckon_counted_from(case, ON).span == Span(*[on("2025-07-03")] * 2)


def test_days_of_two_stays_that_overlap_count_once() -> None:
    case = held(("2025-01-10", "2025-04-10"), ("2025-03-01", "2025-04-10"), ("2025-10-01", None))

    assert reckon_counted_from(case, ON).span == Span(*[on("2025-07-03")] * 2)


def test_outside_custody_there_is_nothing_to_count_from() -> None:
    assert reckon_counted_from(held(("2025-01-10", "2025-04-10")), ON).span == Span(NEVER, NEVER)


def test_before_a_stay_still_to_come_the_earlier_days_are_set_before_it() -> None:
    case = held(("2025-01-10", "2025-04-10"), ("2026-12-01", None))

    assert reckon_counted_from(case, ON).span == Span(*[on("2026-12-01") - 90] * 2)


@pytest.mark.parametrize(("case", "ask"), [({}, "arrested_on"), (held(("2026", None)), "custody.from")])
def test_custody_not_known_is_asked_for(case: dict[str, Any], ask: str) -> None:
    found = reckon_counted_from(case, ON)

    assert not found.span.exact
    assert found.ask == ask


def test_remand_counts_from_its_first_day_and_not_from_the_arrest() -> None:
    case = held(("2026-01-09", "2026-02-09"), ("2026-06-01", None), first_remanded_on="2026-01-10")

    assert reckon_remand_counted_from(case, ON).span == Span(*[on("2026-06-01") - 30] * 2)


def test_a_remand_whose_day_is_not_known_is_asked_for() -> None:
    found = reckon_remand_counted_from(held(("2026-01-09", None)), ON)

    assert (found.span, found.ask) == (UNKNOWN, "first_remanded_on")


days = st.integers(ON - 400, ON + 100)


@st.composite
def stays_in_part(draw: st.DrawFn) -> list[tuple[Span, Span | None]]:
    """One to three stays, some ends known only within a few days; the last may still run."""
    found: list[tuple[Span, Span | None]] = []
    for _ in range(draw(st.integers(1, 3))):
        begins, length = draw(days), draw(st.integers(5, 200))
        ends = begins + length
        found.append((
            Span(begins, begins + draw(st.sampled_from([0, 0, 2]))),
            draw(st.sampled_from([None, Span(ends, ends), Span(ends, ends + 2)])),
        ))  # fmt: skip
    return found


def as_case(stays: list[tuple[Span, Span | None]]) -> dict[str, Any]:
    def written(span: Span) -> dict[str, str | None]:
        return {"earliest": iso(span.earliest), "latest": iso(span.latest)}

    return {"custody": [{"from": written(begins)} | ({"to": written(ends)} if ends else {}) for begins, ends in stays]}


def counted_by_hand(stays: list[tuple[int, int]], day: int) -> int:
    """The day asked less the number of different days in custody before it, counted one by one."""
    return day - len({one for begins, ends in stays for one in range(begins, min(ends, day))})


@given(stays_in_part())
@settings(max_examples=150, deadline=None)
def test_every_possibility_lies_in_what_is_reckoned(stays: list[tuple[Span, Span | None]]) -> None:
    span = reckon_counted_from(as_case(stays), ON).span
    choices = [
        [(b, e) for b in range(begins.earliest, begins.latest + 1) for e in _ends(ends)] for begins, ends in stays
    ]

    for world in product(*choices):
        if any(begins <= ON < ends for begins, ends in world):
            assert span.earliest <= counted_by_hand(list(world), ON) <= span.latest


def _ends(span: Span | None) -> range | list[int]:
    return [ON + 1000] if span is None else range(span.earliest, span.latest + 1)


@pytest.mark.parametrize(
    ("charges", "value"),
    [
        (None, -1),
        ([], -1),
        ([{"act": "BNS", "section": "303(2)"}], 0),
        ([{"act": "BNS", "section": "303(2)"}, {"act": "BNS", "section": "317(2)"}], 1),
        ([{"act": "BNS", "section": "303(2)"}, {"act": "BNS", "section": "3", "sub_limb": "(5)"}], 0),
        ([{"act": "IPC", "section": "379"}, {"act": "IPC", "section": "34"}], 0),
        ([{"act": "IPC", "section": "379"}, {}], 1),
    ],
)
def test_sections_of_shared_liability_are_no_offence_of_their_own(charges: Any, value: int) -> None:
    assert reckon_several_offences({"charges": charges} if charges is not None else {}).value == value
