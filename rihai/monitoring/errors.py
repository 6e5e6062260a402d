"""What can go wrong in monitoring, in words for the person at the page."""

from __future__ import annotations

from rihai.errors import NotFound, Refused


class NoSuchInspection(NotFound):
    """There is no such inspection, finding or recommendation, or the actor does not see it."""


class NotNow(Refused):
    """An inspection is not so far, or is further already."""


class NothingSaid(Refused):
    """What has to be said was not said."""
