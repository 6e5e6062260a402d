"""The page of a job tells how far it is to who asked, whatever happens to its worker, and stops asking at the end."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from rihai.kit.jobs import Job, JobState, start
from rihai.kit.jobs.run import SILENT, do, take_up

pytestmark = pytest.mark.django_db


@pytest.fixture
def account(django_user_model: Any) -> Any:
    return django_user_model.objects.create_user("n@rihai.example", "Nadia")


def job_of(account: Any, **arguments: int) -> Job:
    return start("tests.counting", arguments={"whole": 4, **arguments}, actor=account, at=timezone.now())


def fragment(client: Client, job: Job) -> tuple[int, str]:
    answer = client.get(f"/kit/jobs/{job.pk}/", headers={"HX-Request": "true"})
    return answer.status_code, answer.content.decode()


def test_it_is_true_while_the_job_waits_runs_falls_silent_is_taken_up_and_ends(client: Client, account: Any) -> None:
    client.force_login(account)
    job = job_of(account)
    assert (fragment(client, job)[0], "waiting to begin" in fragment(client, job)[1]) == (200, True)

    died = timezone.now() - SILENT - timedelta(seconds=1)
    Job.objects.filter(pk=job.pk).update(
        state=JobState.RUNNING, attempts=1, done=2, whole=4, cursor={"at": 2}, beat_at=died
    )
    status, text = fragment(client, job)
    assert (status, "2 of 4" in text.replace("</bdi>", "").replace('<bdi dir="ltr">', "")) == (200, True)
    assert "no sign since" in text

    assert take_up(timezone.now()) == 1
    assert "no sign since" not in fragment(client, job)[1]
    do(job.pk, timezone.now)
    status, text = fragment(client, job)
    assert (status, "done" in text, 'value="4" max="4"' in text) == (286, True, True)


def test_a_failed_job_says_why_and_what_was_kept(client: Client, account: Any) -> None:
    client.force_login(account)
    job = job_of(account, refused_at=3)
    do(job.pk, timezone.now)

    status, text = fragment(client, job)

    assert (status, "The third is not to be counted." in text) == (286, True)


def test_without_script_the_page_looks_again_by_itself_until_the_work_is_over(client: Client, account: Any) -> None:
    client.force_login(account)
    job = job_of(account)
    assert '<noscript><meta http-equiv="refresh"' in client.get(f"/kit/jobs/{job.pk}/").content.decode()

    do(job.pk, timezone.now)

    whole = client.get(f"/kit/jobs/{job.pk}/").content.decode()
    assert 'http-equiv="refresh"' not in whole
    assert 'hx-trigger="every' not in whole


def test_another_persons_job_is_no_page(client: Client, account: Any, django_user_model: Any) -> None:
    other = django_user_model.objects.create_user("o@rihai.example", "Omar")
    client.force_login(other)

    assert client.get(f"/kit/jobs/{job_of(account).pk}/").status_code == 404
