"""A consent covers one purpose, recipient and class for a time, and nothing from the moment it is taken back."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

import pytest

from rihai.accounts.acting import acting_as
from rihai.kit.offers import After, Done
from rihai.people.operations import give_consent, withdraw_consent
from rihai.people.operations.errors import NoSuchPerson, NothingSaid
from rihai.people.queries.consents import consents_that_hold
from tests.people.world import NOON, TODAY, World

pytestmark = pytest.mark.django_db


def test_it_stops_at_the_moment_it_is_taken_back_and_those_who_rest_on_it_hear(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    clerk = world.worker("caseworker", world.gulzar)
    heard: list[Done] = []
    offer = After(act="people.consent.withdrawn", run=heard.append)
    monkeypatch.setattr("rihai.kit.acts.offered", lambda kind: (offer,) if kind is After else ())
    with acting_as(clerk, NOON):
        person = world.enter(clerk)
        personal, legal = give_consent(
            person_id=person.pk, purpose="legal", recipient="court", classes=["legal", "personal"], given_how="thumb",
            started_on=TODAY, ended_on=TODAY + timedelta(days=30), actor=clerk, at=NOON,
        )  # fmt: skip
        assert _classes(person.pk, 0) == ["legal", "personal"]
        assert _classes(person.pk, 30) == []
        withdraw_consent(consent_id=legal.pk, actor=clerk, at=NOON)
        assert _classes(person.pk, 0) == [personal.data_class]
        with pytest.raises(NoSuchPerson):
            withdraw_consent(consent_id=legal.pk, actor=clerk, at=NOON)
    assert [done.detail["class"] for done in heard] == ["legal"]


def _classes(person_id: UUID, days: int) -> list[str]:
    day = TODAY + timedelta(days=days)
    found = consents_that_hold([person_id], purpose="legal", on=day, at=NOON + timedelta(days=days))
    return sorted(one.data_class for consents in found.values() for one in consents)


def test_a_consent_to_nothing_is_none(world: World) -> None:
    clerk = world.worker("caseworker", world.gulzar)
    with acting_as(clerk, NOON):
        person = world.enter(clerk)
        with pytest.raises(NothingSaid):
            give_consent(
                person_id=person.pk, purpose="legal", recipient="court", classes=["ordinary"], given_how="",
                started_on=TODAY, actor=clerk, at=NOON,
            )  # fmt: skip
