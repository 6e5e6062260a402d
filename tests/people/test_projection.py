"""Records through the database come back as they were stated, and the tables follow: one person or many."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as hypothesis_settings

from rihai.accounts.operations.house import as_house
from rihai.census.synth import invent_records
from rihai.kit.classes import OF_PEOPLE
from rihai.people.models import Charge, CriminalCase, Hearing, Identifier, NameKey, Person, SourceKind, Statement
from rihai.people.operations import Source, statements_from
from rihai.people.projection import project
from rihai.people.queries.records import records_of
from tests.people.records import RECORDS
from tests.people.world import NOON, TODAY

pytestmark = pytest.mark.django_db
TABLES: tuple[Any, ...] = (NameKey, CriminalCase, Charge, Hearing, Identifier)
CENSUS = Source(kind=SourceKind.CENSUS, at=NOON, true_on=TODAY, title="November.xlsx")


def _stated(*records: dict[str, Any]) -> list[Person]:
    people = [Person(made_at=NOON) for _record in records]
    with as_house(NOON):
        Person.objects.bulk_create(people)
        Statement.objects.bulk_create(
            row
            for person, record in zip(people, records, strict=True)
            for row in statements_from(person.pk, record, CENSUS)
        )
    return people


@hypothesis_settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(RECORDS)
def test_any_record_comes_back_from_the_database_and_any_can_be_projected(db: None, record: dict[str, Any]) -> None:
    (person,) = _stated(record)
    project([person.pk])
    assert next(records_of([person.pk], classes=OF_PEOPLE)) == {**record, "id": str(person.pk)}


def test_many_at_once_are_as_one_by_one_and_nothing_changes_when_it_is_done_again() -> None:
    records = list(invent_records(60, 3, TODAY))
    together, apart = _stated(*records), _stated(*records)
    project(person.pk for person in together)
    for person in apart:
        project([person.pk])
    first = [_tables(person) for person in together]
    assert first == [_tables(person) for person in apart]
    project(person.pk for person in together)
    assert first == [_tables(person) for person in together]
    assert sum(len(one["NameKey"]) for one in first) > 60


def _tables(person: Person) -> dict[str, Any]:
    """What the tables hold of a person, without keys."""
    with as_house(NOON):
        fields = ("full_name", "sex", "born_earliest", "legal_status", "held_since", "nationality", "relation")
        held: dict[str, Any] = {**Person.objects.filter(pk=person.pk).values(*fields).get()}
        for model in TABLES:
            named = [
                f.name for f in model._meta.concrete_fields if f.name not in {"id", "person", "criminal_case", "number"}
            ]
            held[model.__name__] = sorted(str(row) for row in model.objects.filter(person=person).values_list(*named))
    return held


def test_a_source_that_is_taken_back_whole_says_nothing_any_more() -> None:
    (person,) = _stated({"full_name": "Gul Farzi", "sex": "female"})
    earlier = Source(kind=SourceKind.CENSUS, at=NOON - timedelta(days=30), true_on=TODAY - timedelta(days=30))
    with as_house(NOON):
        Statement.objects.bulk_create(statements_from(person.pk, {"full_name": "Gul"}, earlier))
        Statement.objects.filter(title=CENSUS.title).update(withdrawn_at=NOON)
        project([person.pk])
        assert Person.objects.get(pk=person.pk).full_name == "Gul"
    assert next(records_of([person.pk])) == {"id": str(person.pk), "full_name": "Gul"}
