"""What may be refused in services and sessions."""

from __future__ import annotations

from rihai.errors import NotFound, Refused


class NoSuchRecord(NotFound):
    """There is no such record, or the actor may not see or keep it; the two are never told apart."""


class WrongService(Refused):
    """The service cannot be given, moved or ended so."""


class NoBasis(Refused):
    """Nothing may be told of this person on that ground."""


class WrongEntry(Refused):
    """What was written does not fit."""


class NotTogether(Refused):
    """Two people are kept apart; nobody is told why."""
