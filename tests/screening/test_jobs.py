"""Screening of many: after a census, with the day, with the law; and whatever moment its worker is killed at."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.kit.jobs import Job, JobState
from rihai.kit.jobs.run import do, take_up
from rihai.kit.offers import Done
from rihai.people.models import Person
from rihai.screening import jobs
from rihai.screening.following import follow, tick
from rihai.screening.models import Finding, Gap, Run, Screened, Stale
from rihai.screening.operations import mark_all, start_screening
from rihai.screening.operations.stale import JOB
from tests.people.intake.killing import AFTER, BEFORE, killed_at
from tests.people.world import World
from tests.screening.cast import keep, woman

WRITING = "rihai.screening.operations.screening"
POINTS = [
    ("rihai.screening.jobs:prepare", AFTER),
    (f"{WRITING}:clear", AFTER),
    (f"{WRITING}:insert", BEFORE),
    (f"{WRITING}:insert", AFTER),
    (f"{WRITING}:_write", AFTER),
    ("rihai.screening.jobs:keep", AFTER),
]


@pytest.fixture
def people(transactional_db: None, world: World) -> list[Person]:
    """Eight women typed in."""
    clerk: Account = world.worker("lawyer", world.gulzar)
    today = timezone.localdate()
    with acting_as(clerk):
        return [keep(woman(today, full_name=f"Woman {number} Farzi"), world.gulzar, clerk) for number in range(8)]


def told() -> dict[str, Any]:
    """All that is kept, but for the moments."""
    with as_house():
        return {
            "findings": sorted(Finding.objects.values_list("pk", "person", "provision", "outcome", "since_on")),
            "gaps": sorted(Gap.objects.values_list("person", "case_id", "fact")),
            "screened": sorted(Screened.objects.values_list("pk", "leaves", "open_from"), key=str),
        }


def asked_again(people: list[Person]) -> Job:
    """Everybody marked, and the job that will do it."""
    with as_house():
        Finding.objects.filter(person__in=[one.pk for one in people[:4]]).delete()
    mark_all(at=timezone.now())
    job = start_screening(because="tests.walled.changed", at=timezone.now())
    assert job is not None
    return job


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(("point", "when"), POINTS)
@pytest.mark.parametrize("turn", [1, 2])
def test_killed_at_any_point_a_batch_is_kept_whole_or_not_at_all_and_is_taken_up_again(
    people: list[Person], monkeypatch: pytest.MonkeyPatch, point: str, when: str, turn: int
) -> None:
    monkeypatch.setattr(jobs, "SMALL", 3)
    job = asked_again(people)
    before = told()
    killed_at(job.pk, point, when, turn)
    with as_house():
        marked = set(Stale.objects.values_list("pk", flat=True))
        done = {one.pk for one in people} - marked
        job.refresh_from_db()
        assert job.done == len(done)
        assert len(done) in {0, 3}
        found = set(Finding.objects.filter(person__in=done).values_list("person", flat=True))
        assert found == done, "who lost the mark has the answer"
        left = {row[0] for row in before["findings"] if row[1] in marked}
        assert left <= set(Finding.objects.values_list("pk", flat=True)), "who is still marked has the old answer"

    assert take_up(timezone.now() + jobs.SILENT * 2) == 1
    do(job.pk, timezone.now)
    job.refresh_from_db()
    with as_house():
        assert (job.state, job.done, Stale.objects.count()) == (JobState.DONE, 8, 0)
        assert set(Finding.objects.values_list("person", flat=True)) == {one.pk for one in people}
        run = Run.objects.get(job_id=job.pk)
    assert (run.people, run.ended_at is not None) == (8, True)


@pytest.mark.django_db(transaction=True)
def test_a_census_is_screened_by_a_job_and_few_people_at_once(people: list[Person]) -> None:
    act = Done(act="people.census.taken_in", actor=None, at=timezone.now(), person_ids=tuple(one.pk for one in people))
    before = told()
    follow(act)
    with as_house():
        assert Stale.objects.count() == 8
    job = Job.objects.get(kind=JOB)
    follow(act)
    assert Job.objects.filter(kind=JOB).count() == 1, "one waiting job does for both"
    do(job.pk, timezone.now)
    assert told() == before
    with as_house():
        assert not Stale.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_who_turns_with_the_day_or_was_screened_under_another_law_is_asked_again(people: list[Person]) -> None:
    today = timezone.localdate()
    assert tick(timezone.now()) == 0
    with as_house():
        Screened.objects.filter(pk=people[0].pk).update(turns_on=today, screened_on=today - timedelta(days=1))
        Screened.objects.filter(pk=people[1].pk).update(packs="another")
    assert tick(timezone.now()) == 2
    do(Job.objects.get(kind=JOB).pk, timezone.now)
    assert tick(timezone.now()) == 0


@pytest.mark.django_db(transaction=True)
def test_an_answer_that_is_older_than_the_act_of_another_is_not_kept(people: list[Person]) -> None:
    from rihai.screening.operations import keep as keep_batch
    from rihai.screening.operations import prepare

    old = prepare([people[0].pk], at=timezone.now() - timedelta(minutes=1))
    before = told()
    assert keep_batch(old) == 0
    assert told() == before


@pytest.mark.django_db(transaction=True)
def test_people_whom_an_act_takes_away_leave_nothing(people: list[Person]) -> None:
    gone = [people[0].pk]
    follow(Done(act="people.census.undone", actor=None, at=timezone.now(), detail={"gone": gone}))
    with as_house():
        assert not Finding.objects.filter(person__in=gone).exists()
        assert not Screened.objects.filter(person__in=gone).exists()
