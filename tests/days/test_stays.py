"""Unbroken custody: by hand, against a walk back day by day, and with days that are known only in part."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from rihai.days import NEVER, STILL, UNKNOWN, Span, Stay, continuous_since, date_of, day_of, read_date
from tests.days import scan

START = date(2026, 1, 1)


def stay(begins: str, ends: str | None = None) -> Stay:
    first = read_date(begins)
    after = STILL if ends is None else read_date(ends)
    assert first
    assert after
    return Stay(first, after)


def on(text: str) -> int:
    return day_of(date.fromisoformat(text))


def test_bail_breaks_custody() -> None:
    stays = [stay("2025-01-01", "2025-06-01"), stay("2026-05-01")]

    assert continuous_since(stays, on("2026-10-05")) == Span(on("2026-05-01"), on("2026-05-01"))


def test_a_transfer_on_the_same_day_does_not_break_custody() -> None:
    stays = [stay("2025-10-01", "2026-02-10"), stay("2026-02-10")]

    assert continuous_since(stays, on("2026-10-05")) == Span(on("2025-10-01"), on("2025-10-01"))


def test_one_day_outside_breaks_custody() -> None:
    stays = [stay("2025-10-01", "2026-02-10"), stay("2026-02-11")]

    assert continuous_since(stays, on("2026-10-05")) == Span(on("2026-02-11"), on("2026-02-11"))


def test_the_day_of_release_is_no_day_in_custody() -> None:
    stays = [stay("2026-01-01", "2026-03-01")]

    assert continuous_since(stays, on("2026-02-28")) == Span(on("2026-01-01"), on("2026-01-01"))
    assert continuous_since(stays, on("2026-03-01")) == Span(NEVER, NEVER)


def test_a_release_known_only_in_part_may_or_may_not_break_custody() -> None:
    stays = [stay("2026-01-01", "2026-02"), stay("2026-02-15")]

    assert continuous_since(stays, on("2026-06-01")) == Span(on("2026-01-01"), on("2026-02-15"))


def test_a_stay_whose_first_day_is_not_known_could_have_begun_at_any_time() -> None:
    found = continuous_since([Stay(UNKNOWN, STILL)], on("2026-06-01"))

    assert found.earliest == UNKNOWN.earliest


def test_a_stay_that_may_be_over_says_neither_yes_nor_no() -> None:
    found = continuous_since([stay("2026-01-01", "2026-06")], on("2026-06-10"))

    assert found == Span(on("2026-01-01"), NEVER)


exact_stays = st.lists(st.tuples(st.integers(0, 60), st.one_of(st.none(), st.integers(1, 30))), max_size=5)


@given(exact_stays, st.integers(0, 90))
def test_exact_stays_agree_with_a_walk_back_day_by_day(written: list[tuple[int, int | None]], offset: int) -> None:
    exact: list[scan.Exact] = [
        (START + timedelta(days=first), None if length is None else START + timedelta(days=first + length))
        for first, length in written
    ]
    day = START + timedelta(days=offset)

    found = continuous_since(
        [
            Stay(Span(*[day_of(first)] * 2), STILL if after is None else Span(*[day_of(after)] * 2))
            for first, after in exact
        ],
        day_of(day),
    )

    expected = scan.unbroken_since(exact, day)
    if expected is None:
        assert found == Span(NEVER, NEVER)
    else:
        assert [date_of(one) for one in found] == [expected, expected]


part_known = st.lists(
    st.tuples(st.integers(0, 12), st.integers(0, 3), st.one_of(st.none(), st.integers(1, 9)), st.integers(0, 3)),
    min_size=1, max_size=3,
)  # fmt: skip


@given(part_known, st.integers(0, 24))
@settings(max_examples=80)
def test_no_possible_custody_lies_outside_the_span(
    written: list[tuple[int, int, int | None, int]], offset: int
) -> None:
    first_day = day_of(START)
    stays = [_stay(first_day + first, doubt, length, more) for first, doubt, length, more in written]
    day = START + timedelta(days=offset)

    found = continuous_since(stays, day_of(day))

    for world in _worlds(stays):
        since = scan.unbroken_since(world, day)
        if since is not None:
            assert found.earliest <= day_of(since) <= found.latest
        else:
            assert found.latest == NEVER


def _stay(first: int, doubt: int, length: int | None, more: int) -> Stay:
    after = first + doubt + (length or 0)
    return Stay(Span(first, first + doubt), STILL if length is None else Span(after, after + more))


def _worlds(stays: list[Stay]) -> list[list[scan.Exact]]:
    worlds: list[list[scan.Exact]] = [[]]
    for one in stays:
        ends: list[int | None] = [None] if one.ends == STILL else list(range(one.ends.earliest, one.ends.latest + 1))
        worlds = [
            [*world, (date_of(begins), None if after is None else date_of(after))]
            for world in worlds
            for begins in range(one.begins.earliest, one.begins.latest + 1)
            for after in ends
        ]
    return worlds
