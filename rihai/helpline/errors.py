"""What can go wrong at the helpline, in words for the person at the page."""

from __future__ import annotations

from rihai.errors import NotFound, Refused


class NoSuchRequest(NotFound):
    """There is no such request, call or question, or the actor does not see it."""


class NotSo(Refused):
    """What was asked cannot be so: nothing said, somebody else's, further already."""


class NotHers(Refused):
    """Nothing is told about a person without her word."""
