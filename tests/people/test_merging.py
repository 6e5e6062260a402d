"""Two persons are one, and two again: nothing is lost, the old id answers, access follows."""

from __future__ import annotations

from functools import partial
from typing import Any
from uuid import UUID

import pytest

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Grant, Presence
from rihai.accounts.operations import grant
from rihai.accounts.operations.house import as_house
from rihai.people.models import (
    Alias,
    Charge,
    Consent,
    CriminalCase,
    CustodyEpisode,
    Identifier,
    LinkDecision,
    Merge,
    Movement,
    NameKey,
    Person,
    Placement,
    Relationship,
    Statement,
)
from rihai.people.operations import add_relationship, decide_link, give_consent, merge_persons, unmerge_persons
from rihai.people.operations.errors import NoSuchPerson, WrongLink
from rihai.people.queries.records import records_of
from tests.people.world import NOON, TODAY, World

pytestmark = pytest.mark.django_db
OF_PERSON: tuple[Any, ...] = (
    Statement, CustodyEpisode, Movement, Placement, Relationship, Consent, CriminalCase, Charge, Identifier, NameKey,
    Alias,
)  # fmt: skip


def _snapshot(*ids: UUID) -> dict[str, Any]:
    """Everything the tables hold of these persons, but keys that are written anew and versions."""
    with as_house(NOON):
        rows = {
            model.__name__: sorted(
                str({name: value for name, value in row.items() if name not in {"id", "criminal_case_id", "number"}})
                for row in model.objects.filter(person__in=ids).values()
            )
            for model in OF_PERSON
        }
        people = [{**row, "version": 0} for row in Person.objects.filter(pk__in=ids).order_by("pk").values()]
        presences = sorted(
            str(row)
            for row in Presence.objects.filter(person_id__in=ids).values("person_id", "place", "seen_until", "guarded")
        )
        grants = sorted(
            str(row) for row in Grant.objects.filter(person_id__in=ids).values("person_id", "account", "data_class")
        )
    return {**rows, "people": people, "presences": presences, "grants": grants, "records": list(records_of(ids))}


def _two(world: World) -> tuple[Any, Person, Person]:
    clerk = world.worker("records_officer", world.province)
    with acting_as(clerk, NOON):
        one = world.enter(clerk)
        other = world.enter(clerk, world.naya_bagh, days_ago=5, full_name="Nargis Bibi", cnic="9040300000016")
        grant(
            account_id=clerk.pk,
            person_id=other.pk,
            classes=["legal"],
            ground="assignment",
            ground_id=None,
            actor=clerk,
            at=NOON,
        )
        add_relationship(person_id=other.pk, kind="mother", name="Zainab Farzi", phone="0300", actor=clerk, at=NOON)
        give_consent(
            person_id=other.pk, purpose="legal", recipient="the court", classes=["personal"], given_how="thumb",
            started_on=TODAY, actor=clerk, at=NOON,
        )  # fmt: skip
    return clerk, one, other


def test_merging_moves_everything_and_unmerging_puts_it_back(world: World) -> None:
    clerk, one, other = _two(world)
    before = _snapshot(one.pk, other.pk)
    with acting_as(clerk, NOON):
        merge = merge_persons(keep_id=one.pk, gone_id=other.pk, actor=clerk, at=NOON)
        with as_house(NOON):
            assert Person.objects.get(pk=other.pk).merged_into_id == one.pk
            assert Statement.objects.filter(person=other).count() == 0
            assert Relationship.objects.get().phone == "0300"
            assert CustodyEpisode.objects.filter(person=one).count() == 2
            assert not NameKey.objects.filter(person=other).exists()
            assert {grant.person_id for grant in Grant.objects.all()} == {one.pk}
        record = next(records_of([one.pk]))
        assert record["full_name"] == "Nargis Bibi", "the newest by hand"
        unmerge_persons(merge_id=merge.pk, actor=clerk, at=NOON)
    assert _snapshot(one.pk, other.pk) == before
    with as_house(NOON):
        assert LinkDecision.objects.order_by("id").last().verdict == "different"  # type: ignore[union-attr]


@pytest.mark.parametrize("step", ["move_person", "project", "_decide", "append"])
@pytest.mark.parametrize("undoing", [False, True])
def test_interrupted_anywhere_neither_has_happened(
    world: World, monkeypatch: pytest.MonkeyPatch, step: str, undoing: bool
) -> None:
    clerk, one, other = _two(world)

    def power_cut(*_args: object, **_kwargs: object) -> None:
        raise KeyboardInterrupt

    with acting_as(clerk, NOON):
        merge = merge_persons(keep_id=one.pk, gone_id=other.pk, actor=clerk, at=NOON) if undoing else None
        before = _snapshot(one.pk, other.pk)
        monkeypatch.setattr(
            f"rihai.people.operations.merging.{'move_back' if undoing and step == 'move_person' else step}", power_cut
        )
        act: Any = partial(unmerge_persons, merge_id=merge.pk) if merge else partial(merge_persons, keep_id=one.pk)
        with pytest.raises(KeyboardInterrupt):
            act(actor=clerk, at=NOON, **({} if merge else {"gone_id": other.pk}))
    assert _snapshot(one.pk, other.pk) == before


def test_nobody_joins_persons_they_do_not_both_see(world: World) -> None:
    _clerk, one, other = _two(world)
    near = world.worker("records_officer", world.gulzar)
    with acting_as(near, NOON), pytest.raises(NoSuchPerson):
        merge_persons(keep_id=one.pk, gone_id=other.pk, actor=near, at=NOON)
    with as_house(NOON):
        assert not Merge.objects.exists()


def test_never_the_same_is_remembered(world: World) -> None:
    clerk, one, other = _two(world)
    with acting_as(clerk, NOON):
        decide_link(one_id=other.pk, other_id=one.pk, verdict="different", actor=clerk, at=NOON)
        decision = LinkDecision.objects.get()
        with pytest.raises(WrongLink):
            decide_link(one_id=one.pk, other_id=one.pk, verdict="different", actor=clerk, at=NOON)
    assert (decision.one_id, decision.other_id) == tuple(sorted((one.pk, other.pk)))
