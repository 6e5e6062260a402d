"""My work puts what hurts longest first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from rihai.kit import offers
from rihai.kit.actor import Actor
from rihai.kit.offers import Worklist, WorkRow
from rihai.web.work import work_of
from tests.web.people import SOMEBODY

TODAY = date(2026, 11, 26)


def offering(*days_from_today: int | None) -> Worklist:
    """A worklist with one row for each number of days from today."""

    def rows(actor: Actor, on: date) -> Sequence[WorkRow]:
        return [
            WorkRow(who=str(days), url="/", why="", due_on=None if days is None else on + timedelta(days))
            for days in days_from_today
        ]

    return Worklist(name="x", title="X", rows=rows)


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
