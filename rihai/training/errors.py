"""What can go wrong in training, in words for the person at the page."""

from __future__ import annotations

from rihai.errors import NotFound, Refused


class NotThere(NotFound):
    """There is no such course, session, trainee or certificate, or the actor does not see it."""


class NotSo(Refused):
    """What was asked cannot be so, or comes at the wrong time; nothing was written."""
