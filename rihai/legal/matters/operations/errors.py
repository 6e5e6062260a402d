"""What may be refused in matters."""

from __future__ import annotations

from rihai.errors import NotFound, Refused


class NoSuchMatter(NotFound):
    """There is no such matter, or the actor is not in its team; the two are never told apart."""


class NotOpen(Refused):
    """The matter is closed, was not taken, or waits for the panel lead."""


class WrongTeam(Refused):
    """Somebody cannot be put into a team, or out of it."""


class WrongParty(Refused):
    """Somebody cannot be added so."""


class WrongDecision(Refused):
    """The conflict cannot be decided so, or not by this actor."""


class WrongEntry(Refused):
    """What was written does not fit what is kept."""
