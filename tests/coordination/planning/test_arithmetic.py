"""The arithmetic of targets, of ranks and of delay, from plain values."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from rihai.coordination.briefing import addressed
from rihai.coordination.briefing.models import Rests, To
from rihai.coordination.challenges.ranking import Rank, Weights, band
from rihai.coordination.delay import instead
from rihai.coordination.delay.hearings import Heard, delay_of
from rihai.coordination.targets.arithmetic import Step, asked_on, forecast
from rihai.law.load import load_pack
from rihai.profile.flags import FLAGS

BEGAN, DUE = date(2026, 1, 1), date(2026, 12, 31)


def test_the_path_runs_straight_to_the_goal_or_by_steps_and_nowhere_where_no_goal_is_known() -> None:
    def line(day: date, goal: int | None = 300) -> int | None:
        return asked_on(day, baseline_on=BEGAN, baseline=400, due_on=DUE, goal=goal)

    assert line(BEGAN) == 400
    assert line(date(2026, 7, 2)) == 350, "half of the days, half of the way"
    assert line(DUE) == line(date(2027, 5, 1)) == 300, "and not beyond it"
    assert line(date(2025, 12, 31)) is None
    assert line(DUE, goal=None) is None

    steps = [Step(date(2026, 6, 1), 350), Step(date(2026, 3, 1), 380)]
    held = [
        asked_on(day, baseline_on=BEGAN, baseline=400, due_on=DUE, goal=300, steps=steps)
        for day in (date(2026, 2, 28), date(2026, 3, 1), date(2026, 6, 1), DUE)
    ]
    assert held == [400, 380, 350, 350]


def test_a_line_is_laid_through_three_lists_or_more_and_never_below_nought() -> None:
    points = [(date(2026, 1, 1), 400), (date(2026, 2, 1), 390)]
    assert forecast(points, DUE) is None, "two lists say nothing"
    points.append((date(2026, 3, 4), 380))
    ahead = forecast(points, date(2026, 6, 5))
    assert ahead is not None
    assert (ahead.number, ahead.lists) == (350, 3)
    gone = forecast(points, date(2036, 1, 1))
    assert gone is not None
    assert gone.number == 0
    assert forecast(points, points[-1][0]) is None, "what has come needs no arithmetic"
    assert forecast([(BEGAN, 1), (BEGAN, 2), (BEGAN, 3)], DUE) is None, "three of one day are one"


def test_a_rank_is_what_its_points_and_weights_come_to_and_small_figures_have_one_point() -> None:
    rank = Rank(5, band(240, is_known=True), 2, Weights())
    assert rank.sum == "5×3 + 4×2 + 2×1 = 25"
    assert [band(n, is_known=True) for n in (None, 0, 9, 10, 49, 50, 199, 200, 999, 1000)] == [
        1, 1, 1, 2, 2, 3, 3, 4, 4, 5,
    ]  # fmt: skip
    assert band(None, is_known=False) == 0, "nobody counted"
    assert Weights().most == 30


def test_hearings_are_counted_by_cause_and_act_and_days_only_where_a_day_is_known() -> None:
    def heard(outcome: str, by: str = "", why: str = "", days: int | None = None, court: str = "A") -> Heard:
        produced, reason = ("no", "escort") if why == "not_produced" else ("yes", "")
        return Heard(BEGAN, outcome, by, why, produced, reason, days, court, 1, ())

    found = delay_of([
        heard("adjourned", "court", "judge_absent", 14), heard("adjourned", "court", "judge_absent"),
        heard("adjourned", "", "not_produced", 7, court="B"), heard("heard"), heard("adjourned", "accused", "", 3),
    ])  # fmt: skip

    assert (found.hearings, found.adjourned.hearings, found.adjourned.days, found.adjourned.undated) == (5, 4, 24, 1)
    assert {row.key: (row.hearings, row.days) for row in found.by_cause} == {
        "judge_absent": (2, 14), "not_produced": (1, 7), "": (1, 3),
    }  # fmt: skip
    assert {row.key: row.hearings for row in found.by_act} == {"court": 2, "": 1, "accused": 1}
    assert [(row.key, row.hearings) for row in found.not_produced] == [("escort", 1)]
    assert {row.key: (row.hearings, row.adjourned, row.not_produced) for row in found.by_court} == {
        "A": (4, 3, 0), "B": (1, 1, 1),
    }  # fmt: skip


@pytest.mark.parametrize("file", [addressed.FILE, instead.FILE], ids=lambda file: str(file.name))
def test_every_row_of_a_table_of_law_says_what_it_rests_on_and_how_that_was_read(file: Path) -> None:
    known = {one.id for pack in ("pakistan", "india", "mandela") for one in load_pack(pack).provisions}
    with file.open(encoding="utf-8", newline="") as table:
        rows = list(csv.DictReader(table))

    for row in rows:
        asked = row.get("provisions", "").split() or ([row["code"]] if row["rests"] == Rests.LAW else [])
        assert set(asked) <= known, row
        assert row.get("rests") != Rests.RISK or row["code"] in FLAGS, row
        assert (row["basis"], row["read"]) == ("", "") or (row["basis"] and row["read"] in {"text", "secondary"}), row
        assert row["basis"] or row["asks_en"], "what no law asks is asked in words of our own, and says that it is ours"
        assert bool(row.get("asks_en")) == bool(row.get("asks_ur")), row


def test_what_no_law_was_found_to_ask_is_told_from_what_the_law_asks() -> None:
    to = {one.to: one.is_ours for one in addressed.of_law("crpc_344_remand_overdue", "alert")}

    assert to == {(To.COURT,): False, (To.POLICE,): True}
