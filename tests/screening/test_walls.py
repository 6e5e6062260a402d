"""PostgreSQL shows of screening what Python’s filter shows, also where it is forgotten; only the house writes."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import DatabaseError, connection, models, transaction
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.screening.models import AtRisk, Finding, Gap, Screened, Veiled
from rihai.screening.queries.sight import findings_for, gaps_for, risks_for, screened_for
from tests.people.world import World
from tests.screening.cast import keep, unknown_arrest, woman

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="walls stand on PostgreSQL alone"),
]
ROLES = ("caseworker", "lawyer", "health_worker", "supervisor", "records_officer", "administrator")


@pytest.fixture
def screened(world: World) -> World:
    """People of every class in one prison, and one in the other."""
    today = timezone.localdate()
    told = woman(today, full_name="Zubaida Misali", pregnant=True)
    told["cases"][0]["delay_attributed_to_accused"] = False
    for place in (world.gulzar, world.naya_bagh):
        lawyer = world.worker("lawyer", place)
        with acting_as(lawyer):
            keep(told, place, lawyer)
            keep(unknown_arrest(today), place, lawyer)
    for role in ROLES:
        world.worker(role, None if role == "administrator" else world.gulzar)
    return world


@pytest.mark.parametrize("role", ROLES)
def test_a_forgotten_filter_shows_nothing_more(screened: World, role: str) -> None:
    who: Account = screened.worker(role, None if role == "administrator" else screened.gulzar)
    asked: tuple[tuple[type[models.Model], Any], ...] = (
        (Finding, findings_for),
        (Gap, gaps_for),
        (AtRisk, risks_for),
        (Screened, screened_for),
    )
    with acting_as(who):
        for model, filtered in asked:
            bare = set(model._default_manager.values_list("pk", flat=True))
            assert bare == set(filtered(who).values_list("pk", flat=True)), model
        assert set(Veiled.objects.values_list("place", flat=True)) <= {screened.gulzar.pk}
        if role in {"caseworker", "supervisor"}:
            assert set(Finding.objects.values_list("data_class", flat=True)) == {"personal"}
        if role == "lawyer":
            assert "legal" in set(Finding.objects.values_list("data_class", flat=True))
        if role == "health_worker":
            assert "health" in set(AtRisk.objects.values_list("data_class", flat=True))


def test_nobody_but_the_house_changes_a_finding(screened: World) -> None:
    lawyer = screened.worker("lawyer", screened.gulzar)
    with acting_as(lawyer):
        assert Finding.objects.update(outcome="met") == 0
        found = Finding.objects.filter(data_class="personal")[0]
        with pytest.raises(DatabaseError), transaction.atomic():
            Finding.objects.create(
                person_id=found.person_id, place_id=found.place_id, data_class="personal", pack="x", version="1",
                provision="x", kind="release", outcome="met", rank=0, sort_on=timezone.localdate(),
            )  # fmt: skip
