"""Materials are written down, put into a language, checked by somebody else, sent, received, posted, taken down."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.standing import local_day
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.classes import DataClass
from rihai.kit.editing import save_if_unchanged
from rihai.kit.files import keep
from rihai.preparedness.errors import NotSo, NotThere
from rihai.preparedness.materials.models import Language, Material, Posted, Sending, Text
from rihai.preparedness.materials.queries import material_for, posted_for, sending_for, text_for
from rihai.preparedness.reach import APPROVE, KEEP
from rihai.preparedness.stores.queries import MOVES, store_places

OWNER = "preparedness.material"
FIELDS = ("title", "form", "body", "publisher", "topic", "edition", "good_until")
MOST = 1_000_000


@transaction.atomic
def keep_material(
    *, said: Mapping[str, Any], material_id: UUID | None = None, version: int = 0, actor: Actor, at: datetime
) -> Material:  # fmt: skip
    """Write a material down, or mend it: FIELDS. Raises NotThere, NotSo, Changed."""
    _keeps(actor)
    values = {name: said.get(name) or "" for name in FIELDS} | {"good_until": said.get("good_until")}
    if not all(values[name] for name in ("title", "form", "body", "publisher", "edition")):
        raise NotSo(_("Say what it is, whose it is and which edition."))
    if material_id is None:
        made = Material.objects.create(made_by_name=actor.name[:120], made_at=at, **values)
    else:
        made = material_for(material_id, actor=actor)
        for name, value in values.items():
            setattr(made, name, value)
        save_if_unchanged(made, version=version, fields=list(values))
    append("preparedness.material.kept", actor=actor, at=at, subject=made.pk, kind="material")
    return made


@transaction.atomic
def keep_text(*, material_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime) -> Text:
    """A material in a language: language, translated_by (empty: from its publisher), file as (name, bytes).

    Given again for the same language it takes the place of what was there, and is checked anew. Raises NotThere,
    NotSo, FileRefused.
    """
    _keeps(actor)
    material = material_for(material_id, actor=actor)
    if said.get("language") not in Language.values:
        raise NotSo(_("Choose the language."))
    stored = None
    if said.get("file"):
        name, content = said["file"]
        stored = keep(content, name=name, data_class=DataClass.ORDINARY, actor=actor, at=at, owner=OWNER)
    given = {
        "translated_by": str(said.get("translated_by") or "").strip()[:120], "checked_by": "", "checked_on": None,
        "file": stored, "made_by_id": actor.pk, "at": at,
    }  # fmt: skip
    made, _new = Text.objects.update_or_create(material=material, language=said["language"], defaults=given)
    detail = {"language": made.language, "translated": bool(made.translated_by)}
    append("preparedness.translation.kept", actor=actor, at=at, subject=material.pk, kind="material", detail=detail)
    return made


@transaction.atomic
def check_text(*, text_id: UUID, actor: Actor, at: datetime) -> Text:
    """Somebody else who reads the language has read the translation. Raises NotThere, NotSo for one's own."""
    if not (actor.may(KEEP) or actor.may(APPROVE)):
        raise NotThere(str(text_id))
    text = text_for(text_id, actor=actor)
    if not text.translated_by or text.checked_on is not None:
        raise NotSo(_("There is nothing to check: it came from its publisher, or was checked already."))
    if text.made_by_id == actor.pk or text.translated_by.casefold() == actor.name.casefold():
        raise NotSo(_("Somebody else checks a translation, never who made it or brought it."))
    text.checked_by, text.checked_on = actor.name[:120], local_day(at)
    text.save(update_fields=["checked_by", "checked_on"])
    detail = {"language": text.language}
    append("preparedness.translation.checked", actor=actor, at=at, subject=text.material_id, kind="material",
           detail=detail)  # fmt: skip
    return text


@transaction.atomic
def withdraw(*, material_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime) -> Material:
    """It is out of date from a day: on, why, replaced_by; what hangs is to come down. Raises NotThere, NotSo."""
    _keeps(actor)
    material = material_for(material_id, actor=actor)
    other, why = said.get("replaced_by"), str(said.get("why") or "").strip()
    if material.withdrawn_on is not None:
        raise NotSo(_("It is withdrawn already."))
    if not why or (other is not None and other.pk == material.pk):
        raise NotSo(_("Say why, and what hangs instead if something does."))
    material.withdrawn_on, material.withdrawn_why = said.get("on") or local_day(at), why
    material.replaced_by, material.version = other, material.version + 1
    material.save(update_fields=["withdrawn_on", "withdrawn_why", "replaced_by", "version"])
    append("preparedness.material.withdrawn", actor=actor, at=at, subject=material.pk, kind="material")
    return material


