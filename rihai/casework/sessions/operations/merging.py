"""What sessions do when two persons turn out to be one, or two after all."""

from __future__ import annotations

from rihai.casework.services.operations.merging import carry, give_back
from rihai.casework.sessions.models import MOVED
from rihai.casework.sessions.operations import apart
from rihai.kit.offers import Done


def follow_merge(done: Done) -> None:
    """Everything of the one is the other's."""
    carry(MOVED, done)
    apart.follow_merge(done)


def follow_parting(done: Done) -> None:
    """What was written for the one who was gone goes back."""
    give_back(MOVED, done)
    apart.follow_parting(done)
