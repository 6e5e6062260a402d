"""Scores are as the form declares them, area by area; agreement is as published."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest

from rihai.instruments.form import Filled, read_form
from rihai.instruments.reading import read_workbook
from rihai.instruments.scoring import (
    Item,
    Mark,
    Scoring,
    agreement,
    area_scores,
    change,
    compared,
    mark,
    marks_in,
    scoring_from,
)
from tests.instruments.books import EN, SETTINGS, UR, book
from tests.people.world import NOON

HALF = Fraction(1, 2)
PLAIN_NOON = NOON.replace(tzinfo=None)
FIRST = [2, 2, 2, 1, 1, 0, 0, 2, 1, 0, 2, 2, 0, 1, 2, 0, 1, 2, 2, 0]
SECOND = [2, 2, 1, 1, 0, 0, 0, 2, 2, 0, 2, 2, 1, 1, 2, 0, 1, 2, 2, 0]
FOUR = (
    [1, 2, 3, 3, 2, 1, 4, 1, 2, None, None, None], [1, 2, 3, 3, 2, 2, 4, 1, 2, 5, None, 3],
    [None, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, None], [1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, None],
)  # fmt: skip
"""Four observers, twelve units: Krippendorff, Computing Krippendorff's alpha-reliability (2011), example C."""


def rater(values: Any) -> dict[str, Any]:
    return {f"i{at:02}": value for at, value in enumerate(values)}


def test_agreement_comes_out_as_in_the_vector_of_the_instrument() -> None:
    found = agreement([rater([one / 2 for one in FIRST]), rater([one / 2 for one in SECOND])])
    figures = (found.raw, found.kappa, found.weighted, found.alpha_nominal, found.alpha)
    assert [round(one or 0, 4) for one in figures] == [0.8, 0.6899, 0.7814, 0.6977, 0.8662]
    assert (found.units, found.is_few, found.reading, found.apart) == (20, True, "rely", ("i02", "i04", "i08", "i12"))
    assert found.interval is not None
    assert found.interval[0] < (found.alpha or 0) < found.interval[1]
    more = agreement([rater([*FIRST, 2, None]), rater([*SECOND, None, 1])], draws=0)
    assert (round(more.alpha or 0, 4), more.units, round(more.gaps or 0, 4)) == (0.8662, 20, 0.0909)


def test_agreement_of_several_with_gaps_comes_out_as_published() -> None:
    found = agreement([rater(one) for one in FOUR], draws=0)
    assert (round(found.alpha_nominal or 0, 3), round(found.alpha or 0, 3)) == (0.743, 0.815)
    assert found.kappa is None


def test_what_cannot_be_computed_is_not_given_a_figure() -> None:
    alike = agreement([rater([1, 1, 1]), rater([1, 1, 1])])
    assert (alike.raw, alike.kappa, alike.weighted, alike.alpha, alike.interval) == (1.0, None, None, None, None)
    assert agreement([rater([None]), rater([1])]).raw is None
    assert agreement([]).gaps is None


def scoring(*weights: tuple[str, bool]) -> Scoring:
    items = {
        name: Item(name=name, area="A", weight=Fraction(1 + critical), is_critical=critical)
        for name, critical in weights
    }
    return Scoring(items=items, areas={"A": {}})


def of(*values: Any) -> dict[str, Mark]:
    return {f"q{at}": one if isinstance(one, Mark) else Mark("", one) for at, one in enumerate(values)}


def test_the_worked_example_of_the_instrument_comes_out() -> None:
    declared = scoring(*((f"q{at}", at in {2, 3}) for at in range(7)))
    one, nothing = Fraction(1), Fraction(0)
    area = area_scores(declared, of(one, HALF, nothing, one, Mark("nap", None), Mark("na", None), one))[0]
    assert (area.share, area.coverage, area.finding, area.failed) == (
        Fraction("4.5") / 7, Fraction(7, 8), "serious_concern", ("q2",),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("values", "finding"),
    [
        ([None] * 10, "insufficient_evidence"),
        ([Mark("nap", None)] * 10, "not_applicable"),
        ([1] * 9 + [0], "met"),
        ([1] * 7 + [0] * 3, "largely_met"),
        ([1] * 4 + [0] * 6, "partly_met"),
        ([1] * 3 + [0] * 7, "serious_concern"),
        ([1] * 6 + [None] * 4, "met"),
        ([1] * 5 + [None] * 5, "insufficient_evidence"),
    ],
)
def test_the_limits_belong_to_the_better_side(values: list[Any], finding: str) -> None:
    marks = of(
        *(Mark("na", None) if one is None else one if isinstance(one, Mark) else Fraction(one) for one in values)
    )
    assert area_scores(scoring(*((f"q{at}", False) for at in range(10))), marks)[0].finding == finding