@transaction.atomic
def send(*, text_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime) -> Sending:
    """So many go to a place: place, number, sent_on. Raises NotThere, NotSo for what is unchecked or out of date."""
    _keeps(actor)
    text, place, today = text_for(text_id, actor=actor), said.get("place"), local_day(at)
    if not text.may_go:
        raise NotSo(_("Somebody else checks the translation first."))
    if text.material.is_out(today):
        raise NotSo(_("This material is out of date. Send what took its place."))
    if place is None or not store_places(actor, KEEP).filter(pk=place.pk).exists():
        raise NotSo(_("Choose one of the places where you send materials."))
    sent_on = _not_ahead(said.get("sent_on"), today)
    made = Sending.objects.create(
        text=text, place=place, number=_number(said.get("number"), least=1), sent_on=sent_on, at=at,
        sent_by_name=actor.name[:120],
    )  # fmt: skip
    detail = {"place": place.pk, "number": made.number, "language": text.language}
    append("preparedness.material.sent", actor=actor, at=at, subject=made.pk, kind="sending", detail=detail)
    return made


@transaction.atomic
def receive(*, sending_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime) -> Sending:
    """It came: received (how many, perhaps none), received_on, received_by. Raises NotThere, NotSo."""
    one = sending_for(sending_id, *MOVES, actor=actor)
    if one.received_on is not None:
        raise NotSo(_("That it came is written down already."))
    one.received = _number(said.get("received"), least=0)
    one.received_on = _not_ahead(said.get("received_on"), local_day(at))
    one.received_by = str(said.get("received_by") or "").strip()[:120] or actor.name[:120]
    if one.received_on < one.sent_on:
        raise NotSo(_("It cannot come before it was sent."))
    one.save(update_fields=["received", "received_on", "received_by"])
    detail = {"place": one.place_id, "number": one.received}
    append("preparedness.material.received", actor=actor, at=at, subject=one.pk, kind="sending", detail=detail)
    return one


@transaction.atomic
def post(*, sending_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime) -> Posted:
    """It hangs, lies out or is played: where, posted_on. Raises NotThere, NotSo (out of date, or never came)."""
    one, today = sending_for(sending_id, *MOVES, actor=actor), local_day(at)
    where = str(said.get("where") or "").strip()
    if not one.received or not where:
        raise NotSo(_("Write first that it came; then where it hangs."))
    if one.text.material.is_out(today):
        raise NotSo(_("This material is out of date. It is not posted any more."))
    made = Posted.objects.create(
        sending=one, where=where, posted_on=_not_ahead(said.get("posted_on"), today), posted_by_name=actor.name[:120]
    )
    detail = {"place": one.place_id}
    append("preparedness.material.posted", actor=actor, at=at, subject=one.pk, kind="sending", detail=detail)
    return made


@transaction.atomic
def take_down(*, posted_id: UUID, actor: Actor, at: datetime) -> Posted:
    """It hangs there no more. Raises NotThere, NotSo."""
    found = posted_for(actor, *MOVES).select_for_update(of=("self",)).filter(pk=posted_id).first()
    if found is None:
        raise NotThere(str(posted_id))
    if found.down_on is not None:
        raise NotSo(_("It was taken down already."))
    found.down_on, found.down_by_name = local_day(at), actor.name[:120]
    found.save(update_fields=["down_on", "down_by_name"])
    detail = {"place": found.sending.place_id}
    append("preparedness.material.taken_down", actor=actor, at=at, subject=found.sending_id, kind="sending",
           detail=detail)  # fmt: skip
    return found


def _keeps(actor: Actor) -> None:
    if not actor.may(KEEP):
        raise NotThere(_("There is no such material."))


def _number(value: Any, *, least: int) -> int:
    if not isinstance(value, int) or not least <= value <= MOST:
        raise NotSo(_("Say how many."))
    return value


def _not_ahead(value: Any, today: date) -> date:
    on: date = value or today
    if on > today:
        raise NotSo(_("The day lies ahead. Write the day on which it was."))
    return on
