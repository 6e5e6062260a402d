"""The law and the profile read birth and custody alike: they are neighbours and may not ask each other."""

from __future__ import annotations

from hypothesis import given

from rihai.law.reckon.custody import holds_on, reckon_born, stays_of
from rihai.law.reckon.derived import DERIVED
from rihai.profile import record as ours
from tests.profile.people import RECORDS, TODAY, Facts


@given(RECORDS)
def test_profile_and_law_reckon_the_same(record: Facts) -> None:
    if record.get("age_years") != 900:
        assert ours.birth_of(record)[0] == reckon_born(record).span
    for one in record.get("cases", ()):
        assert ours.stays_of(one) == stays_of(one)
        assert ours.holds(one, TODAY) == holds_on(one, TODAY)
    if "is_foreign_national" not in record:
        assert ours.is_foreign(record) == DERIVED["is_foreign_national"](record, {})
    if "children_in_prison" not in record:
        derived = DERIVED["children_in_prison"](record, {})
        assert ours.children_inside(record) == (derived and tuple(derived.values()))
