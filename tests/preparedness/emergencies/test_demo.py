"""What the demonstration plays of stores, money, emergencies and materials happens once, and its pages are alive."""

from __future__ import annotations

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from rihai.accounts.models import Account
from rihai.accounts.operations import give_posting, house
from rihai.demo.cast import DARYA_KOT, GULZAR
from rihai.demo.preparedness_emergencies import play_emergencies
from rihai.preparedness.emergencies.models import Emergency
from rihai.preparedness.emergencies.work import rows
from tests.preparedness.emergencies.world import Desk, signed_in


def test_the_invented_bad_days_are_played_once_and_alive(desk: Desk) -> None:
    now, world = timezone.now(), desk.world
    for place, code in ((world.gulzar, GULZAR), (world.naya_bagh, DARYA_KOT)):
        type(place).objects.filter(pk=place.pk).update(code=code)
    for key, role, at in (
        ("supervisor", "supervisor", world.province), ("caseworker", "caseworker", world.gulzar),
        ("health", "health_worker", world.gulzar), ("programme", "programme_manager", None),
    ):  # fmt: skip
        account = Account.objects.create_user(f"{key}@rihai.example", f"{key} Namoona")
        give_posting(
            account=account, role=role, place=at, unit=None, ended_on=None, actor=house(),
            started_on=timezone.localdate() - timedelta(days=350), at=now - timedelta(days=350),
        )  # fmt: skip

    assert play_emergencies(at=now)
    assert not play_emergencies(at=now)

    assert {one.hazard: one.state for one in Emergency.objects.all()} == {"power": "open", "water": "reviewed"}
    supervisor = Account.objects.get(email="supervisor@rihai.example")
    assert [row.where for row in rows(supervisor, timezone.localdate())] == [world.gulzar.shown]
    client = signed_in(supervisor)
    shown = {name: client.get(reverse(f"preparedness:{name}")).content.decode() for name in (
        "stores", "money", "emergencies", "materials",
    )}  # fmt: skip
    assert "Oral rehydration salts" in shown["stores"]
    assert "A hand pump" in shown["money"]
    assert "the generator does not start" in shown["emergencies"]
    assert "Out of date: take it down" in shown["materials"]
