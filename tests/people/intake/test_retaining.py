"""Staged rows go with time, never while a census can be undone; a long file is made in the background."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.kit.audit.models import Event
from rihai.kit.files import StoredFile
from rihai.kit.jobs import Job
from rihai.kit.jobs.run import do
from rihai.people.intake.errors import BuiltOn
from rihai.people.intake.extract import lists_of
from rihai.people.intake.models import Census, CensusChange, RowProblem, SourceRow
from rihai.people.intake.operations import ask_to_undo
from rihai.people.intake.operations.mending import MENDED
from rihai.people.intake.operations.retaining import clear_old
from rihai.people.intake.views import acting
from rihai.people.models import Person
from tests.people.intake.lists import fresh, give, messy, six, taken, undone
from tests.people.intake.test_interrupted import NEXT
from tests.people.test_pages import signed_in
from tests.people.world import World

pytestmark = pytest.mark.django_db


def _rows(census: Census) -> int:
    with as_house():
        return sum(
            model._default_manager.filter(census=census).count() for model in (SourceRow, RowProblem, CensusChange)
        )


def test_rows_go_once_a_newer_list_stands_on_them_and_their_time_is_over(world: World, clerk: Account) -> None:
    first = taken(give(clerk, world.gulzar, six()), clerk)
    second = taken(give(clerk, world.gulzar, six() + b"\n", on=NEXT), clerk)
    later = timezone.now() + timedelta(days=settings.STAGED_DAYS + 1)

    assert clear_old(timezone.now()) == 0
    assert clear_old(later) == 1
    assert clear_old(later) == 0

    assert (_rows(first), _rows(second) > 0) == (0, True)
    with as_house():
        assert Event.objects.filter(act="people.census.rows_cleared", subject=str(first.pk)).count() == 1
        person = Person.objects.get(full_name="Nargis Misali")
        assert sum(len(pairs) for _title, pairs in lists_of(person.pk)) == 2
    assert StoredFile.objects.filter(owner="people.census").count() == 2
    client = signed_in(clerk)
    assert "no longer kept" in client.get(reverse("people:census-rows", args=[first.pk])).content.decode()
    assert client.get(reverse("people:census-mended", args=[first.pk, 1])).status_code == 404

    undone(second, clerk)
    with acting_as(clerk), pytest.raises(BuiltOn):
        ask_to_undo(census_id=first.pk, actor=clerk, at=later)


def test_rows_of_a_census_undone_go_too(world: World, clerk: Account) -> None:
    census = undone(taken(give(clerk, world.gulzar, six()), clerk), clerk)
    assert clear_old(timezone.now() + timedelta(days=settings.STAGED_DAYS + 1)) == 1
    assert fresh(census).rows_cleared_at is not None


def test_a_long_file_is_made_by_a_worker_for_its_author_alone_and_goes_after_a_week(
    world: World, clerk: Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(acting, "AT_ONCE", 10)
    census = give(clerk, world.gulzar, messy(30))
    client = signed_in(clerk)
    address = reverse("people:census-mended", args=[census.pk, 1])
    assert "Make the file" in client.get(address).content.decode()
    answer = client.post(address)
    assert answer.status_code == 302
    with as_house():
        job = Job.objects.get(kind=MENDED)
    do(job.pk, timezone.now)
    page = client.get(answer["Location"]).content.decode()
    with as_house():
        stored = StoredFile.objects.get(owner=MENDED)
    assert (got := reverse("kit_file", args=[stored.pk])) in page
    assert client.get(got).content.startswith(b"PK")
    other = world.worker("supervisor", world.gulzar)
    assert signed_in(other).get(got).status_code == 404
    assert clear_old(timezone.now() + timedelta(days=8)) == 1
    assert not StoredFile.objects.filter(owner=MENDED).exists()
