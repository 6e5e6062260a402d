"""What may be refused in this part of the room."""

from __future__ import annotations

from rihai.errors import NotFound, Refused


class NoSuchPlan(NotFound):
    """There is no such plan, or the actor may not see the person; the two are never told apart."""


class NoSuchEntry(NotFound):
    """There is no such follow-up, appointment, tie or contact, or the actor may not see the person."""


class NotNow(Refused):
    """The plan stands otherwise than the act needs, or it was done already."""


class WithoutWord(Refused):
    """The person did not allow it: nobody is told what they have not said may be told."""


class NothingSaid(Refused):
    """What was written says nothing that could be kept."""
