"""What the fictional office wrote down is played once, through the operations; the sealed one by its team alone."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations import give_posting, house
from rihai.demo.cast import NAYA_BAGH
from rihai.demo.monitoring_incidents import play_incidents
from rihai.monitoring.incidents.queries import incidents_for, ran_out
from tests.people.world import World

pytestmark = pytest.mark.django_db


def test_the_demonstration_has_one_of_each_kind_and_plays_them_once(world: World) -> None:
    prison, now = world.naya_bagh, timezone.now()
    type(prison).objects.filter(pk=prison.pk).update(code=NAYA_BAGH)
    cast = {}
    for key, role, place in (
        ("supervisor", "supervisor", prison), ("monitor", "monitor", None), ("inspector", "monitor", prison),
        ("safeguarding", "safeguarding_lead", None),
    ):  # fmt: skip
        cast[key] = Account.objects.create_user(f"{key}@rihai.example", f"{key} Namoona")
        give_posting(
            account=cast[key], role=role, place=place, unit=None, ended_on=None, actor=house(),
            started_on=timezone.localdate() - timedelta(days=40), at=now - timedelta(days=40),
        )  # fmt: skip
    with acting_as(world.worker("records_officer", prison)):
        world.enter(world.accounts[f"records_officer-{prison.pk}"], prison, sex="male", pregnant=None)
    assert play_incidents(at=now)
    assert not play_incidents(at=now)
    seen = {}
    for key, account in cast.items():
        with acting_as(account):
            seen[key] = sorted(one.said.sub for one in incidents_for(account))
    assert seen == {
        "supervisor": ["C1.1", "E1.1"], "monitor": ["C1.1", "E1.1"], "inspector": ["C1.1", "E1.1", "T1.1"],
        "safeguarding": ["C1.1", "E1.1", "T1.1"],
    }  # fmt: skip
    with acting_as(cast["supervisor"]):
        assert not ran_out(cast["supervisor"], now).exists(), "nothing was told upwards before the clock ticks"
