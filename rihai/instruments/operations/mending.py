"""An answer from a phone that is not whole yet is laid open in the form's page, to be mended and given from there."""

from __future__ import annotations

import json
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.instruments.handling import about as about_of
from rihai.instruments.models import Draft, Received, Stage
from rihai.instruments.openrosa.instance import read_instance, texts_of
from rihai.instruments.operations.drafts import draft_for
from rihai.instruments.operations.receiving import NotTheSame
from rihai.instruments.queries import form_of
from rihai.kit.actor import Actor
from rihai.kit.audit import append


@transaction.atomic
def lay_open(*, received: Received, about: tuple[str, str], actor: Actor, at: datetime) -> Draft:
    """What came, as a draft under the id it came with; its files go along when the draft is given.

    Raises NoSuchForm, NotTheSame where something was begun there already.
    """
    kept = Received.objects.select_for_update().filter(pk=received.pk, author=actor.pk, stage=Stage.WAITING).first()
    form_id = received.version.instrument.form_id
    handler, subject = about
    offer, asked = about_of(handler, form_id, subject, actor=actor)
    if kept is None or not kept.xml:
        raise NotTheSame(_("This answer does not wait any more."))
    if draft_for(form_id, handler, subject, actor=actor) is not None:
        raise NotTheSame(_("You have begun this form there already. Give that or throw it away first."))
    texts = texts_of(read_instance(kept.xml.encode()), form_of(kept.version_id))
    draft = Draft.objects.create(
        author_id=actor.pk, instrument_id=kept.instrument_id, version_id=kept.version_id, handler=handler,
        subject=subject, person_id=asked.person_id, first_person=asked.person_id, data_class=offer.data_class,
        instance_id=kept.instance_id, texts=json.dumps(texts, ensure_ascii=False), began_at=at, saved_at=at,
    )  # fmt: skip
    kept.stage, kept.why, kept.says, kept.xml = Stage.GIVEN, "mended", "", None
    kept.save(update_fields=["stage", "why", "says", "xml"])
    append("instruments.draft.begun", actor=actor, at=at, subject=draft.pk, kind="form", detail={"form": form_id})
    return draft
