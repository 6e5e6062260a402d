"""What may be refused in mentoring."""

from __future__ import annotations

from rihai.errors import NotFound, Refused


class NoSuchVolunteer(NotFound):
    """There is no such volunteer, or not where the actor works; the two are never told apart."""


class NoSuchMatch(NotFound):
    """There is no such match, wish or meeting, or the actor does not see it; the two are never told apart."""


class NotYourself(Refused):
    """Nobody decides about themselves."""


class NotYet(Refused):
    """Something is wanted first: a reference, a check, training, an agreement."""


class NotTogether(Refused):
    """These two are not matched."""


class WrongStep(Refused):
    """The match or the volunteer does not stand where this step begins."""


class WrongWord(Refused):
    """What was written does not fit what is kept."""
