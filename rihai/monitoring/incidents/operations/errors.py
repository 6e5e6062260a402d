"""What may be refused of incidents."""

from __future__ import annotations

from rihai.errors import NotFound, Refused


class NoSuchIncident(NotFound):
    """There is no such incident, or the actor does not see it; the two are never told apart."""


class NotSo(Refused):
    """What is asked does not fit where the incident stands, or something that has to be said was not."""


class AskFirst(Refused):
    """A step cannot go: reprisal was not asked about, consent does not hold, or nobody else agreed."""


class NotYours(Refused):
    """A sealed matter, and the actor's role may not read what is sealed: somebody else writes it down."""
