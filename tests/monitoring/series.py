"""The desk of the tests of series: the places and who works there, without the instrument, which takes seconds."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from rihai.accounts.models import Account
from rihai.accounts.operations import give_posting, house
from rihai.demo.cast import GULZAR, NAYA_BAGH
from rihai.places.models import Place
from tests.monitoring.world import Desk
from tests.people.world import make_world


def make_plain_desk() -> Desk:
    """Two inspectors and an official of Naya Bagh, and no form."""
    world = make_world()
    lead, second = world.worker("monitor", None), world.worker("monitor", world.naya_bagh)
    return Desk(world, lead, second, world.worker("partner", world.naya_bagh))


CAST = (
    ("monitor", "monitor", ""), ("inspector", "monitor", NAYA_BAGH), ("partner", "partner", NAYA_BAGH),
    ("health", "health_worker", GULZAR), ("caseworker", "caseworker", GULZAR), ("supervisor", "supervisor", NAYA_BAGH),
)  # fmt: skip


def people(desk: Desk) -> dict[str, Account]:
    """Those of the cast who play the series, posted at the two prisons for more than a year."""
    world = desk.world
    places = {NAYA_BAGH: world.naya_bagh, GULZAR: world.gulzar}
    made = {}
    for code, place in places.items():
        Place.objects.filter(pk=place.pk).update(code=code)
    for key, role, where in CAST:
        made[key] = Account.objects.create_user(f"{key}@rihai.example", f"{key} Namoona")
        give_posting(
            account=made[key], role=role, place=places.get(where), unit=None, ended_on=None, actor=house(),
            started_on=timezone.localdate() - timedelta(days=400), at=desk.at - timedelta(days=400),
        )  # fmt: skip
    return made
