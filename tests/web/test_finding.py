"""The search box asks each room and shows no more than is there."""

from __future__ import annotations

import pytest

from rihai.kit import offers
from rihai.kit.actor import Actor
from rihai.kit.offers import Found, Search
from rihai.web.finding import LONGEST, find, words_asked
from rihai.web.offers import find_pages
from tests.people.world import World
from tests.web.people import SOMEBODY


def test_control_characters_and_spaces_do_not_count() -> None:
    assert words_asked("  Naya\x00\u202e  Bagh\n") == "Naya Bagh"


def test_an_endless_word_is_cut() -> None:
    assert len(words_asked("a" * 100_000)) == LONGEST


def test_rooms_that_find_nothing_are_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def places(actor: Actor, words: str, limit: int) -> list[Found]:
        return [Found(name=f"{words} {number}", url="/") for number in range(limit)]

    def people(actor: Actor, words: str, limit: int) -> list[Found]:
        return []

    monkeypatch.setattr(
        offers,
        "gathered",
        lambda: (
            Search(name="people", title="People", find=people),
            Search(name="places", title="Places", find=places),
        ),
    )

    (hits,) = find(actor=SOMEBODY, words="Bagh")

    assert hits.title == "Places"
    assert len(hits.found) == 20
    assert hits.more


def test_one_letter_asks_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(actor: Actor, words: str, limit: int) -> list[Found]:
        raise AssertionError("asked")

    monkeypatch.setattr(offers, "gathered", lambda: (Search(name="x", title="X", find=fail),))

    assert find(actor=SOMEBODY, words="B") == ()


@pytest.mark.django_db
def test_pages_and_help_are_found_by_their_names_as_far_as_one_may_enter(world: World) -> None:
    clerk, trainer = world.worker("records_officer", world.gulzar), world.worker("trainer", world.gulzar)

    mine, theirs = (find_pages(who, "censuses", 20) for who in (clerk, trainer))

    assert "Censuses" in [one.name for one in mine]
    assert "Censuses" not in [one.name for one in theirs]
    assert [one.name for one in find_pages(trainer, "break glass reason", 20)] == []
    assert "Take in a prison’s list" in [one.name for one in find_pages(trainer, "prison’s list", 20)]
