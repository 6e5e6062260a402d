"""A list taken in is screened by itself, and undone it leaves nothing of the people it brought."""

from __future__ import annotations

import pytest
from django.utils import timezone

from rihai.accounts.operations.house import as_house
from rihai.kit.jobs import Job
from rihai.kit.jobs.run import do
from rihai.screening.models import Finding, Screened, Stale
from rihai.screening.operations.stale import JOB
from tests.people.intake.lists import give, six, taken, undone
from tests.people.world import World, make_world


@pytest.fixture
def world(transactional_db: None) -> World:
    """Two prisons, in a database that commits: what hangs on somebody who is gone is found out only then."""
    return make_world()


@pytest.mark.django_db(transaction=True)
def test_a_list_taken_in_is_screened_and_undone_leaves_nothing(world: World) -> None:
    clerk = world.worker("records_officer", world.gulzar)
    census = taken(give(clerk, world.gulzar, six()), clerk)
    with as_house():
        assert Stale.objects.count() == 6
    do(Job.objects.get(kind=JOB).pk, timezone.now)
    with as_house():
        assert Screened.objects.count() == 6
        assert Finding.objects.exists()

    undone(census, clerk)

    with as_house():
        assert (Screened.objects.count(), Finding.objects.count(), Stale.objects.count()) == (0, 0, 0)
