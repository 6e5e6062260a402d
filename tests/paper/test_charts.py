"""Charts draw their figures to scale, from the side that the language reads from, and hide what is withheld."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from defusedxml import ElementTree
from hypothesis import given, settings
from hypothesis import strategies as st

from rihai.paper.blocks import Chart
from rihai.paper.charts import OUTCOME_FILLS, BarChart, Beside, CustodyBar, LineChart, Part, Point, StackedChart
from rihai.paper.charts.drawing import PATTERNS, PLAIN
from rihai.paper.table import NOT_COLLECTED, SUPPRESSED, Bar
from tests.paper.pages import BARS, LINE, STACK

SVG = "{http://www.w3.org/2000/svg}"


def _rects(svg: str, width_class: str = "rect") -> list[tuple[float, float, str]]:
    """Left edge and width, in per cent, and paint of each bar."""
    root = ElementTree.fromstring(svg)
    return [
        (float(rect.get("x", "0").rstrip("%")), float(rect.get("width", "0").rstrip("%")), rect.get("fill", ""))
        for rect in root.findall(f"{SVG}{width_class}")
    ]


def _texts(svg: str) -> list[str]:
    return ["".join(text.itertext()) for text in ElementTree.fromstring(svg).iter(f"{SVG}text")]


def _bars(*amounts: int) -> BarChart:
    return BarChart("t", "s", "Ground", "People", [Bar("x", amount) for amount in amounts])


def test_bars_are_as_long_as_their_figures() -> None:
    assert [width for _, width, _ in _rects(_bars(800, 200, 0).as_svg("en"))] == [100, 25]


def test_urdu_bars_begin_on_the_right() -> None:
    assert [(left, width) for left, width, _ in _rects(_bars(800, 200).as_svg("en"))] == [(0, 100), (0, 25)]
    assert [(left, width) for left, width, _ in _rects(_bars(800, 200).as_svg("ur"))] == [(0, 100), (75, 25)]


def test_urdu_words_are_isolated_and_anchored_by_side() -> None:
    svg = BarChart("t", "s", "g", "p", [Bar("دفعہ 497(1)", 5)]).as_svg("ur")
    label = next(text for text in ElementTree.fromstring(svg).iter(f"{SVG}text") if "دفعہ" in (text.text or ""))
    assert (label.get("x"), label.get("text-anchor"), label.get("direction")) == ("100.00%", "end", None)
    assert "".join(label.itertext()) == "\u2067دفعہ \u2066497(1)\u2069\u2069"
    # Typst draws boxes where it must look for the font of another script itself.
    assert [part.get("font-family", "").split(",")[0] for part in label] == ["Noto Sans"]
    assert 'font-family="Noto Naskh Arabic' in svg


def test_a_withheld_bar_tells_nothing_by_its_length() -> None:
    drawn = _rects(BARS.as_svg("en", key="k"))
    assert (0.0, 100.0, "url(#k-withheld)") in drawn
    assert len(drawn) == 3  # what was not collected has no bar
    assert {"c", ".."} <= set(_texts(BARS.as_svg("en")))


def test_a_stack_fills_the_width_in_shares() -> None:
    assert [(left, width) for left, width, _ in _rects(STACK.as_svg("en"))] == [(0, 25), (25, 25), (50, 50)]
    assert [(left, width) for left, width, _ in _rects(STACK.as_svg("ur"))] == [(75, 25), (50, 25), (0, 50)]


def test_a_stack_with_a_withheld_part_is_hatched_as_a_whole() -> None:
    chart = StackedChart("t", "s", "Prison", ("a", "b"), (Part("x", (5, SUPPRESSED)), Part("y", (1, 1))))
    assert [width for _, width, _ in _rects(chart.as_svg("en"))] == [100, 50, 50]
    assert chart.as_table().rows == (("x", 5, SUPPRESSED), ("y", 1, 1))


def test_a_stack_must_have_an_amount_and_a_pattern_for_each_part() -> None:
    with pytest.raises(ValueError, match="one amount for each part"):
        StackedChart("t", "s", "l", ("a", "b"), (Part("x", (1,)),))
    with pytest.raises(ValueError, match="more than 6 parts"):
        StackedChart("t", "s", "l", tuple("abcdefg"), ())


def test_outcomes_are_told_apart_without_colour() -> None:
    shapes = [PATTERNS[fill][1].split("stroke=")[0] if fill in PATTERNS else fill for fill in OUTCOME_FILLS.values()]
    assert len(set(shapes)) == len(shapes)
    assert set(OUTCOME_FILLS.values()) <= set(PATTERNS) | set(PLAIN)


def test_a_day_without_figure_leaves_a_gap() -> None:
    joined = ElementTree.fromstring(LINE.as_svg("en")).findall(f"{SVG}line[@stroke-width='2']")
    assert len(joined) == 1
    assert len(ElementTree.fromstring(LINE.as_svg("en")).findall(f"{SVG}circle")) == 3
    assert {"100", "140", "70", "01 Jan 2026", "25 Nov 2026"} == set(_texts(LINE.as_svg("en")))


def test_steps_hold_until_they_change() -> None:
    points = (Point(date(2026, 1, 1), 10), Point(date(2026, 2, 1), 5))
    lines = ElementTree.fromstring(LineChart("t", "s", "d", "a", points, is_step=True).as_svg("en")).findall(
        f"{SVG}line[@stroke-width='2']"
    )
    across, down = lines
    assert across.get("y1") == across.get("y2")
    assert down.get("x1") == down.get("x2") == across.get("x2")


def test_a_line_beside_is_dashed_named_and_stretches_the_time() -> None:
    points = (Point(date(2026, 1, 1), 10), Point(date(2026, 2, 1), 5))
    beside = [Beside("the path", (Point(date(2026, 1, 1), 10), Point(date(2026, 12, 1), 0)))]
    svg = LineChart("t", "s", "d", "a", points, beside=beside).as_svg("en")
    path, key = ElementTree.fromstring(svg).findall(f"{SVG}line[@stroke-dasharray]")
    assert (path.get("x1"), path.get("x2")) == ("6.00%", "94.00%"), "from the first day of all to the last"
    assert key.get("stroke-dasharray") == path.get("stroke-dasharray")
    assert {"the path", "01 Dec 2026"} <= set(_texts(svg))
    assert "stroke-dasharray" not in LineChart("t", "s", "d", "a", points).as_svg("en")


@pytest.mark.parametrize(
    ("held", "limit", "widths"),
    [
        (100, 200, [25, 25]),  # held, then what is still coming
        (400, 100, [25, 75]),  # within the limit, then beyond it
        (100, None, [25]),
        (None, 200, [50]),
        (None, None, [100]),
    ],
)
def test_a_custody_bar_shows_what_is_known(held: int | None, limit: int | None, widths: Sequence[float]) -> None:
    svg = CustodyBar(held, limit, "says").as_svg("en", 400)
    assert [width for _, width, _ in _rects(svg)] == widths
    assert ("stroke-dasharray" in svg) == (held is None)
    assert len(ElementTree.fromstring(svg).findall(f"{SVG}line")) == (limit is not None)


@pytest.mark.parametrize("chart", [BARS, STACK, LINE], ids=["bars", "stack", "line"])
@pytest.mark.parametrize("language", ["en", "ur"])
def test_every_chart_says_what_it_shows(chart: Chart, language: str) -> None:
    root = ElementTree.fromstring(chart.as_svg(language, key="k9"))
    assert (root.get("role"), root.get("direction"), root.get("aria-labelledby")) == ("img", "ltr", "k9-t k9-d")
    assert root.findtext(f"{SVG}title") == chart.title
    assert root.findtext(f"{SVG}desc") == chart.says
    assert root.get("width") == "100%"
    assert ElementTree.fromstring(chart.as_svg(language, width=400)).get("width") == "400"


def test_tables_hold_the_same_figures() -> None:
    assert BARS.as_table().rows[2] == ("Juveniles", SUPPRESSED)
    assert STACK.as_table().rows == (("Met", 1), ("Arguable", 1), ("Cannot tell", 2))
    assert [row[1] for row in LINE.as_table().rows] == [100, 140, NOT_COLLECTED, 70]


@pytest.mark.parametrize("chart", [_bars(), LineChart("t", "s", "d", "a", ()), StackedChart("t", "s", "l", (), ())])
def test_a_chart_of_nothing_is_still_a_drawing(chart: Chart) -> None:
    assert ElementTree.fromstring(chart.as_svg("en")).get("role") == "img"


@given(st.lists(st.integers(0, 10**9), min_size=1, max_size=8), st.sampled_from(["en", "ur"]))
@settings(max_examples=50, deadline=None)
def test_no_bar_leaves_its_drawing(amounts: list[int], language: str) -> None:
    stack = StackedChart("t", "s", "l", ("a",) * min(len(amounts), 6), (Part("x", amounts[:6]),))
    for left, width, _ in (*_rects(_bars(*amounts).as_svg(language)), *_rects(stack.as_svg(language))):
        assert left >= -0.02
        assert left + width <= 100.02
