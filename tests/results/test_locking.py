"""A locked quarter cannot change silently: later lists, joined codes and undone lists are shown beside what stands."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO
from typing import Any

import pytest
from docx import Document

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations import give_posting, house
from rihai.results import operations
from rihai.results.errors import Locked, NotSo
from rihai.results.leaving import make_report
from rihai.results.leaving.tables import figures_table
from rihai.results.models import LockedFigure, LockedPeriod
from rihai.results.queries.locked import Stands, standing_figures
from tests.results.world import FIRST, Desk, sessions

AUTUMN = date(2025, 10, 1)


def standing(desk: Desk, period: LockedPeriod) -> dict[str, Stands]:
    with acting_as(desk.manager, desk.at):
        return {one.locked.indicator.code: one for one in standing_figures(period)}


def test_a_locked_quarter_stands_and_says_what_would_be_different(desk: Desk) -> None:
    project, rows = desk.project(), sessions()
    summer = [one for one in rows if one.on < AUTUMN]
    file = desk.count(project, summer[:-12])
    made = desk.lock(project)
    before = {code: one.locked.value for code, one in standing(desk, made).items()}
    assert all(one.since is None for one in standing(desk, made).values()), "nothing has changed yet"

    desk.at += timedelta(days=1)
    desk.count(project, summer[-12:], "late.csv")
    known = {one.code for one in summer[:-12]}
    came = {one.code for one in summer[-12:]} - known
    now = standing(desk, made)
    assert {code: one.locked.value for code, one in now.items()} == before, "the locked figures stand"
    whole = now["women_reached"]
    assert whole.since is not None
    assert (whole.since.came, whole.since.went, whole.since.merged) == (len(came), 0, 0)

    pair = sorted(known)[:2]
    desk.does(operations.join_codes, project_id=project.pk, code=pair[1], same_as=pair[0], reason="Seen together")
    joined = standing(desk, made)["women_reached"]
    assert joined.since is not None
    assert (joined.since.went, joined.since.merged) == (0, 1)
    report, office = (
        desk.does(make_report, period_id=made.pk, kind="docx", language="en", office=office).content
        for office in (False, True)
    )
    said = [" ".join(one.text for one in Document(BytesIO(paper)).paragraphs) for paper in (report, office)]
    assert "people turned out to be counted twice" in said[0], "the report says that two turned out to be one"
    assert ("counted twice: 1" in said[0], "counted twice: 1" in said[1]) == (False, True), "how many, in the office"
    with pytest.raises(Locked, match="rests on this list"):
        desk.does(operations.undo, file_id=file.pk)


def test_a_restatement_keeps_what_it_was_with_its_reason_and_asks_for_another_signature(desk: Desk) -> None:
    project, rows = desk.project(), [one for one in sessions() if one.on < AUTUMN]
    desk.count(project, rows[:-10])
    made = desk.lock(project)
    figure = LockedFigure.objects.get(period=made, indicator__code="women_reached")
    with pytest.raises(NotSo, match="nothing to restate"):
        desk.does(operations.restate, figure_id=figure.pk, reason="Because")
    desk.at += timedelta(days=1)
    desk.count(project, rows[-10:], "late.csv")
    with pytest.raises(NotSo, match="why"):
        desk.does(operations.restate, figure_id=figure.pk, reason="  ")

    desk.does(operations.restate, figure_id=figure.pk, reason="A list of Darya Kot came late")

    row = standing(desk, made)["women_reached"]
    assert [(one.was, one.now, one.reason) for one in row.restated] == [
        (figure.value, len({one.code for one in rows}), "A list of Darya Kot came late")
    ]
    assert (row.locked.value, row.since) == (len({one.code for one in rows}), None)
    assert LockedPeriod.objects.get(pk=made.pk).signed_at is None
    desk.does(operations.sign_off, by=desk.director, period_id=made.pk)
    desk.does(operations.lock_period, project_id=project.pk, first="2025-10-01")


def test_what_decides_a_locked_figure_cannot_be_changed_under_it(desk: Desk) -> None:
    project = desk.project()
    desk.count(project, sessions()[:300])
    with pytest.raises(NotSo, match="not over"):
        desk.does(operations.lock_period, project_id=project.pk, first="2026-10-01")
    made = desk.does(operations.lock_period, project_id=project.pk, first="2025-07-01")
    with pytest.raises(NotSo, match="locked already"):
        desk.does(operations.lock_period, project_id=project.pk, first="2025-07-01")
    desk.manager, keeper = desk.director, desk.manager
    with pytest.raises(NotSo, match="nothing to restate"):
        desk.does(
            operations.restate, by=keeper, figure_id=LockedFigure.objects.filter(period=made)[0].pk, reason="None"
        )
    one = project.indicators.get(code="women_legal_aid")
    said = {
        name: getattr(one, name)
        for name in ("code", "title", "basis", "unit", "measure", "narrowed", "part_of", "service")
    }
    change: dict[str, Any] = {"indicator_id": one.pk, "version": one.version, "by": keeper}
    with pytest.raises(Locked, match="how it is counted"):
        desk.does(operations.keep_indicator, **change, said={**said, "service": "life_skills"})
    desk.does(operations.keep_indicator, **change, said={**said, "title": "Represented in court", "baseline": 40})
    assert {one.locked.baseline for one in standing(desk, made).values()} == {None}, "nor what it began from"
    told = figures_table(list(standing(desk, made).values()), None)
    assert {row[2] for row in told.rows} == {None}
    asked = {"code": "ETW", "name": "ETW", "started_on": FIRST + timedelta(days=1), "ended_on": None}
    with pytest.raises(Locked, match="first day"):
        desk.does(operations.keep_project, by=keeper, project_id=project.pk, version=project.version, said=asked)


def test_nobody_signs_off_what_they_locked_themselves(desk: Desk) -> None:
    project = desk.project()
    desk.count(project, sessions()[:50])
    made = desk.does(operations.lock_period, project_id=project.pk, first="2025-07-01")
    both = desk.world.worker("programme_manager", None)
    give_posting(
        account=both, role="supervisor", place=None, unit=None, started_on=date(2025, 1, 1), ended_on=None,
        actor=house(), at=desk.at,
    )  # fmt: skip

    with pytest.raises(NotSo, match="Somebody else"):
        desk.does(operations.sign_off, by=both, period_id=made.pk)

    desk.count(project, sessions()[50:60], "late.csv")
    other = Account.objects.create_user("another@rihai.example", "Another manager")
    give_posting(
        account=other, role="programme_manager", place=None, unit=None, started_on=date(2025, 1, 1), ended_on=None,
        actor=house(), at=desk.at,
    )  # fmt: skip
    figure = LockedFigure.objects.get(period=made, indicator__code="women_reached")
    desk.does(operations.restate, by=other, figure_id=figure.pk, reason="It came late")
    with pytest.raises(NotSo, match="Somebody else"):
        desk.does(operations.sign_off, by=both, period_id=made.pk)
    desk.does(operations.sign_off, by=desk.director, period_id=made.pk)


def test_a_figure_to_date_says_so_when_only_a_quarter_before_it_changed(desk: Desk) -> None:
    project, rows = desk.project(), sessions()
    autumn = date(2025, 12, 31)
    summer, later = ([one for one in rows if one.on < AUTUMN], [one for one in rows if AUTUMN <= one.on <= autumn])
    desk.count(project, summer + later)
    desk.lock(project)
    made = desk.lock(project, "2025-10-01")
    pair = sorted({one.code for one in summer} - {one.code for one in later})[:2]

    desk.does(operations.join_codes, project_id=project.pk, code=pair[1], same_as=pair[0], reason="Seen together")

    row = standing(desk, made)["women_reached"]
    assert row.since is not None, "her second code stood in the figure to date"
    assert row.since.now.value == row.locked.value
    assert (row.since.to_date.value, row.since.came) == ((row.locked.to_date or 0) - 1, 0)
    paper = desk.does(make_report, period_id=made.pk, kind="docx", language="en", office=False).content
    said = [one.text for one in Document(BytesIO(paper)).paragraphs]
    assert any(one.endswith(": the figure to date") for one in said), "and its report says it without a number"
    desk.does(operations.restate, figure_id=row.locked.pk, reason="Two codes were one woman")
    assert standing(desk, made)["women_reached"].since is None
