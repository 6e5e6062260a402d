"""What falls due is overdue the day after its day, and nothing once it is done."""

from __future__ import annotations

from datetime import date

import pytest

from rihai.kit.due import due_within, overdue, owned_by, waiting
from tests.kit.keeping.actors import Worker
from tests.kit.keeping.models import Matter

DAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("due", "done", "overdue", "left"),
    [
        (date(2026, 11, 24), None, True, -1),
        (DAY, None, False, 0),
        (date(2026, 11, 26), None, False, 1),
        (date(2026, 11, 1), date(2026, 11, 2), False, None),
        (None, None, False, None),
    ],
)
def test_a_matter_knows_how_it_stands_on_a_day(
    due: date | None, done: date | None, overdue: bool, left: int | None
) -> None:
    matter = Matter(due_on=due, done_on=done)

    assert (matter.is_overdue(DAY), matter.days_left(DAY)) == (overdue, left)


@pytest.mark.django_db
def test_what_is_overdue_and_what_is_due_within_days_are_told_apart_and_neither_is_done() -> None:
    actor = Worker()
    for number, (due, done) in enumerate(
        [(date(2026, 11, 24), None), (DAY, None), (date(2026, 12, 2), None), (date(2026, 12, 3), None), (DAY, DAY)]
    ):
        Matter.objects.create(pk=number + 1, owner_id=actor.pk, due_on=due, done_on=done)
    Matter.objects.create(pk=9, due_on=DAY)

    mine = owned_by(Matter.objects.all(), actor)
    assert [one.pk for one in overdue(mine, DAY)] == [1]
    assert [one.pk for one in due_within(mine, DAY, 7).order_by("pk")] == [2, 3]
    assert waiting(mine).count() == 4
