"""What is asked of the line is counted by level, topic and way; small numbers stay with those who stand above it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.operations.house import as_house
from rihai.helpline.requests.models import HelpRequest
from rihai.helpline.volumes.queries import HIDDEN, Line, counted, in_time, volumes
from rihai.helpline.volumes.views import quarters
from rihai.results.counting.measures import House
from tests.helpline.line import Desk

pytestmark = pytest.mark.django_db
MINUTE = timedelta(minutes=1)
DONE = (("red", "hurt", 10), ("red", "hurt", 200), *(("yellow", "news", 60 * hours) for hours in range(1, 13)))
"""Level, topic, and the minutes after which it was first answered."""


def asked(desk: Desk) -> tuple[date, date]:
    """Fourteen requests answered, one not, and one by mistake; the days they lie in."""
    rows = [HelpRequest(way="call", level=level, topic=topic, began_at=desk.at, made_at=desk.at, code=f"1000{n:04}",
                        answered_at=desk.at + minutes * MINUTE)
            for n, (level, topic, minutes) in enumerate(DONE)]  # fmt: skip
    rows += [
        HelpRequest(way="form", level="amber", topic="ill", began_at=desk.at, made_at=desk.at, code="20000001"),
        HelpRequest(way="form", level="red", began_at=desk.at, made_at=desk.at, code="20000002", ending="mistake"),
    ]  # fmt: skip
    with as_house():
        HelpRequest.objects.bulk_create(rows)
    day = timezone.localdate(desk.at)
    return day, day + timedelta(days=1)


def by_code(lines: list[Line] | tuple[Line, ...]) -> dict[str, Line]:
    return {one.code: one for one in lines}


def test_half_were_answered_within_the_middle_time_of_their_level_and_measures_count_the_same(desk: Desk) -> None:
    first, end = asked(desk)
    with acting_as(desk.supervisor):
        found = volumes(desk.supervisor, first=first, end=end)
    assert found is not None
    levels = by_code(list(found.levels))
    assert (found.total, levels["red"].count, levels["red"].in_time, levels["red"].median) == (15, 2, 1, 105 * MINUTE)
    assert (levels["yellow"].count, levels["yellow"].median, levels["amber"].median) == (12, 390 * MINUTE, None)
    assert (by_code(list(found.topics))["news"].count, by_code(list(found.ways))["form"].count) == (12, 1)
    with as_house():
        rows, timely = list(counted(House(), first, end)), in_time(House(), first, end).count()
    assert (len(rows), timely) == (15, 13)
    assert {one["person_id"] for one in rows} == {None}, "people are counted nowhere"
    with acting_as(desk.caseworker):
        assert volumes(desk.caseworker, first=first, end=end) is None
        assert not counted(desk.caseworker, first, end).exists()


def test_who_does_not_stand_above_the_line_reads_no_small_number_and_none_that_would_tell_one(desk: Desk) -> None:
    first, end = asked(desk)
    manager = desk.world.worker("programme_manager", None)
    with acting_as(manager):
        found = volumes(manager, first=first, end=end)
    assert found is not None
    levels = by_code(list(found.levels))
    assert {levels[code].count for code in ("red", "amber")} == {HIDDEN}
    shown = [one.count for one in (*found.levels, *found.topics, *found.ways)]
    assert not [one for one in shown if isinstance(one, int) and 0 < one < 5]
    assert levels["red"].median is None, "two calls would be known by their middle"
    client = Client()
    client.force_login(manager)
    page = client.get("/helpline/volumes/")
    assert page.status_code == 200
    assert "by those who stand above the line" in page.content.decode()
    today = timezone.localdate()
    assert all(last <= today for _first, last in quarters(today, running=False))
    assert client.get("/helpline/volumes/?from=9999-99-99").status_code == 200
