"""Every act of the room, in the order of a story: cut at its last step it has not happened, then it does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.apps import apps

from rihai.accounts.acting import acting_as
from rihai.accounts.operations.house import as_house
from rihai.demo.served_list import as_csv
from rihai.kit.audit.models import Event
from rihai.kit.exports.models import PublishedFigures
from rihai.kit.files import StoredFile
from rihai.results import operations as do
from rihai.results.counting import Span
from rihai.results.leaving import make_report
from rihai.results.models import Checked, Entry, Indicator, LockedFigure, LockedPeriod, Project, SameCode, ServedFile
from tests.results.world import FIRST, Desk, sessions

Act = tuple[str, str, Callable[[], Any]]


def kept() -> dict[str, list[str]]:
    """Every row of the room, the files, the releases and the trail, as the house sees them."""
    tables: list[Any] = [*apps.get_app_config("results").get_models(), StoredFile, PublishedFigures, Event]
    with as_house():
        return {model.__name__: sorted(map(str, model._default_manager.values())) for model in tables}


def test_no_act_is_ever_half_done(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = sessions()[:60]
    early, late = as_csv(rows[:40]).encode(), as_csv(rows[40:]).encode()
    pair = sorted({one.code for one in rows[:40]})[:2]

    def of(model: Any, **asked: Any) -> Any:
        with acting_as(desk.manager, desk.at):
            return model.objects.filter(**asked).order_by("pk").last()

    def give(content: bytes) -> Any:
        return desk.does(do.give_list, project_id=of(Project).pk, content=content, name="list.csv")

    entered = {"first": FIRST, "last": date(2025, 7, 31), "value": 3, "method": "counted", "says": "photographs"}
    story: list[Act] = [
        ("a project", "projects", desk.project),
        ("an indicator", "projects", lambda: desk.indicator(of(Project), "units", unit="things")),
        ("a figure", "entering", lambda: desk.does(
            do.enter_figure, indicator_id=of(Indicator, code="units").pk, said=entered)),
        ("a list", "lists", lambda: give(early)),
        ("a list that counts", "lists", lambda: desk.does(do.take_in, file_id=of(ServedFile).pk)),
        ("two codes joined", "codes", lambda: desk.does(
            do.join_codes, project_id=of(Project).pk, code=pair[1], same_as=pair[0], reason="Seen")),
        ("a sample", "sampling", lambda: desk.does(
            do.draw_sample, indicator_id=of(Indicator, code="women_reached").pk, size=3, seed="lot",
            span=Span(FIRST, date(2026, 7, 1)))),
        ("a row checked", "sampling", lambda: desk.does(
            do.record_check, checked_id=of(Checked).pk, outcome="shown", says="")),
        ("a lock", "locking", lambda: desk.does(do.lock_period, project_id=of(Project).pk, first="2025-07-01")),
        ("a signature", "locking", lambda: desk.does(
            do.sign_off, by=desk.director, period_id=of(LockedPeriod).pk)),
        ("a later list", "lists", lambda: give(late)),
        ("a later list that counts", "lists", lambda: desk.does(
            do.take_in, file_id=of(ServedFile, state="to_review").pk)),
        ("a restatement", "locking", lambda: desk.does(
            do.restate, figure_id=of(LockedFigure, indicator__code="women_reached").pk, reason="It came late")),
        ("codes parted", "codes", lambda: desk.does(do.part_codes, same_id=of(SameCode).pk)),
        ("a figure withdrawn", "entering", lambda: desk.does(
            do.withdraw_entry, entry_id=of(Entry).pk, why="Counted twice")),
        ("another signature", "locking", lambda: desk.does(
            do.sign_off, by=desk.director, period_id=of(LockedPeriod).pk)),
    ]  # fmt: skip
    _cut_each(monkeypatch, "rihai.results.operations.", story)
    report = [("a report", "make", lambda: desk.does(
        make_report, period_id=of(LockedPeriod).pk, kind="csv", language="en", office=False))]  # fmt: skip
    _cut_each(monkeypatch, "rihai.results.leaving.", report)


def _cut_each(monkeypatch: pytest.MonkeyPatch, room: str, story: list[Act]) -> None:
    """Each act is cut where its line goes into the trail, and leaves nothing; then it is done."""

    def power_cut(*_args: object, **_kwargs: object) -> None:
        raise KeyboardInterrupt

    before = kept()
    for name, module, act in story:
        with monkeypatch.context() as broken:
            broken.setattr(f"{room}{module}.append", power_cut)
            with pytest.raises(KeyboardInterrupt):
                act()
        assert kept() == before, f"{name}, interrupted, left something"
        act()
        before, earlier = kept(), before
        assert before != earlier, f"{name}, uninterrupted, happens"
