"""An answer is given, once; and corrected, each time as an edition of its own beside the earlier ones."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.instruments.errors import Incomplete, NoSuchForm, Overtaken
from rihai.instruments.facts import facts_of
from rihai.instruments.form import Filled, Form, read_form
from rihai.instruments.form.filled import by_name, texts_of_names
from rihai.instruments.handling import about, keys_seen
from rihai.instruments.models import Answer, Draft, Edition, InstrumentVersion
from rihai.instruments.operations.drafts import INSTANCE, draft_for, new_instance_id
from rihai.instruments.queries import key_of, published
from rihai.kit.actor import Actor
from rihai.kit.acts import after, before
from rihai.kit.audit import append
from rihai.kit.classes import DataClass
from rihai.kit.handling import FormHandler, GivenAnswer
from rihai.kit.offers import Done

GIVEN, CORRECTED = "instruments.answer.given", "instruments.answer.corrected"


@transaction.atomic
def give(
    *,
    form_id: str,
    handler: str,
    subject: str,
    actor: Actor,
    at: datetime,
    texts: Mapping[str, str] | None = None,
    values: Mapping[str, Any] | None = None,
    instance_id: str = "",
) -> Answer:
    """Give an answer; the room that takes it does so in the same transaction, and the draft is gone with it.

    `texts` is what stands in the fields by key; `values` the same by the names of questions. With the `instance_id` of
    an answer the actor gave already, that one is returned and nothing is done twice. Raises NoSuchForm, Incomplete, and
    whatever the handler refuses with.
    """
    offer, asked = about(handler, form_id, subject, actor=actor)
    draft = draft_for(form_id, handler, subject, actor=actor)
    is_id = INSTANCE.fullmatch(instance_id) is not None
    known = Answer.objects.filter(instance_id=instance_id, author=actor.pk).first() if is_id else None
    if known is not None:
        return known
    version = draft.version if draft is not None else published(form_id)
    if version is None:
        raise NoSuchForm(_("There is no such form."))
    form = read_form(version.xform)
    filled = judged(form, texts if texts is not None else texts_of_names(form, values or {}), at)
    before(Done(act=GIVEN, actor=actor, at=at, person_ids=_persons(asked.person_id), detail={"form": form_id}))
    answer = Answer.objects.create(
        instance_id=draft.instance_id if draft is not None else new_instance_id(),
        version=version,
        handler=handler,
        subject=subject,
        person_id=asked.person_id,
        first_person=asked.person_id,
        data_class=offer.data_class,
        author_id=actor.pk,
        author_name=actor.name[:120],
        given_at=at,
    )
    began = draft.began_at if draft is not None else None
    _edition(answer, version, filled, answer.instance_id, actor, at, began)
    if draft is not None:
        draft.delete()
    _taken(GIVEN, offer, answer, version, filled, actor, at)
    return answer


@transaction.atomic
def correct(*, answer_id: UUID, base: int, texts: Mapping[str, str], actor: Actor, at: datetime) -> Answer:
    """Give an answer again, in its own version of the form; `base` is the number of the edition that was corrected.

    Raises NoSuchForm, Incomplete, Overtaken where somebody corrected it since.
    """
    with as_house(at):  # who sees it is the room's to say: where nobody is named, the wall knows the author alone
        locked = Answer.objects.select_for_update(of=("self",)).select_related("version__instrument")
        found = locked.filter(pk=answer_id).first()
    if found is None or key_of(found) not in keys_seen(found.handler, [key_of(found)], actor=actor):
        raise NoSuchForm(_("There is no such form."))
    version = found.version
    form_id = version.instrument.form_id
    offer, _asked = about(found.handler, form_id, found.subject, actor=actor)
    if found.number != base:
        raise Overtaken(_("Somebody corrected this meanwhile. Yours is kept as a draft; look at both below."))
    filled = judged(read_form(version.xform), texts, at)
    before(Done(act=CORRECTED, actor=actor, at=at, person_ids=_persons(found.person_id), detail={"form": form_id}))
    draft = Draft.objects.filter(author=actor.pk, answer=found).first()
    found.number += 1
    with as_house(at):
        found.save(update_fields=["number"])
    instance_id = draft.instance_id if draft is not None else new_instance_id()
    _edition(found, version, filled, instance_id, actor, at, draft.began_at if draft is not None else None)
    if draft is not None:
        draft.delete()
    _taken(CORRECTED, offer, found, version, filled, actor, at)
    return found


def judged(form: Form, texts: Mapping[str, str], at: datetime) -> Filled:
    """The form with these texts in it. Raises Incomplete where something is missing or wrong."""
    filled = Filled(form, texts, now=localtime(at).replace(tzinfo=None), language=settings.LANGUAGE_CODE)
    problems = filled.problems()
    if problems:
        raise Incomplete(_("Something is missing or wrong. What you wrote is kept; look below."), problems)
    return filled


def _edition(
    answer: Answer, version: InstrumentVersion, filled: Filled, instance_id: str, actor: Actor, at: datetime,
    began: datetime | None,
) -> Edition:  # fmt: skip
    with as_house(at):
        former = answer.editions.order_by("-number").first()
    values = filled.values()
    xml = filled.xml(
        instance_id=instance_id,
        deprecated=former.instance_id if former is not None else "",
        began=(began or at).isoformat(timespec="seconds"),
        ended=at.isoformat(timespec="seconds"),
    )
    is_sealed = answer.data_class == DataClass.SEALED
    return Edition.objects.create(
        answer=answer,
        number=answer.number,
        instance_id=instance_id,
        version=version,
        person_id=answer.person_id,
        first_person=answer.person_id,
        data_class=answer.data_class,
        author_id=actor.pk,
        author_name=actor.name[:120],
        began_at=began or at,
        ended_at=at,
        given_at=at,
        values={} if is_sealed else values,
        xml="" if is_sealed else xml,
        sealed=json.dumps({"values": values, "xml": xml}, ensure_ascii=False) if is_sealed else None,
    )


def _taken(
    act: str, offer: FormHandler, answer: Answer, version: InstrumentVersion, filled: Filled, actor: Actor, at: datetime
) -> None:
    """The room takes it, whoever follows the act follows, and the trail has its line."""
    values = filled.values()
    given = GivenAnswer(
        id=answer.pk,
        form_id=version.instrument.form_id,
        version_id=version.pk,
        number=answer.number,
        handler=answer.handler,
        subject=answer.subject,
        person_id=answer.person_id,
        data_class=answer.data_class,
        values=by_name(values),
        actor=actor,
        at=at,
    )
    offer.taken(given)
    detail = {"answer": answer.pk, "form": given.form_id, "number": answer.number, "handler": answer.handler}
    record, raw = facts_of(version.facts, given.values)
    says = {"title": version.title, "facts": record, "raw": raw, "data_class": answer.data_class}
    after(Done(act=act, actor=actor, at=at, person_ids=_persons(answer.person_id), detail={**detail, **says}))
    append(act, actor=actor, at=at, subject=answer.pk, kind="answer", detail=detail)


def _persons(person_id: UUID | None) -> tuple[UUID, ...]:
    return (person_id,) if person_id is not None else ()
