"""What may be refused in this part of the room."""

from __future__ import annotations

from rihai.errors import NotFound, Refused


class NoSuchRecord(NotFound):
    """There is no such record, or it is another counsellor's; the two are never told apart."""


class WrongRecord(Refused):
    """What is asked does not fit where the record stands."""
