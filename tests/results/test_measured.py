"""What the rooms of prisons and of the line offer as measures is counted in a project, at its places, in its days."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.utils.timezone import localdate

from rihai.accounts.acting import acting_as
from rihai.accounts.operations.house import as_house
from rihai.helpline.requests.models import HelpRequest
from rihai.monitoring.incidents.operations import stop_clock, write_incident
from rihai.results.counting import Span
from tests.results.world import Desk

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
COUNTED = {
    "incidents": "monitoring.incidents", "answered": "monitoring.incidents_answered", "asked": "helpline.requests",
    "in_time": "helpline.requests_in_time",
}  # fmt: skip


def test_incidents_and_requests_for_help_are_counted_at_the_places_of_a_project(desk: Desk) -> None:
    world, inspector = desk.world, desk.world.worker("monitor", None)
    project = desk.project(with_founding=False, places=[world.gulzar], women_only=False)
    for code, measure in COUNTED.items():
        desk.indicator(project, code, basis="measure", measure=measure, unit="acts")
    desk.indicator(project, "red", basis="measure", measure="helpline.requests", unit="acts", narrowed={"level": "red"})
    said = {"basis": "seen", "precision": "unknown", "happened": "The pump stands still"}
    act: dict[str, Any] = {"actor": inspector, "at": desk.at}
    with acting_as(inspector, desk.at):
        one = write_incident(said={**said, "sub": "E1.1", "place": world.gulzar}, **act)
        write_incident(said={**said, "sub": "E1.1", "place": world.gulzar, "sealed": True}, **act)
        write_incident(said={**said, "sub": "E1.1", "place": world.naya_bagh}, **act)
        stop_clock(clock_id=one.clocks.all()[0].pk, how="done", says="It runs", **act)
    with as_house():
        HelpRequest.objects.bulk_create(
            HelpRequest(way="call", level=level, place=place, began_at=desk.at, made_at=desk.at, code=f"30{number}",
                        answered_at=desk.at + timedelta(hours=2))
            for number, (level, place) in enumerate(
                [("red", world.gulzar), ("yellow", world.gulzar), ("yellow", world.naya_bagh), ("yellow", None)]
            )
        )  # fmt: skip
    day = localdate(desk.at)
    today, before = desk.figures(project, Span(day, day + DAY)), desk.figures(project, Span(day - DAY, day))
    assert today == {"incidents": 1, "answered": 1, "asked": 2, "in_time": 1, "red": 1}, "what is sealed counts nowhere"
    assert set(before.values()) == {0}
