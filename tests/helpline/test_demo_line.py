"""What the line of the fictional office heard is played once, and every page of it is alive."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.accounts.operations import give_posting, house
from rihai.demo.cast import GULZAR
from rihai.demo.helpline_line import play_line
from rihai.helpline.calls.queries import calls_waiting
from rihai.helpline.matching.queries import words_for
from rihai.helpline.requests.queries import waiting_for
from tests.people.world import make_world

pytestmark = pytest.mark.django_db


def test_the_demonstration_has_a_request_of_each_kind_and_plays_them_once(db: None) -> None:
    world, now = make_world(), timezone.now()
    type(world.gulzar).objects.filter(pk=world.gulzar.pk).update(code=GULZAR)
    for key, role, place in (
        ("helpline", "helpline_operator", None), ("supervisor", "supervisor", world.gulzar),
    ):  # fmt: skip
        account = Account.objects.create_user(f"{key}@rihai.example", f"{key} Namoona")
        give_posting(
            account=account, role=role, place=place, unit=None, ended_on=None, actor=house(),
            started_on=timezone.localdate() - timedelta(days=40), at=now - timedelta(days=40),
        )  # fmt: skip
    records = world.worker("records_officer", world.gulzar)
    with acting_as(records):
        world.enter(records)
    assert play_line(at=now)
    assert not play_line(at=now)
    line, above = (Account.objects.get(email=f"{key}@rihai.example") for key in ("helpline", "supervisor"))
    with acting_as(line, now):
        assert [one.level for one in waiting_for(line)] == ["red", "amber", "amber", "yellow"]
        assert calls_waiting(line).count() == 2
    with acting_as(above, now):
        assert len(words_for(above)) == 1, "somebody's word is to be asked for"
