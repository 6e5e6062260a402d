"""The desk of the tests of series: the places and who works there, without the instrument, which takes seconds."""

from __future__ import annotations

from tests.monitoring.world import Desk
from tests.people.world import make_world


def make_plain_desk() -> Desk:
    """Two inspectors and an official of Naya Bagh, and no form."""
    world = make_world()
    lead, second = world.worker("monitor", None), world.worker("monitor", world.naya_bagh)
    return Desk(world, lead, second, world.worker("partner", world.naya_bagh))
