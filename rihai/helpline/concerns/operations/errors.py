"""What may be refused of concerns."""

from __future__ import annotations

from rihai.errors import NotFound, Refused


class NoSuchConcern(NotFound):
    """There is no such concern, or the actor does not hold it; the two are never told apart."""


class NotSo(Refused):
    """What is asked does not fit where the concern stands, or something that has to be said was not."""


class AskFirst(Refused):
    """A step cannot be taken: reprisal was not asked about yet."""
