"""Acting for somebody, or for the house itself, from rooms that know no accounts."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext
from uuid import UUID

from rihai.kit.actor import Actor
from rihai.kit.offers import RunsAs, offered


def acting_for(actor_id: UUID | None) -> AbstractContextManager[Actor | None]:
    """Within it the account of that id asks, and PostgreSQL's walls let through what it may see; None is the house.

    Gives the actor, None for the house. Where no room offers it, as in a house without accounts, nobody asks.
    """
    found = offered(RunsAs)
    return found[0].acting(actor_id) if found else nullcontext()
