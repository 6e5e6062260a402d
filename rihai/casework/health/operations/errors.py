"""What may be refused in this part of the room."""

from __future__ import annotations

from rihai.errors import NotFound, Refused


class NoSuchCare(NotFound):
    """There is no such row of health, or the actor may not see it; the two are never told apart."""


class WrongCare(Refused):
    """What is written does not fit what stands there."""


class NoConsent(Refused):
    """She has not allowed it, or no longer."""
