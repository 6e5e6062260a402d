"""What can go wrong in results, in words for the person at the page."""

from __future__ import annotations

from rihai.errors import NotFound, Refused


class NoSuchProject(NotFound):
    """There is no such project, indicator, list or period, or the actor does not see it."""


class NotSo(Refused):
    """What was asked cannot be so: two of one code, a day outside the project, something said nowhere."""


class Locked(Refused):
    """A period is locked: its figures change by a restatement with a reason, and by nothing else."""
