"""What may be refused in cases."""

from __future__ import annotations

from rihai.errors import NotFound, Refused


class NoSuchCase(NotFound):
    """There is no such case, or the actor does not see it; the two are never told apart."""


class NoSuchOffer(NotFound):
    """Nothing of the kind is offered to the actor, or was offered by them."""


class NotOpen(Refused):
    """The case waits for approval, was refused, or is closed."""


class NotYours(Refused):
    """Only the worker of the case or a supervisor may do that; nobody reviews their own act."""


class WrongCase(Refused):
    """A case cannot be opened, changed or closed so."""


class NeedsReason(Refused):
    """The programme is not for this person by its own rules, or nobody knows: say why it goes on."""


class WrongHand(Refused):
    """The case cannot be handed to this colleague, or not any more."""
