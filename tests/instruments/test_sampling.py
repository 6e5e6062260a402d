"""A sample is drawn by lot and can be drawn again; frame, reserves and what each answer stands for are shown."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from rihai.accounts.acting import acting_as
from rihai.accounts.operations import guard
from rihai.instruments.errors import NoSuchForm
from rihai.instruments.models import Drawn, Sample
from rihai.instruments.operations import give
from rihai.instruments.operations.samples import NotDrawn, draw_sample, mark_drawn
from rihai.instruments.sampling.asked import sample_seen
from rihai.instruments.sampling.draw import in_order, mark_of, places, standing
from tests.instruments.books import form
from tests.instruments.phones import many_of
from tests.instruments.test_versions import taken_in
from tests.people.world import NOON, World

IDS = [UUID(int=one) for one in range(1, 41)]
PROFILE = form(("text", "a", "Words", "الفاظ"), form_id="prisoner_profile")


def test_the_same_seed_and_list_draw_the_same_and_every_place_is_as_likely() -> None:
    assert in_order(IDS, "a") == in_order(reversed(IDS), "a") != in_order(IDS, "b")
    assert mark_of(IDS) == mark_of([*IDS, IDS[0]]) != mark_of(IDS[1:])
    first = [in_order(IDS, str(seed)).index(IDS[0]) for seed in range(400)]
    assert 17 < sum(first) / len(first) < 22


def test_reserves_come_in_the_order_of_the_draw_and_weights_follow_the_answers() -> None:
    begun = standing(frame=120, wanted=3, answered=[False] * 5, out=[False] * 5)
    assert (begun.asked, begun.left, begun.planned, begun.weight) == ((0, 1, 2), 2, 40, None)
    later = standing(
        frame=120, wanted=3, answered=[True, False, True, False, False], out=[False, True, False, False, False]
    )
    assert (later.asked, later.left, later.weight, later.out) == ((3,), 1, 60, 1)
    over = standing(
        frame=120, wanted=3, answered=[True, False, True, True, False], out=[False, True, False, False, False]
    )
    assert (over.asked, over.weight) == ((), 40)


def test_places_fall_to_groups_by_size_or_alike_and_none_is_left_out_or_asked_for_more_than_it_has() -> None:
    frames = {"man": 180, "woman": 17, "transgender": 3}
    assert places(frames, 20, equal=False) == {"man": 17, "woman": 2, "transgender": 1}
    assert places(frames, 20, equal=True) == {"man": 9, "woman": 8, "transgender": 3}
    assert places(frames, 500, equal=True) == frames


@pytest.mark.django_db
def test_groups_are_drawn_apart_with_reserves_and_weights_of_their_own(world: World) -> None:
    taken_in(world, PROFILE)
    worker = world.worker("caseworker", world.gulzar)
    asked: dict[str, Any] = {"place": world.gulzar, "form_id": "prisoner_profile", "actor": worker, "at": NOON}
    with acting_as(worker, NOON):
        for at in range(10):
            sex = "female" if at < 2 else "male"
            world.enter(worker, full_name=f"Farzi {at}", cnic=f"90403000{at:04}8", cases=[], sex=sex)
        sample = draw_sample(**asked, wanted=4, reserves=4, strata="sex", allocation="equal", seed="1")
        woman = next(one for one in Drawn.objects.filter(sample=sample, part="female"))
        give(
            form_id="prisoner_profile", handler="people.person", subject=str(woman.person_id), values={"a": "x"},
            actor=worker, at=NOON,
        )  # fmt: skip
        found = sample_seen(sample.pk, actor=worker)
        with pytest.raises(NotDrawn, match="2 groups"):
            draw_sample(**asked, wanted=1, reserves=0, strata="sex")
        with pytest.raises(NoSuchForm):
            draw_sample(**asked, wanted=4, reserves=0, strata="religion")
    assert found is not None
    parts = {str(part): (now.frame, now.wanted, now.answered, now.left, now.weight) for part, now in found.parts}
    assert parts == {"man": (8, 2, 0, 2, None), "woman": (2, 2, 1, 0, 2.0)}
    assert [(str(one.part), one.state) for one in found.rows] == [
        ("man", "asked"), ("man", "asked"), ("man", "reserve"), ("man", "reserve"), ("woman", "answered"),
        ("woman", "asked"),
    ]  # fmt: skip
    assert (found.standing.frame, found.standing.answered, found.standing.weight) == (10, 1, None)


@pytest.mark.django_db
def test_a_sample_of_a_prison_is_drawn_asked_and_shown(world: World) -> None:
    taken_in(world, PROFILE)
    worker = world.worker("caseworker", world.gulzar)
    with acting_as(worker, NOON):
        people = [world.enter(worker, full_name=f"Farzi {at}", cnic=f"90403000{at:04}8", cases=[]) for at in range(6)]
    chief = world.worker("supervisor", world.gulzar)
    with acting_as(chief, NOON):
        guard(person_id=people[5].pk, ground="threat", actor=chief, at=NOON)
    with acting_as(worker, NOON):
        sample = draw_sample(
            place=world.gulzar, form_id="prisoner_profile", wanted=3, reserves=2, actor=worker, at=NOON, seed="71 3"
        )  # fmt: skip
        expected = in_order([one.pk for one in people[:5]], "71 3")[:5]
        drawn = list(Drawn.objects.filter(sample=sample))
        assert (sample.frame, [one.person_id for one in drawn]) == (5, expected)
        give(
            form_id="prisoner_profile", handler="people.person", subject=str(expected[0]), values={"a": "x"},
            actor=worker, at=NOON,
        )  # fmt: skip
        mark_drawn(drawn_id=drawn[1].pk, outcome="gone", actor=worker, at=NOON)
        found = sample_seen(sample.pk, actor=worker)
        assert found is not None
        assert [one.state for one in found.rows] == ["answered", "out", "asked", "asked", "reserve"]
        assert found.rows[2].name.startswith("Farzi")
        assert found.standing.weight == 5


@pytest.mark.django_db
def test_who_sees_but_a_part_of_a_prison_draws_nothing_and_others_see_nobody(world: World) -> None:
    taken_in(world, PROFILE)
    worker, other = world.worker("caseworker", world.gulzar), world.worker("caseworker", world.naya_bagh)
    given: dict[str, Any] = {"form_id": "prisoner_profile", "wanted": 1, "reserves": 0, "at": NOON}
    with acting_as(worker, NOON):
        with pytest.raises(NotDrawn, match="Nobody"):
            draw_sample(place=world.gulzar, actor=worker, **given)
        world.enter(worker)
        sample = draw_sample(place=world.gulzar, actor=worker, **given)
        with pytest.raises(NoSuchForm):
            draw_sample(place=world.gulzar, actor=worker, **{**given, "form_id": "no_such_form"})
    with acting_as(other, NOON):
        assert sample_seen(sample.pk, actor=other) is None
        with pytest.raises(NotDrawn, match="Nobody"):
            draw_sample(place=world.gulzar, actor=other, **given)
        with pytest.raises(NoSuchForm):
            mark_drawn(drawn_id=UUID(int=1), outcome="gone", actor=other, at=NOON)


@pytest.mark.django_db
def test_the_pages_draw_a_sample_and_ask_no_more_of_the_database_for_a_larger_one(world: World) -> None:
    taken_in(world, PROFILE)
    worker, client = world.worker("caseworker", world.gulzar), Client()
    client.force_login(worker)
    with acting_as(worker, NOON):
        for at in range(4):
            world.enter(worker, full_name=f"Farzi {at}", cnic=f"90403000{at:04}8", cases=[])
    asked = {"place": str(world.gulzar.pk), "form_id": "prisoner_profile", "reserves": "0", "seed": "x"}
    counts = []
    for wanted in ("2", "4"):
        asked["strata"] = "sex"
        made = client.post(reverse("instruments:sample-draw"), {**asked, "wanted": wanted})
        page = made["Location"]
        client.get(page)
        with CaptureQueriesContext(connection) as queries:
            shown = client.get(page)
        counts.append(len(queries))
        assert shown.status_code == 200
    assert counts[0] == counts[1]
    for wanted in ("0", "x", "9" * 30, "-1", ""):
        assert client.post(reverse("instruments:sample-draw"), {**asked, "wanted": wanted}).status_code == 400
    row = shown.context["found"].rows[0].drawn
    assert client.post(reverse("instruments:sample-mark", args=[row.pk]), {"outcome": "refused"}).status_code == 302
    assert client.post(reverse("instruments:sample-mark", args=[row.pk]), {"outcome": "\x00"}).status_code == 404
    assert "Seed" in client.get(page).content.decode()
    assert len(many_of(Sample)) == 2
