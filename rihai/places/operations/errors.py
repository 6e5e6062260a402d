"""Why an act about places is refused."""

from __future__ import annotations

from rihai.errors import Refused


class WrongPlace(Refused):
    """A place cannot stand there, or cannot be closed."""


class WrongFigure(Refused):
    """A figure that cannot be: from the future, or with parts and no total and no rows."""


class WrongTurn(Refused):
    """A leave to work that is not in the state the act needs, or days that contradict each other."""
