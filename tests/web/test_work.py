"""My work puts life first, then liberty, then what hurts longest."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from rihai.kit import offers
from rihai.kit.actor import Actor
from rihai.kit.offers import AtStake, Worklist, WorkRow
from rihai.web.work import work_of
from tests.web.people import SOMEBODY

TODAY = date(2026, 11, 26)


def offering(*days_from_today: int | None, name: str = "x", at_stake: AtStake = AtStake.ORDER) -> Worklist:
    """A worklist with one row for each number of days from today."""

    def rows(actor: Actor, on: date) -> Sequence[WorkRow]:
        return [
            WorkRow(who=str(days), url="/", why="", due_on=None if days is None else on + timedelta(days))
            for days in days_from_today
        ]

    return Worklist(name=name, title=name.upper(), rows=rows, at_stake=at_stake)


def names(rows: object) -> list[str]:
    return [one.row.who for one in rows]  # type: ignore[attr-defined]


def test_the_oldest_day_comes_first_across_rooms(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(offers, "gathered", lambda: (offering(0, -3, 5), offering(-9, None)))

    work = work_of(actor=SOMEBODY, on=TODAY)

    assert names(work.due) == ["-9", "-3", "0"]
    assert names(work.coming) == ["5"]
    assert names(work.new) == ["None"]
    assert work.overdue == 2
    assert work.first is not None
    assert work.first.row.who == "-9"


def test_life_stands_first_then_liberty_however_long_papers_are_overdue(monkeypatch: pytest.MonkeyPatch) -> None:
    lists = (
        offering(-200, name="papers"),
        offering(None, -4, 2, name="lines", at_stake=AtStake.LIBERTY),
        offering(0, 1, 3, name="clocks", at_stake=AtStake.LIFE),
    )
    monkeypatch.setattr(offers, "gathered", lambda: lists)

    work = work_of(actor=SOMEBODY, on=TODAY)

    assert names(work.grave) == ["0", "1", "-4", "None"]
    assert (names(work.due), names(work.coming)) == (["-200"], ["2", "3"])
    assert work.first == work.grave[0]


def test_a_line_may_be_graver_than_its_list(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [WorkRow(who=who, url="/", why="", at_stake=grave) for who, grave in (("a", None), ("b", AtStake.LIFE))]
    monkeypatch.setattr(offers, "gathered", lambda: (Worklist(name="x", title="X", rows=lambda _actor, _on: rows),))

    work = work_of(actor=SOMEBODY, on=TODAY)

    assert (names(work.grave), names(work.new)) == (["b"], ["a"])


def test_papers_keep_a_few_lines_on_a_grave_day_and_all_that_is_left_is_counted_by_list(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lists = (
        offering(*range(-20, 0), name="lines", at_stake=AtStake.LIBERTY),
        offering(*range(-9, 0), name="papers"),
    )
    monkeypatch.setattr(offers, "gathered", lambda: lists)

    work = work_of(actor=SOMEBODY, on=TODAY).for_a_day()

    assert (len(work.grave), names(work.due)) == (12, ["-9", "-8", "-7"])
    assert [(one.name, one.count, one.oldest) for one in work.rest] == [
        ("lines", 8, TODAY - timedelta(8)), ("papers", 6, TODAY - timedelta(6)),
    ]  # fmt: skip
    assert names(work_of(actor=SOMEBODY, on=TODAY, only="papers").grave) == []
    assert len(work_of(actor=SOMEBODY, on=TODAY, only="papers").due) == 9


def test_what_comes_after_thirty_days_does_not_crowd_the_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(offers, "gathered", lambda: (offering(30, 31),))

    assert names(work_of(actor=SOMEBODY, on=TODAY).coming) == ["30"]


def test_a_days_work_is_the_oldest_first_and_the_rest_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(offers, "gathered", lambda: (offering(*range(-10, 0)), offering(*[None] * 5), offering(3)))

    work = work_of(actor=SOMEBODY, on=TODAY).for_a_day()

    assert names(work.due) == [str(days) for days in range(-10, 0)]
    assert (len(work.new), names(work.coming)) == (2, ["3"])
    assert [(one.count, one.oldest) for one in work.rest] == [(3, None)]


def test_what_fits_into_a_day_leaves_nothing_to_count(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(offers, "gathered", lambda: (offering(0, -3, 5),))

    assert work_of(actor=SOMEBODY, on=TODAY).for_a_day().rest == ()


def test_nobody_waits_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(offers, "gathered", lambda: ())

    work = work_of(actor=SOMEBODY, on=TODAY)

    assert work.nothing
    assert work.first is None
