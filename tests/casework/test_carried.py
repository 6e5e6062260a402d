"""When two persons are one, all that casework knows of them goes along; when they are two after all, it comes back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from uuid import UUID

import pytest
from django.apps import apps
from django.db import models

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.casework.carried import TABLES, nothing_is_built
from rihai.casework.models import SurvivorRecord
from rihai.errors import Refused
from rihai.kit.ids import new_id
from rihai.kit.offers import Done
from rihai.people.models import Person
from rihai.people.operations import merge_persons, unmerge_persons
from rihai.places.models import Place
from tests.people.world import NOON, TODAY, World, make_world

OURS: list[Any] = list(apps.get_app_config("casework").get_models())


def _persons_in(model: Any) -> set[str]:
    """The columns of a table that hold a person's key."""
    keys = {one.name for one in model._meta.concrete_fields if one.related_model is Person}
    return keys | {one.name for one in model._meta.concrete_fields if one.attname in ("person_id", "person")}


def test_no_table_with_a_person_is_forgotten() -> None:
    named = {(one.model, one.person) for one in TABLES}
    assert named == {(model, column) for model in OURS for column in _persons_in(model)}
    for one in TABLES:
        assert isinstance(one.model._meta.get_field(one.first), models.UUIDField), "who it was written for is kept"


def test_a_merge_carries_every_table_over_and_parting_gives_everything_back(db: None) -> None:
    world = make_world()
    clerk = world.worker("records_officer", world.province)
    numbers = ("9040300000008", "9040300000016", "9040300000024")
    with acting_as(clerk, NOON):
        keep, gone, before = (world.enter(clerk, cnic=one, prison_id=one[-3:]).pk for one in numbers)
        merge_persons(keep_id=gone, gone_id=before, actor=clerk, at=NOON)
    with as_house(NOON):
        rows = Rows(world, clerk)
        for table in TABLES:
            rows.add(table.model, gone, before)
            rows.add(table.model, keep, keep)
        about = {"subject": str(gone), "first_subject": str(before)}
        record = SurvivorRecord.objects.create(**{**rows.said(SurvivorRecord, gone, gone), **about})
        was = _kept()
        assert {one for one in TABLES if not one.has([keep, rows.third])} == set()
    nothing_is_built(_undone(before))
    with pytest.raises(Refused):
        nothing_is_built(_undone(before, keep))
    with acting_as(clerk, NOON):
        merge = merge_persons(keep_id=keep, gone_id=gone, actor=clerk, at=NOON)
    with as_house(NOON):
        left = [one for one in TABLES if one.model._default_manager.filter(**{one.person: gone}).exists()]
        assert left == []
        assert SurvivorRecord.objects.get().subject == str(keep)
    with acting_as(clerk, NOON):
        unmerge_persons(merge_id=merge.pk, actor=clerk, at=NOON)
    with as_house(NOON):
        assert _kept() == was
        assert SurvivorRecord.objects.get(subject_index=str(gone)) == record


def _undone(*person_ids: UUID) -> Done:
    return Done(act="people.census.undone", actor=None, at=NOON, person_ids=person_ids)


def _kept() -> dict[str, dict[Any, list[Any]]]:
    """Whose each row is."""
    return {
        one.model.__name__ + one.person: dict(one.model._default_manager.values_list("pk", f"{one.person}_id"))
        for one in TABLES
    }


class Rows:
    """Rows of any table with just what the table insists on."""

    def __init__(self, world: World, account: Account) -> None:
        self.place, self.account, self.third = world.gulzar, account, world.enter(account, cnic="9040300000032").pk

    def add(self, model: Any, person: UUID, first: UUID) -> Any:
        """One row about a person, written for `first`, with what it hangs on."""
        return model._default_manager.create(**self.said(model, person, first))

    def said(self, model: Any, person: UUID, first: UUID) -> dict[str, Any]:
        """A value for each column that has none of itself."""
        return {
            one.attname: self._value(one, person, first)
            for one in model._meta.concrete_fields
            if not one.has_default() or one.name in ("made_for", "first_person", "first_person_id")
        }

    def _value(self, one: Any, person: UUID, first: UUID) -> Any:
        if one.name in ("other", "first_other"):
            return self.third
        if one.related_model is Person:
            return person
        if one.name.startswith(("made_for", "first_person", "first_one")):
            return first
        if one.null:
            return None
        known: dict[Any, Any] = {Place: self.place.pk, Account: self.account.pk}
        if one.related_model is not None:
            return known.get(one.related_model) or self.add(one.related_model, person, first).pk
        return _plain(one)


def _plain(one: Any) -> Any:
    kinds: Iterable[tuple[Any, Any]] = (
        (models.UUIDField, new_id), (models.CharField, lambda: new_id().hex[-one.max_length :]),
        (models.DateTimeField, lambda: NOON), (models.DateField, lambda: TODAY), (models.TimeField, NOON.time),
        (models.BooleanField, bool), (models.JSONField, dict), ((models.IntegerField, models.DecimalField), int),
    )  # fmt: skip
    return next((make() for kind, make in kinds if isinstance(one, kind)), "x")
