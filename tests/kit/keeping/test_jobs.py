"""A job is done once however often its worker dies, and its row tells the truth at every moment."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.utils import timezone
from django_tasks import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from rihai.errors import NotFound
from rihai.kit.audit.chain import verify
from rihai.kit.audit.models import Event
from rihai.kit.jobs import Job, JobState, start
from rihai.kit.jobs.run import SILENT, do, take_up, take_up_left
from rihai.kit.serving import worker as serving
from tests.kit.keeping.actors import AT, Worker

LATER = SILENT + timedelta(seconds=1)


def asked(**arguments: float) -> Job:
    return start("tests.counting", arguments={"whole": 5, **arguments}, actor=None, at=timezone.now())


def counted() -> list[str]:
    return list(Event.objects.filter(act="tests.number.counted").order_by("number").values_list("subject", flat=True))


def worker(*words: str) -> subprocess.Popen[bytes]:
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.kit.keeping.worker_settings",
        "TEST_DATABASE": str(connection.settings_dict["NAME"]),
    }
    command = [sys.executable, "-m", "django", "db_worker", "--no-startup-delay", "--interval", "0.1", *words]
    return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def wait_for(job: Job, done: int) -> Job:
    until = time.monotonic() + 30
    while time.monotonic() < until:
        job.refresh_from_db()
        if job.done >= done:
            return job
        time.sleep(0.02)
    raise AssertionError(f"only {job.done} after 30 seconds")


@pytest.mark.django_db(transaction=True)
def test_a_worker_killed_in_the_middle_is_followed_by_another_that_goes_on_where_it_stopped() -> None:
    job = start("tests.counting", arguments={"whole": 12, "rest": 0.1}, actor=None, at=timezone.now())
    first = worker()
    try:
        wait_for(job, 3)
    finally:
        os.kill(first.pid, signal.SIGKILL)
        first.wait()
    job.refresh_from_db()
    assert (job.state, job.attempts, len(counted())) == (JobState.RUNNING, 1, job.done)

    subprocess_alone = worker("--batch")
    assert subprocess_alone.wait(30) == 0
    job.refresh_from_db()
    assert job.state == JobState.RUNNING, "a new worker alone does not see what the dead one left"

    dead_task = job.task_id
    assert take_up(timezone.now() + LATER) == 1
    assert DBTaskResult.objects.get(pk=dead_task).status == TaskResultStatus.FAILED
    assert worker("--batch").wait(30) == 0

    job.refresh_from_db()
    assert (job.state, job.done, job.attempts) == (JobState.DONE, 12, 2)
    assert counted() == [str(number) for number in range(1, 13)]
    assert verify().holds


@pytest.mark.django_db(transaction=True)
def test_a_worker_that_its_work_made_large_ends_and_leaves_the_next_job_to_another(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    jobs = [asked(), asked()]
    monkeypatch.setattr(serving, "LARGE", serving.most_taken() - 1)

    serving.SmallWorker().run()

    assert [Job.objects.get(pk=job.pk).state for job in jobs] == [JobState.DONE, JobState.WAITING]


@pytest.mark.django_db(transaction=True)
def test_a_worker_that_stayed_small_goes_on_to_the_next_job(monkeypatch: pytest.MonkeyPatch) -> None:
    jobs = [asked(), asked()]
    monkeypatch.setattr(serving, "most_taken", lambda: 1e9 if Job.objects.filter(state="done").count() == 2 else 0)

    serving.SmallWorker().run()

    assert [Job.objects.get(pk=job.pk).state for job in jobs] == [JobState.DONE, JobState.DONE]


@pytest.mark.django_db(transaction=True)
def test_a_tick_leaves_alone_what_is_alive_and_does_nothing_twice() -> None:
    job = asked()
    assert take_up(timezone.now()) == 0

    Job.objects.filter(pk=job.pk).update(state=JobState.RUNNING, attempts=1)
    DBTaskResult.objects.filter(pk=job.task_id).update(status=TaskResultStatus.RUNNING)

    assert [take_up(timezone.now() + LATER), take_up(timezone.now() + LATER)] == [1, 0]
    assert DBTaskResult.objects.filter(status=TaskResultStatus.READY).count() == 1


@pytest.mark.django_db
def test_what_a_power_cut_left_is_taken_up_as_soon_as_the_only_worker_begins() -> None:
    job = start("tests.counting", arguments={"whole": 2}, actor=None, at=timezone.now())
    Job.objects.filter(pk=job.pk).update(state=JobState.RUNNING, attempts=1, beat_at=timezone.now())
    DBTaskResult.objects.filter(pk=job.task_id).update(status=TaskResultStatus.RUNNING)

    assert [take_up_left(timezone.now()), take_up_left(timezone.now())] == [1, 0]

    job.refresh_from_db()
    assert job.state == JobState.WAITING
    do(job.pk, timezone.now)
    job.refresh_from_db()
    assert (job.state, job.attempts) == (JobState.DONE, 2)


@pytest.mark.django_db(transaction=True)
def test_a_waiting_job_whose_task_is_lost_is_enqueued_again_and_one_in_the_queue_is_not() -> None:
    job = asked()
    assert take_up(timezone.now() + LATER) == 0

    DBTaskResult.objects.all().delete()

    assert take_up(timezone.now() + LATER) == 1
    job.refresh_from_db()
    assert DBTaskResult.objects.filter(pk=job.task_id, status=TaskResultStatus.READY).exists()


@pytest.mark.django_db(transaction=True)
def test_a_worker_that_wakes_up_after_another_took_over_changes_nothing() -> None:
    job = asked()

    def clock() -> datetime:
        if job_at().done == 2:  # in the middle of its third step the job is given to another
            Job.objects.filter(pk=job.pk).update(attempts=7)
        return timezone.now()

    def job_at() -> Job:
        return Job.objects.get(pk=job.pk)

    do(job.pk, clock)

    assert (job_at().done, job_at().state, counted()) == (2, JobState.RUNNING, ["1", "2"])


@pytest.mark.django_db(transaction=True)
def test_what_a_rule_refuses_is_told_in_its_own_words_and_what_was_done_is_kept() -> None:
    job = asked(refused_at=3)

    do(job.pk, timezone.now)

    job.refresh_from_db()
    assert (job.state, job.problem, job.done) == (JobState.FAILED, "The third is not to be counted.", 2)


@pytest.mark.django_db(transaction=True)
def test_an_unforeseen_error_is_told_without_its_text_in_page_and_log(caplog: pytest.LogCaptureFixture) -> None:
    job = asked(breaks_at=2)

    do(job.pk, timezone.now)

    job.refresh_from_db()
    assert job.state == JobState.FAILED
    assert "name of a person" not in job.problem + caplog.text
    assert "ZeroDivisionError" in caplog.text


@pytest.mark.django_db(transaction=True)
def test_a_job_whose_workers_keep_dying_is_given_up_and_says_so() -> None:
    job = asked()
    Job.objects.filter(pk=job.pk).update(state=JobState.RUNNING, attempts=3)

    assert take_up(timezone.now() + LATER) == 0

    job.refresh_from_db()
    assert job.state == JobState.FAILED
    assert "several times" in job.problem


@pytest.mark.django_db
def test_a_kind_that_nobody_offers_is_refused_and_nothing_is_left() -> None:
    with pytest.raises(NotFound):
        start("tests.dancing", arguments={}, actor=Worker(), at=AT)

    assert not Job.objects.exists()
