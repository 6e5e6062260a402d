"""What may be refused in the response loop."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from rihai.errors import NotFound, Refused


class NoSuchLine(NotFound):
    """There is no such line, or the actor may not see it; the two are never told apart."""


class TakenByOther(Refused):
    """Somebody else has the line; they may hand it over."""


class NotNow(Refused):
    """The line does not stand so that this could be done."""


class Overtaken(Refused):
    """Somebody acted on the line since the form was opened; nothing was written."""


class FreshGroundNeeded(Refused):
    """A court refused before: the fresh ground has to be said before the same is asked again."""


class NotAll(Refused):
    """Some of the ticked lines cannot be acted on, so nothing was done on any; `problems` says why, line by line."""

    def __init__(self, problems: Mapping[UUID, str], message: str) -> None:
        super().__init__(message)
        self.problems = dict(problems)
