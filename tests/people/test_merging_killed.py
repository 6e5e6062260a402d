"""Whatever moment the process is killed at: two persons are one, or two; nothing is lost, and it can be done again."""

from __future__ import annotations

import random
from functools import partial
from typing import Any

import pytest

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations import grant
from rihai.accounts.operations.house import as_house
from rihai.kit.audit.chain import verify
from rihai.kit.audit.models import Event
from rihai.people.models import Merge, Person
from rihai.people.operations import give_consent, merge_persons, unmerge_persons
from tests.people.killing import AFTER, BEFORE, killed_after, killed_in
from tests.people.test_merging import _snapshot
from tests.people.world import NOON, TODAY, World

pytestmark = pytest.mark.django_db(transaction=True)
MERGING = "rihai.people.operations.merging"
JOINING_POINTS = [
    (f"{MERGING}:_move", AFTER, 1), (f"{MERGING}:_move", AFTER, 5), (f"{MERGING}:_in_order", AFTER, 1),
    (f"{MERGING}:move_person", AFTER, 1), (f"{MERGING}:project", BEFORE, 1), (f"{MERGING}:project", AFTER, 1),
    (f"{MERGING}:_decide", AFTER, 1), (f"{MERGING}:after", AFTER, 1), (f"{MERGING}:append", AFTER, 1),
]  # fmt: skip
PARTING_POINTS = [
    (f"{MERGING}:_put_back", BEFORE, 1), (f"{MERGING}:move_back", AFTER, 1), (f"{MERGING}:_put_back", AFTER, 1),
    (f"{MERGING}:project", AFTER, 1), (f"{MERGING}:_decide", AFTER, 1), (f"{MERGING}:append", AFTER, 1),
]  # fmt: skip


class Two:
    """Two records of one woman, with a consent and leave given on the second, and who may join them."""

    def __init__(self, clerk: Account, keep: Person, gone: Person) -> None:
        self.clerk, self.keep, self.gone = clerk, keep, gone

    def all(self) -> dict[str, Any]:
        """All that is kept of both, and how long the trail is."""
        with as_house(NOON):
            lines = Event.objects.filter(act__startswith="people.persons.").count()
            merges = sorted(str(row) for row in Merge.objects.values_list("kept", "gone", "undone_at"))
        return {**_snapshot(self.keep.pk, self.gone.pk), "lines": lines, "merges": merges}

    def join(self) -> Merge:
        """They are one."""
        with acting_as(self.clerk, NOON):
            return merge_persons(keep_id=self.keep.pk, gone_id=self.gone.pk, actor=self.clerk, at=NOON)

    def part(self, merge: Merge) -> None:
        """They are two after all."""
        with acting_as(self.clerk, NOON):
            unmerge_persons(merge_id=merge.pk, actor=self.clerk, at=NOON)


@pytest.fixture
def two(world: World) -> Two:
    clerk = world.worker("records_officer", world.gulzar)
    with acting_as(clerk, NOON):
        keep, gone = world.enter(clerk), world.enter(clerk, full_name="Nargis Bibi Farzi")
        give_consent(
            person_id=gone.pk, purpose="legal", recipient="the court", classes=["personal"], given_how="thumb",
            started_on=TODAY, actor=clerk, at=NOON,
        )  # fmt: skip
        grant(
            account_id=clerk.pk,
            person_id=gone.pk,
            classes=(),
            ground="assignment",
            ground_id=None,
            actor=clerk,
            at=NOON,
        )
    return Two(clerk, keep, gone)


@pytest.mark.parametrize(("point", "when", "turn"), JOINING_POINTS)
def test_joining_is_all_or_nothing(two: Two, point: str, when: str, turn: int) -> None:
    before = two.all()

    killed_in(two.join, point, when, turn)

    assert two.all() == before
    two.join()
    with as_house(NOON):
        assert Person.objects.get(pk=two.gone.pk).merged_into_id == two.keep.pk
        assert verify().holds


@pytest.mark.parametrize(("point", "when", "turn"), PARTING_POINTS)
def test_parting_is_all_or_nothing(two: Two, point: str, when: str, turn: int) -> None:
    apart = two.all()
    merge = two.join()
    joined = two.all()

    killed_in(partial(two.part, merge), point, when, turn)

    assert two.all() == joined
    two.part(merge)
    told = {"lines", "merges"}
    assert {name: rows for name, rows in two.all().items() if name not in told} == {
        name: rows for name, rows in apart.items() if name not in told
    }


def test_killed_whenever_it_happens_it_is_one_or_the_other(two: Two) -> None:
    dice = random.Random(11)
    before = two.all()
    for _ in range(6):
        killed_after(two.join, dice.uniform(0.0, 0.06))
        if (now := two.all()) != before:
            assert now["lines"] == before["lines"] + 1
            return
    two.join()
    assert two.all()["lines"] == before["lines"] + 1
