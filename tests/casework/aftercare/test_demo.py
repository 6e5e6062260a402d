"""What the caseworker of the fictional office has done for people who leave is played once, through the operations."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations import give_posting, house
from rihai.accounts.operations.house import as_house
from rihai.casework.aftercare.models import ChildOutside, FollowUp, HandoverMeeting, MayBeTold, ReleasePlan
from rihai.demo.casework.aftercare import play_aftercare
from tests.casework.aftercare.cast import Desk
from tests.screening.cast import keep, woman

pytestmark = pytest.mark.django_db


@pytest.fixture
def peopled(desk: Desk) -> Desk:
    """The caseworker of the cast, and two more women."""
    account = Account.objects.create_user("caseworker@rihai.example", "Hina Namoona")
    give_posting(
        account=account, role="caseworker", place=desk.world.gulzar, unit=None, ended_on=None, actor=house(),
        started_on=desk.today - timedelta(days=30), at=desk.at - timedelta(days=30),
    )  # fmt: skip
    with acting_as(desk.worker):
        for name in ("Sana Farzi", "Amna Misali"):
            keep(woman(timezone.localdate(), full_name=name), desk.world.gulzar, desk.worker)
    return desk


def test_it_is_played_once_and_every_page_has_something_to_show(peopled: Desk) -> None:
    assert play_aftercare(at=peopled.at)
    assert not play_aftercare(at=peopled.at)
    with as_house(peopled.at):
        assert sorted(ReleasePlan.objects.values_list("state", flat=True)) == ["after", "open", "open"]
        assert FollowUp.objects.get(interval="h72").outcome == "reached"
        assert FollowUp.objects.filter(outcome="").count() == 6
        assert ChildOutside.objects.count() == HandoverMeeting.objects.count() == MayBeTold.objects.count() == 1
