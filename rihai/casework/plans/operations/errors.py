"""What may be refused in this part of the room."""

from __future__ import annotations

from rihai.errors import NotFound, Refused


class NoSuchPlan(NotFound):
    """There is no such plan, need, goal or step, or the actor may not see it; the two are never told apart."""


class WrongPlan(Refused):
    """What is said does not fit the plan as it stands."""


class WrongAssessment(Refused):
    """The answers cannot be taken as they are."""
