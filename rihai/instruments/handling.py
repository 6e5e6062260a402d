"""The rooms that take answers, and which of their subjects an actor may fill a form in about."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils.translation import gettext as _

from rihai.instruments.errors import NoSuchForm
from rihai.kit.actor import Actor
from rihai.kit.handling import FormHandler, FormSubject
from rihai.kit.offers import offered

FILLS = "instruments.fill"
LONGEST_KEY = 80


def handler_named(name: str) -> FormHandler | None:
    """The handler of that name."""
    return next((one for one in offered(FormHandler) if one.name == name), None)


def about(handler: str, form_id: str, subject: str, *, actor: Actor) -> tuple[FormHandler, FormSubject]:
    """Who takes the answer, and whom it is about. Raises NoSuchForm where the actor may not, or there is none."""
    found = handler_named(handler)
    asked = None
    if found is not None and form_id in found.forms and actor.may(FILLS) and len(subject) <= LONGEST_KEY:
        asked = found.subject(actor, subject)
    if found is None or asked is None:
        raise NoSuchForm(_("There is no such form."))
    return found, asked


def keys_seen(handler: str, keys: Sequence[str], *, actor: Actor) -> frozenset[str]:
    """Of these subjects of a handler, those whose answers the actor sees; of a handler that is gone, none."""
    found = handler_named(handler)
    return frozenset(found.may_see(actor, keys)) if found is not None and keys else frozenset()
