"""Search finds people across scripts and spellings, by exact numbers, and only those whom the asker may see."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest

from bench.names import read_variants
from rihai.accounts.acting import acting_as
from rihai.names import meets
from rihai.people.projection.rows import keys_of
from rihai.people.queries.search import find_people, keys_asked, person_by_number
from tests.people.world import NOON, World

VARIANTS = Path(__file__).parents[1] / "names" / "variants.csv"


def test_every_spelling_of_a_name_finds_every_other_that_meets_it() -> None:
    groups: dict[str, list[str]] = {}
    for one in read_variants(VARIANTS, frozenset({"place"})):
        groups.setdefault(one.group, []).append(one.text)
    pairs = [pair for spellings in groups.values() for pair in permutations(spellings, 2) if meets(*pair).meets]
    missed = [(asked, kept) for asked, kept in pairs if not _found(asked, kept)]
    assert len(pairs) > 3000
    assert missed == []


def _found(asked: str, kept: str) -> bool:
    keys, joined = keys_asked(asked)
    stored = keys_of([kept])
    return bool(stored.intersection(joined)) or any(
        all(stored.intersection(one) for one in keys[:count]) for count in range(len(keys), 0, -1)
    )


@pytest.mark.django_db
def test_urdu_finds_roman_and_the_nearest_stands_first(world: World) -> None:
    clerk = world.worker("records_officer", world.gulzar)
    with acting_as(clerk, NOON):
        for number, name in enumerate(("Muhammad Yousaf Khan", "Mohd Yousaf", "Yousaf Masih", "Akbar Ali")):
            world.enter(clerk, full_name=name, sex="male", cnic=f"904030000{number:04}")
        names = [person.full_name for person in find_people("محمد یوسف", actor=clerk)]
        assert names[:2] == ["Mohd Yousaf", "Muhammad Yousaf Khan"]
        assert "Akbar Ali" not in names


@pytest.mark.django_db
def test_a_number_finds_its_person_however_it_is_written_and_no_other(world: World) -> None:
    clerk = world.worker("records_officer", world.gulzar)
    with acting_as(clerk, NOON):
        person = world.enter(clerk)
        for written in ("9040300000008", "90403-0000000-8", "۹۰۴۰۳-۰۰۰۰۰۰۰-۸", "utp-118"):
            assert [one.pk for one in find_people(written, actor=clerk)] == [person.pk]
        assert find_people("904030000000", actor=clerk) == []
        assert person_by_number("90403-0000000-8") == person.pk
        assert person_by_number("1") is None


@pytest.mark.django_db
def test_who_is_not_seen_is_not_found_by_name_or_number(world: World) -> None:
    clerk, other = world.worker("records_officer", world.gulzar), world.worker("records_officer", world.naya_bagh)
    with acting_as(clerk, NOON):
        world.enter(clerk)
    with acting_as(other, NOON):
        assert find_people("Nargis Farzi", actor=other) == []
        assert find_people("9040300000008", actor=other) == []
