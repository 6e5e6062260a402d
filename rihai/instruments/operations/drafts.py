"""What is written in a form is kept as it is written, for its author alone, until it is given or put aside."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import datetime
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.instruments.errors import NoSuchForm, OtherWindow
from rihai.instruments.handling import about
from rihai.instruments.models import Answer, Draft, Edition, Instrument
from rihai.instruments.queries import published
from rihai.instruments.windows import NO_DRAFT, Window
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.handling import FormHandler, FormSubject

INSTANCE = re.compile(r"uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
LONGEST_TEXT, MOST_TEXTS = 12_000, 6_000


@transaction.atomic
def save_draft(
    *,
    form_id: str,
    handler: str,
    subject: str,
    texts: Mapping[str, str],
    actor: Actor,
    at: datetime,
    answer: Answer | None = None,
    instance_id: str = "",
    base: int = 0,
    window: Window | None = None,
) -> Draft:
    """Keep what stands in each field, as it is typed; the first time is a line in the trail, the next ones are none.

    `instance_id` is the id that the page gave the answer when it was opened, so that it is given once however often it
    is sent. `base` is the edition from which a correction was begun; 0 for the newest.
    Raises NoSuchForm where the actor may not fill this in; OtherWindow where `window` is named and another one of the
    author's saved, gave or threw away what this one does not know of.
    """
    offer, asked = about(handler, form_id, subject, actor=actor)
    draft = draft_for(form_id, handler, subject, actor=actor, answer=answer)
    said = json.dumps(tidy(texts), ensure_ascii=False)
    name = window.id if window is not None else ""
    if draft is not None:
        if window is not None and draft.window != name and draft.saves != window.known and draft.texts != said:
            raise OtherWindow(_("This form was written in another window too. Nothing there was overwritten."))
        draft.base = min(base, answer.number) if answer is not None and base else draft.base
        return _saved(draft, said, at, window=name)
    if window is not None and window.known != NO_DRAFT:
        raise OtherWindow(_("What stood here was given or thrown away in another window. Look before you give it."))
    draft = _begun(form_id, handler, subject, said, offer, asked, actor, at, answer, instance_id, base, name)
    append("instruments.draft.begun", actor=actor, at=at, subject=draft.pk, kind="form", detail={"form": form_id})
    return draft


def _begun(
    form_id: str, handler: str, subject: str, said: str, offer: FormHandler, asked: FormSubject, actor: Actor,
    at: datetime, answer: Answer | None, instance_id: str, base: int, name: str,
) -> Draft:  # fmt: skip
    """A draft where there was none. Raises NoSuchForm; OtherWindow where another window was quicker by a moment."""
    version = answer.version if answer is not None else published(form_id)
    if version is None:
        raise NoSuchForm(_("There is no such form."))
    draft, is_new = Draft.objects.get_or_create(
        author_id=actor.pk,
        instrument_id=version.instrument_id,
        handler=handler,
        subject=subject,
        answer=answer,
        defaults={
            "version": version,
            "person_id": asked.person_id,
            "first_person": asked.person_id,
            "data_class": offer.data_class,
            "base": min(base or answer.number, answer.number) if answer is not None else 0,
            "instance_id": _unused(instance_id, at),
            "texts": said,
            "began_at": at,
            "saved_at": at,
            "window": name,
        },
    )
    if not is_new:  # another window was quicker by a moment
        raise OtherWindow(_("This form was written in another window too. Nothing there was overwritten."))
    return draft


def _saved(draft: Draft, said: str, at: datetime, *, window: str) -> Draft:
    draft.texts, draft.saved_at, draft.saves, draft.window = said, at, draft.saves + 1, window
    draft.save(update_fields=["texts", "saved_at", "saves", "window", "base"])
    return draft


@transaction.atomic
def put_aside(*, draft_id: UUID, actor: Actor, at: datetime) -> None:
    """Throw a draft of one's own away. Raises NoSuchForm."""
    draft = Draft.objects.select_for_update(of=("self",)).filter(pk=draft_id, author=actor.pk).first()
    if draft is None:
        raise NoSuchForm(_("There is no such form."))
    form_id = Instrument.objects.values_list("form_id", flat=True).get(pk=draft.instrument_id)
    draft.delete()
    append("instruments.draft.put_aside", actor=actor, at=at, subject=draft_id, kind="form", detail={"form": form_id})


def draft_for(form_id: str, handler: str, subject: str, *, actor: Actor, answer: Answer | None = None) -> Draft | None:
    """The author's own draft, locked; None when there is none."""
    drafts = Draft.objects.select_for_update(of=("self",)).select_related("version__instrument")
    if answer is not None:
        return drafts.filter(author=actor.pk, answer=answer).first()
    return drafts.filter(
        author=actor.pk, instrument__form_id=form_id, handler=handler, subject=subject, answer=None
    ).first()


def tidy(texts: Mapping[str, str]) -> dict[str, str]:
    """The texts within bounds, without what no database keeps; empty ones are left out."""
    kept = {}
    for key, text in list(texts.items())[:MOST_TEXTS]:
        if text:
            kept[key[:300]] = text[:LONGEST_TEXT]
    return kept


def _unused(instance_id: str, at: datetime) -> str:
    """The page's id of the answer, where it is one and nobody has it."""
    if not INSTANCE.fullmatch(instance_id):
        return new_instance_id()
    with as_house(at):
        known = (
            Draft.objects.filter(instance_id=instance_id).exists()
            or Edition.objects.filter(instance_id=instance_id).exists()
        )
    return new_instance_id() if known else instance_id


def new_instance_id() -> str:
    """An id of an answer as OpenRosa writes it."""
    return f"uuid:{uuid4()}"
