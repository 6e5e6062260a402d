"""What may be refused in this part of the room."""

from __future__ import annotations

from rihai.errors import NotFound, Refused


class NoSuchRelease(NotFound):
    """There is no such release, or the actor may not see the person; the two are never told apart."""


class NoSuchSlip(NotFound):
    """There is no such slip, or the actor may not see the person."""


class NoSuchProvision(NotFound):
    """No pack of this office has such a provision, or nobody said such a word of it."""


class WrongRelease(Refused):
    """The release does not fit what is recorded."""


class WrongSlip(Refused):
    """The slip was answered already, or says nothing."""


class WrongWord(Refused):
    """The word on the law cannot be said so, or by this person."""
