"""What is bad for long is called chronic: figures of visits, of lists and by hand, each with its day and its source."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.operations.house import as_house
from rihai.monitoring.conditions import exports, operations
from rihai.monitoring.conditions.chronic import Course, Point
from rihai.monitoring.conditions.known import series
from rihai.monitoring.conditions.models import ConditionPoint
from rihai.monitoring.conditions.queries import courses_at
from rihai.monitoring.conditions.shown import chart_of
from rihai.monitoring.errors import NoSuchPoint, NothingSaid, NotNow
from rihai.paper.charts import LineChart
from rihai.people.intake.models import Census, CensusState
from rihai.places.models import Capacity, HeldCount
from tests.monitoring.world import Desk, signed_in

DAY = date(2026, 1, 1)


def course(code: str, *values: float | None) -> Course:
    points = (Point(DAY + timedelta(days=30 * at), value, "hand", "x") for at, value in enumerate(values))
    return Course(series()[code], tuple(points))


def of(desk: Desk, code: str) -> Course:
    with acting_as(desk.lead, desk.at):
        return next(
            one for one in courses_at([desk.world.naya_bagh.pk], actor=desk.lead)[desk.world.naya_bagh.pk]
            if one.series.code == code
        )  # fmt: skip


def test_chronic_is_a_run_up_to_the_newest_figure_beyond_the_norm() -> None:
    assert [course("water", *values).is_chronic for values in ((9, 10), (10, 15), (9, 20, 10), (20, 9, 10))] == [
        True, False, False, True,
    ]  # fmt: skip
    assert course("water", 15, 15).run == 0, "fifteen litres are enough"
    assert course("occupancy", 101, 120).run == 2
    assert not course("occupancy", 101, 120).is_chronic, "three figures of occupancy are asked for"
    assert course("toilets", None, None).is_chronic, "where none works every norm is broken"
    assert course("meals", 1, 1, 1).run == 0, "without a norm nothing is called chronic"
    assert course("water", 20, 9, 10).since == DAY + timedelta(days=30)


def test_a_visit_a_list_and_a_published_count_stand_in_one_series_with_their_sources(desk: Desk) -> None:
    desk.settled({}, units=[{"unit_people": 90, "unit_toilets": 0}])
    place, today = desk.world.naya_bagh, timezone.localdate()
    with as_house():
        Capacity.objects.create(place=place, places=500, as_of=DAY, source="Return")
        HeldCount.objects.create(place=place, total=700, as_of=DAY, source="Return")
        Census.objects.create(
            place=place, true_on=today - timedelta(days=9), state=CensusState.TAKEN_IN, author_id=uuid4(),
            author_name="x", made_at=desk.at, sum={"people": 800}, taken_in_at=desk.at,
        )  # fmt: skip
    found = of(desk, "occupancy")

    assert [(point.kind, point.value) for point in found.points[:2]] == [("count", 140.0), ("census", 160.0)]
    assert found.points[2].kind == "inspection"
    assert found.is_chronic
    assert of(desk, "toilets").newest == Point(today, None, "inspection", *_rest(of(desk, "toilets")))
    assert of(desk, "hours_out").newest is not None
    page = signed_in(desk.lead).get(f"/monitoring/conditions/{place.pk}/").content.decode()
    assert "none works" in page
    assert "800 people, 500 places" in page
    assert page.count("<svg xmlns") >= 1
    panel = signed_in(desk.lead).get(f"/places/{place.pk}/").content.decode()
    assert "Chronic" in panel


def _rest(found: Course) -> tuple[str, str, None, str]:
    assert found.newest is not None
    return found.newest.source, found.newest.method, None, found.newest.url


def test_a_figure_by_hand_has_a_source_is_never_changed_and_may_be_taken_back(desk: Desk) -> None:
    place, today = desk.world.naya_bagh, timezone.localdate()
    said = {"series": "food", "value": 1800, "on": today, "source": "Kitchen register"}
    with pytest.raises(NothingSaid):
        desk.does(operations.write_point, place=place, said={**said, "source": " "})
    with pytest.raises(NothingSaid):
        desk.does(operations.write_point, place=place, said={**said, "on": today + timedelta(days=1)})
    with pytest.raises(NoSuchPoint):
        desk.does(operations.write_point, by=desk.second, place=desk.world.gulzar, said=said)
    one = desk.does(operations.write_point, place=place, said=said)
    desk.does(operations.write_point, place=place, said={**said, "value": 1700, "on": today - timedelta(days=60)})
    assert of(desk, "food").is_chronic
    with acting_as(desk.lead, desk.at):
        assert "Kitchen register" in str(exports.sheet(desk.lead, {"place": str(place.pk)}, "en").rows)
    with pytest.raises(NoSuchPoint):
        desk.does(operations.take_back_point, by=desk.official, point_id=one.pk, why="x")
    desk.does(operations.take_back_point, point_id=one.pk, why="Another prison")
    with pytest.raises(NotNow):
        desk.does(operations.take_back_point, point_id=one.pk, why="Again")
    assert not of(desk, "food").is_chronic
    with as_house():
        assert ConditionPoint.objects.get(pk=one.pk).value == 1800, "it is kept"


def test_the_line_of_a_series_is_drawn_with_its_norm_and_says_it() -> None:
    chart = chart_of(course("water", 9, 12.5, None))
    assert isinstance(chart, LineChart)
    assert chart.norm == 15
    assert "From 9 to 12.5 litres, over 3 figures. The line across is 15 at least." in chart.says
    drawn = chart.as_svg("en")
    without = LineChart("t", "s", "d", "a", chart.points)
    assert drawn.count("<line") == without.as_svg("en").count("<line") + 1
    assert chart_of(course("water", 9)) is None