def test_a_critical_item_caps_its_area() -> None:
    declared = scoring(("q0", True), *((f"q{at}", False) for at in range(1, 30)))
    rest = [Fraction(1)] * 29
    found = {
        "largely_met": Mark("na", None), "partly_met": Mark("partly", HALF), "serious_concern": Mark("no", Fraction(0)),
    }  # fmt: skip
    for finding, first in found.items():
        assert area_scores(declared, of(first, *rest))[0].finding == finding
    assert area_scores(declared, of(Mark("na", None), *rest))[0].critical_not_assessed == ("q0",)


def test_a_critical_yes_that_too_few_sources_bear_is_provisional_and_counts_as_partly() -> None:
    item = Item(name="q", area="A", is_critical=True, values={"yes": "1", "no": "0"})
    for sources, provisional in (([], True), (["O"], True), (["D", "S"], True), (["D", "O"], False), (None, False)):
        assert mark(item, "yes", sources).is_provisional is provisional
    assert mark(item, "yes", ["D"]).value == HALF
    assert mark(item, "no", ["D"]).value == 0


def test_times_are_compared_over_what_was_assessed_both_times() -> None:
    declared = scoring(("q0", False), ("q1", False))
    before, after = of(Fraction(0), Fraction(1)), of(Fraction(1), Mark("na", None))
    assert compared(declared, before, after) == (("A", Fraction(0), Fraction(1)),)
    assert [change(before[one], after[one]) for one in ("q0", "q1")] == ["better", "not_comparable"]


def declaring(score: str = "critical", value: str = "0.25") -> bytes:
    columns = ["type", "name", EN, UR, "relevant", "rihai_area", "rihai_score", "rihai_sources", "rihai_rules"]
    survey = [
        columns,
        ["begin group", "res", "Respect", "احترام", "", "RES"],
        ["select_one ynp", "res_01", "One?", "ایک؟", "", "", score, "res_01_src", "1, 76"],
        ["select_multiple src", "res_01_src", "Seen how?", "کیسے؟"],
        ["select_one ynp", "res_02", "Two?", "دو؟", "${res_01} = 'no'", "", "item"],
        ["end group"],
    ]
    choices = [
        ["list_name", "name", EN, UR, "rihai_value"],
        ["ynp", "yes", "Yes", "ہاں"],
        ["ynp", "half", "Half", "آدھا", value],
    ]
    choices += [["ynp", "no", "No", "نہیں"], ["src", "O", "Seen", "دیکھا"], ["src", "D", "Papers", "کاغذات"]]
    settings = [[*SETTINGS[0], "rihai_bands"], [*SETTINGS[1], "0.8 0.5 0.2"]]
    return book({"survey": survey, "choices": choices, "settings": settings})


def test_a_form_declares_its_scores_in_columns_of_its_own() -> None:
    read = read_workbook(declaring(), "f.xlsx")
    assert not read.problems
    assert "rihai" not in read.xform
    form = read_form(read.xform)
    declared = scoring_from(form, read.marks)
    assert declared is not None
    assert declared.bands == (Fraction("0.8"), HALF, Fraction("0.2"))
    assert declared.areas["RES"]["ur"] == ("احترام",)
    assert declared.items["res_01"].marks["rules"] == "1, 76"
    texts = {"res/res_01": "yes", "res/res_01_src": "O D"}
    marks = marks_in(declared, Filled(form, texts, now=PLAIN_NOON))
    assert marks == {"res_01": Mark("yes", Fraction(1)), "res_02": Mark("nap", None)}
    half = marks_in(declared, Filled(form, {"res/res_01": "half"}, now=PLAIN_NOON))
    assert half["res_01"].value == Fraction(1, 4)


def test_a_score_that_cannot_be_read_is_said_by_its_row() -> None:
    found = read_workbook(declaring("heavy", "7"), "f.xlsx").problems
    assert [(one.code, one.sheet, one.row) for one in found] == [("score", "survey", 3), ("value", "choices", 3)]
