"""The bar of time held: to scale, with a sentence, from the side where reading begins."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.law.arithmetic import Span
from rihai.screening.shown.bars import Held, bars_of, held_in
from tests.people.world import World
from tests.screening.cast import bailed_man, keep, unknown_arrest, woman
from tests.screening.test_pages import signed_in, text_of


def test_time_beyond_the_limit_and_time_still_to_come_stand_on_one_scale() -> None:
    over, under = bars_of([Held(400, 200), Held(50, 100)], "en")
    assert over
    assert under
    assert [(one.kind, one.x, one.width) for one in over.pieces] == [
        ("within", "0.00%", "50.00%"), ("beyond", "50.00%", "50.00%"),
    ]  # fmt: skip
    assert [(one.kind, one.x, one.width) for one in under.pieces] == [
        ("within", "0.00%", "12.50%"), ("coming", "12.50%", "12.50%"),
    ]  # fmt: skip
    assert (over.limit, under.limit) == ("50.00%", "25.00%")
    assert over.says == "Held 400 days; the limit falls on day 200"


def test_in_urdu_it_runs_from_the_right() -> None:
    (one,) = bars_of([Held(400, 200)], "ur")
    assert one
    assert [piece.x for piece in one.pieces] == ["50.00%", "0.00%"]


@pytest.mark.parametrize(
    ("spans", "held"),
    [
        ([Span("bail_granted_on", 10, 20)], None),
        ([Span("custody_since", None, None)], Held(None, None)),
        ([Span("custody_since", 10, None)], None),
        ([Span("born", 1, 2), Span("custody_since", 10, 40)], Held(90, 30)),
        ([Span("custody_since", 101, 140)], None),
    ],
)
def test_a_bar_is_of_custody_alone_and_of_what_is_known(spans: list[Span], held: Held | None) -> None:
    assert held_in(spans, 100) == held


@pytest.mark.django_db
def test_a_line_whose_day_decides_has_its_bar_and_one_without_a_first_day_is_dashed(world: World) -> None:
    today, lawyer = timezone.localdate(), world.worker("lawyer", world.province)
    with acting_as(lawyer):
        keep(woman(today), world.gulzar, lawyer)
        keep(unknown_arrest(today), world.gulzar, lawyer)
        keep(bailed_man(today), world.naya_bagh, lawyer)
    client, who = signed_in(lawyer), reverse("screening:who")
    assert "the limit falls on day 18" in text_of(client, who)
    assert "The day custody began is not known" in text_of(client, f"{who}?by=cannot_tell")
