"""A tick runs every room's part once, and one room's trouble does not keep the others from what is due."""

from __future__ import annotations

from datetime import datetime

import pytest
from django.core.management import call_command
from django.utils import timezone

from rihai.kit.jobs import Job, JobState, start
from rihai.kit.jobs.run import SILENT
from rihai.kit.management.commands import tick
from rihai.kit.offers import Tick, offered

pytestmark = pytest.mark.django_db


def test_it_takes_up_what_a_dead_worker_left_and_a_second_tick_finds_nothing(
    capsys: pytest.CaptureFixture[str],
) -> None:
    job = start("tests.counting", arguments={"whole": 2}, actor=None, at=timezone.now())
    Job.objects.filter(pk=job.pk).update(state=JobState.RUNNING, attempts=1, beat_at=timezone.now() - 2 * SILENT)

    call_command("tick")
    first = capsys.readouterr().out
    call_command("tick")

    assert "kit.jobs: 1" in first
    assert "kit.jobs" not in capsys.readouterr().out


def test_a_tick_that_breaks_is_told_by_its_name_after_the_others_have_run(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[str] = []

    def breaks(at: datetime) -> int:
        raise ZeroDivisionError

    def runs(at: datetime) -> int:
        ran.append("after")
        return 0

    monkeypatch.setattr(tick, "offered", lambda kind: (Tick(name="a", run=breaks), Tick(name="b", run=runs)))

    with pytest.raises(SystemExit):
        call_command("tick")

    assert ran == ["after"]


def test_the_house_offers_its_own_ticks() -> None:
    assert {"kit.jobs", "kit.exports", "kit.files"} <= {one.name for one in offered(Tick)}
