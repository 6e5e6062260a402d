"""What the inspectors of the fictional office found is played once, through the operations; story 5 stands in it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations import give_posting, house
from rihai.accounts.operations.house import as_house
from rihai.demo.cast import NAYA_BAGH
from rihai.demo.monitoring import play_monitoring
from rihai.monitoring.inspections.models import Inspection, Kind
from rihai.monitoring.inspections.queries.agreement import ratings_of
from rihai.monitoring.recommendations.models import Recommendation
from tests.monitoring.world import Desk, signed_in


@pytest.fixture
def peopled(desk: Desk) -> Desk:
    """Two inspectors and the official of the cast, posted for more than a year."""
    prison = desk.world.naya_bagh
    type(prison).objects.filter(pk=prison.pk).update(code=NAYA_BAGH)
    for key, role, place in (
        ("monitor", "monitor", None),
        ("inspector", "monitor", prison),
        ("partner", "partner", prison),
    ):
        account = Account.objects.create_user(f"{key}@rihai.example", f"{key} Namoona")
        give_posting(
            account=account, role=role, place=place, unit=None, ended_on=None, actor=house(),
            started_on=timezone.localdate() - timedelta(days=400), at=desk.at - timedelta(days=400),
        )  # fmt: skip
    return desk


def test_two_inspectors_agree_and_last_years_unkept_recommendation_is_named(peopled: Desk) -> None:
    assert play_monitoring(at=peopled.at)
    assert not play_monitoring(at=peopled.at)
    with as_house():
        lead = Account.objects.get(email="monitor@rihai.example")
        before, now = Inspection.objects.filter(kind=Kind.INSPECTION).order_by("number")
        unkept = Recommendation.objects.get(standing="not_kept")
        again = Recommendation.objects.get(repeats=unkept)
    with acting_as(lead, peopled.at):
        ratings = ratings_of(now, actor=lead)
    page = signed_in(lead).get(f"/monitoring/inspections/{now.pk}/").content.decode()

    assert (before.state, now.state) == ("final", "sent")
    assert ratings.agreement is not None
    assert len(ratings.apart) == 5
    assert 0.5 < (ratings.agreement.alpha or 0) < 1
    assert again.times == 2
    assert unkept.code in page
    assert "Six boys sleep in barrack 2 among adults." in page
    assert "Where the prison sees itself otherwise" in page
