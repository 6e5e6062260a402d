"""What may be refused in this room."""

from __future__ import annotations

from rihai.errors import NotFound, Refused


class NoSuchPerson(NotFound):
    """There is no such person, or the actor may not see them; the two are never told apart."""


class ChangedMeanwhile(Refused):
    """Somebody changed this person since the form was opened; nothing was overwritten."""


class WrongPlace(Refused):
    """The actor does not work there, or nobody can be held there."""


class WrongMove(Refused):
    """The movement does not fit what happened before."""


class WrongLink(Refused):
    """The two persons cannot be joined or parted so."""


class NothingSaid(Refused):
    """The form says nothing that could be kept."""
