"""What came of the trainings of the fictional office is played once, and shows its pages alive."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations import give_posting, house
from rihai.demo.cast import GULZAR, NAYA_BAGH
from rihai.demo.training_courses import play_courses
from rihai.demo.training_learning import play_learning
from rihai.training.academy.queries import ways
from rihai.training.cascades.queries import held
from rihai.training.cascades.tree import roots
from rihai.training.completions.models import FinishedList
from rihai.training.completions.queries import became
from rihai.training.exams.queries import marked_of
from rihai.training.levels.offers import rows
from rihai.training.sessions.models import Session
from tests.training.learning.world import Desk

pytestmark = pytest.mark.django_db


def test_the_demonstration_shows_what_came_of_trainings_once(desk: Desk) -> None:
    now, world = timezone.now(), desk.world
    desk.course.delete()
    for place, code in ((world.gulzar, GULZAR), (world.naya_bagh, NAYA_BAGH)):
        type(place).objects.filter(pk=place.pk).update(code=code)
    cast = {}
    for key, role, where in (
        ("trainer", "trainer", None), ("programme", "programme_manager", None),
        ("supervisor", "supervisor", world.gulzar),
    ):  # fmt: skip
        cast[key] = Account.objects.create_user(f"{key}@rihai.example", f"{key} Namoona")
        give_posting(
            account=cast[key], role=role, place=where, unit=None, ended_on=None, actor=house(),
            started_on=timezone.localdate() - timedelta(days=600), at=now - timedelta(days=600),
        )  # fmt: skip
    assert play_courses(at=now)
    assert play_learning(at=now)
    assert not play_learning(at=now)
    first = Session.objects.filter(test__closed_at__isnull=False).get()
    found = marked_of(first.pk, 70)
    assert (found.people, len(found.only_before)) == (5, 1)
    assert first.reactions.count() == 5
    with acting_as(cast["supervisor"], now):
        assert [one.who for one in rows(cast["supervisor"], timezone.localdate())] == ["Waris Namoona"]
    assert [one.furthest.step for one in ways()] == ["adopted"]
    known = held()
    assert [len(one.people) for one in roots(known.values())] == [2]
    assert became(FinishedList.objects.get()) | {"waiting": 2, "unreadable": 1} == became(FinishedList.objects.get())
