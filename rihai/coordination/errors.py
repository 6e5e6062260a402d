"""What can go wrong in coordination, in words for the person at the page."""

from __future__ import annotations

from rihai.errors import NotFound, Refused


class NoSuchBody(NotFound):
    """There is no such committee, meeting, item or action, or the actor does not see it."""


class NotNow(Refused):
    """A meeting is not so far, or is further already."""


class NothingSaid(Refused):
    """What has to be said was not said."""
