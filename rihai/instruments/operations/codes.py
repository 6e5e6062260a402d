"""A code for a phone: taken once for what one works on, and asked for when an answer comes with it."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from rihai.instruments.handling import about
from rihai.instruments.models import AboutCode
from rihai.instruments.openrosa.codes import new_code, tidy
from rihai.kit.actor import Actor
from rihai.kit.audit import append


@transaction.atomic
def code_for(*, form_id: str, handler: str, subject: str, actor: Actor, at: datetime) -> AboutCode:
    """The actor's code for a subject; the same each time. Raises NoSuchForm for what they may not fill in about."""
    offer, asked = about(handler, form_id, subject, actor=actor)
    mine = AboutCode.objects.filter(account=actor.pk, handler=handler)
    found = mine.filter(person_id=asked.person_id) if offer.of_person else mine.filter(subject=subject)
    known = found.first()
    if known is not None:
        return known
    made = AboutCode.objects.create(
        account_id=actor.pk, code=new_code(), handler=handler, subject=subject, person_id=asked.person_id,
        first_person=asked.person_id, data_class=offer.data_class, made_at=at,
    )  # fmt: skip
    append("instruments.code.taken", actor=actor, at=at, subject=made.pk, kind="code", detail={"handler": handler})
    return made


def meant_by(text: str, *, actor: Actor) -> tuple[str, str] | None:
    """The handler and the subject that a code of the actor's says; None for none of theirs."""
    code = tidy(text)
    found = AboutCode.objects.filter(account=actor.pk, code=code).first() if code else None
    return (found.handler, str(found.person_id) if _is_of_person(found) else found.subject) if found else None


def _is_of_person(found: AboutCode) -> bool:
    from rihai.instruments.handling import handler_named

    offer = handler_named(found.handler)
    return offer is not None and offer.of_person
