"""What can go wrong in monitoring, in words for the person at the page."""

from __future__ import annotations

from rihai.errors import NotFound, Refused


class NoSuchInspection(NotFound):
    """There is no such inspection, finding or recommendation, or the actor does not see it."""


class NotNow(Refused):
    """An inspection is not so far, or is further already."""


class NothingSaid(Refused):
    """What has to be said was not said."""


class NoSuchDeath(NotFound):
    """There is no such file of a death, or the actor does not see it."""


class NoSuchCase(NotFound):
    """There is no such case of a disease or alert, or the actor does not see it."""


class NoSuchComplaint(NotFound):
    """There is no such complaint, or the actor does not see it."""


class NoSuchPoint(NotFound):
    """There is no such figure of a prison, or the actor does not see it."""
