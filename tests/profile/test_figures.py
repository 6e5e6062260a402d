"""Published figures that do not follow from their own counts, and ours that do."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rihai.profile.statistics import Breakdown, Figure, cumulative, share_text


def _parts(total: int, *counts: int, not_known: int = 0, code: str = "parts") -> Breakdown:
    rows = tuple(Figure(str(number), count, total - not_known) for number, count in enumerate(counts))
    return Breakdown(code, code, "Persons", "", "", rows, not_known, total)


@pytest.mark.parametrize(
    ("numerator", "denominator", "text", "published"),
    [
        (74_918, 102_026, "73.43 % (74,918 of 102,026)", 73.41),
        (61_813, 37_217, "166.09 % (61,813 of 37,217)", 173.6),
        (102_026, 65_811, "155.03 % (102,026 of 65,811)", 157.0),
    ],
)
def test_a_published_rate_is_reckoned_anew_from_its_counts(
    numerator: int, denominator: int, text: str, published: float
) -> None:
    figure = Figure("rate", numerator, denominator)
    assert figure.text("en", decimals=2) == text
    assert figure.share == numerator / denominator
    assert abs(100 * figure.share - published) > 0.01


def test_a_share_is_said_with_both_counts_in_both_languages() -> None:
    figure = Figure("under_trial", 74_918, 102_026)
    assert figure.text("en") == "73.4 % (74,918 of 102,026)"
    assert figure.text("ur") == "73.4 % (102,026 میں سے 74,918)"
    assert Figure("children", 1_234).text("en") == "1,234"


@pytest.mark.parametrize(
    ("numerator", "denominator", "text"),
    [(1, 8, "13 % (1 of 8)"), (5, 1000, "1 % (5 of 1,000)"), (4, 1000, "0 % (4 of 1,000)"), (3, 0, "3 of 0")],
)
def test_a_half_is_rounded_up_and_no_base_has_no_rate(numerator: int, denominator: int, text: str) -> None:
    assert share_text(numerator, denominator, "en", decimals=0) == text
    assert (Figure("a", numerator, denominator).share is None) == (denominator == 0)


def test_the_parts_of_2017_that_do_not_make_their_total_are_refused() -> None:
    with pytest.raises(ValueError, match=r"51,867.*52,920"):
        _parts(52_920, 969, 50_864, 34)


def test_parts_that_add_up_are_taken_and_a_gap_must_be_named_as_not_known() -> None:
    assert _parts(81_807, 49_686, 17_558, 12_375, 2_188).known == 81_807
    assert _parts(823, 61, 172, 586, 4).total == 823
    with pytest.raises(ValueError, match="82,435"):
        _parts(83_116, 55_903, 22_873, 3_659)
    assert _parts(83_116, 55_903, 22_873, 3_659, not_known=681).known == 82_435


def test_nothing_is_counted_below_nought() -> None:
    for counts in ((-1, 2, 0), (1, -2, 0), (1, 2, -1)):
        with pytest.raises(ValueError, match="below nought"):
            Figure("a", *counts)


def test_nested_times_are_the_sums_of_bands_that_do_not_overlap() -> None:
    codes = ("to_6_months", "to_1_year", "to_2_years", "to_3_years", "to_5_years", "over_5_years")
    counts = (10_000, 5_000, 10_376, 3_584, 2_234, 502)
    rows = tuple(Figure(code, count, sum(counts)) for code, count in zip(codes, counts, strict=True))
    times = Breakdown("time_under_trial", "", "Persons", "", "", rows, 9, sum(counts) + 9)
    nested = cumulative(times)
    assert [figure.numerator for figure in nested[1:]] == [16_696, 6_320, 2_736, 502]
    assert {(figure.denominator, figure.left_out) for figure in nested} == {(sum(counts), 9)}


@given(st.integers(0, 10**6), st.integers(1, 10**6), st.integers(0, 4))
def test_a_rounded_share_is_within_half_a_unit_of_the_last_place(numerator: int, denominator: int, places: int) -> None:
    printed = share_text(numerator, denominator, "en", places).split(" %")[0].replace(",", "")
    assert len(printed.partition(".")[2]) == places
    assert abs(float(printed) - 100 * numerator / denominator) <= 0.5 * 10**-places + 1e-6
