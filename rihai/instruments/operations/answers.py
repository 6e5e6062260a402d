"""An answer is given, once; and corrected, each time as an edition of its own beside the earlier ones."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.utils.timezone import localdate, localtime
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.instruments.errors import Incomplete, NoSuchForm, Overtaken
from rihai.instruments.facts import facts_of
from rihai.instruments.form import Filled, Form, read_form
from rihai.instruments.form.filled import by_name, texts_of_names
from rihai.instruments.handling import about, keys_seen
from rihai.instruments.models import Answer, Draft, Edition, InstrumentVersion
from rihai.instruments.operations.drafts import INSTANCE, draft_for, new_instance_id
from rihai.instruments.operations.files import adopt
from rihai.instruments.queries import key_of, published
from rihai.kit.actor import Actor
from rihai.kit.acts import after, before
from rihai.kit.audit import append
from rihai.kit.classes import DataClass
from rihai.kit.handling import FormHandler, GivenAnswer
from rihai.kit.offers import Done

GIVEN, CORRECTED = "instruments.answer.given", "instruments.answer.corrected"


def _nothing(_answer: Answer) -> None:
    """What comes with an answer that came alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """An answer that was filled in elsewhere, on a phone or without a network: under its own id, in its own version.

    `began_at` and `ended_at` are its device's times, `judged_at` the moment as of which its rules are worked out.
    `kept` is called with the answer before its room takes it; `detail` stands in the trail.
    """

    instance_id: str
    version: InstrumentVersion
    judged_at: datetime
    began_at: datetime | None = None
    ended_at: datetime | None = None
    kept: Callable[[Answer], None] = _nothing
    detail: Mapping[str, Any] = field(default_factory=dict)


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
    sent: Sent | None = None,
) -> Answer:
    """Give an answer; the room that takes it does so in the same transaction, and the draft is gone with it.

    `texts` is what stands in the fields by key; `values` the same by the names of questions. With the `instance_id` of
    an answer the actor gave already, that one is returned and nothing is done twice. `sent` is one that was filled in
    elsewhere; a draft of the same is left alone. Raises NoSuchForm, Incomplete, and whatever the handler refuses with.
    """
    offer, asked = about(handler, form_id, subject, actor=actor)
    draft = draft_for(form_id, handler, subject, actor=actor) if sent is None else None
    instance_id = sent.instance_id if sent is not None else instance_id
    is_id = sent is not None or INSTANCE.fullmatch(instance_id) is not None
    known = Answer.objects.filter(instance_id=instance_id, author=actor.pk).first() if is_id else None
    if known is not None:
        return known
    version = _version_of(form_id, draft, sent)
    form = read_form(version.xform)
    texts = texts if texts is not None else texts_of_names(form, values or {})
    filled = judged(form, texts, sent.judged_at if sent is not None else at)
    before(Done(act=GIVEN, actor=actor, at=at, person_ids=_persons(asked.person_id), detail={"form": form_id}))
    answer = Answer.objects.create(
        instance_id=_its_id(sent, draft),
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
    _edition(answer, version, filled, answer.instance_id, actor, at, draft, sent)
    if draft is not None:
        draft.delete()
        adopt(answer, at)
    _taken(GIVEN, offer, answer, version, filled, actor, at, sent)
    return answer


def _version_of(form_id: str, draft: Draft | None, sent: Sent | None) -> InstrumentVersion:
    version = sent.version if sent is not None else draft.version if draft is not None else published(form_id)
    if version is None:
        raise NoSuchForm(_("There is no such form."))
    return version


def _its_id(sent: Sent | None, draft: Draft | None) -> str:
    """The id of an edition: its own from elsewhere, its draft's, else a new one."""
    return sent.instance_id if sent is not None else draft.instance_id if draft is not None else new_instance_id()


@transaction.atomic
def correct(
    *, answer_id: UUID, base: int, texts: Mapping[str, str], actor: Actor, at: datetime, sent: Sent | None = None
) -> Answer:
    """Give an answer again, in its own version of the form; `base` is the number of the edition that was corrected.

    `sent` is a correction that was written elsewhere. Raises NoSuchForm, Incomplete, Overtaken where somebody corrected
    it since.
    """
    with as_house(at):  # who sees it is the room's to say: where nobody is named, the wall knows the author alone
        locked = Answer.objects.select_for_update(of=("self",)).select_related("version__instrument")
        found = locked.filter(pk=answer_id).first()
    if found is None or key_of(found) not in keys_seen(found.handler, [key_of(found)], actor=actor):
        raise NoSuchForm(_("There is no such form."))
    version = sent.version if sent is not None else found.version
    form_id = version.instrument.form_id
    offer, _asked = about(found.handler, form_id, found.subject, actor=actor)
    if found.number != base:
        raise Overtaken(_("Somebody corrected this meanwhile. Yours is kept as a draft; look at both below."))
    filled = judged(read_form(version.xform), texts, sent.judged_at if sent is not None else at)
    before(Done(act=CORRECTED, actor=actor, at=at, person_ids=_persons(found.person_id), detail={"form": form_id}))
    draft = Draft.objects.filter(author=actor.pk, answer=found).first() if sent is None else None
    found.number += 1
    with as_house(at):
        found.save(update_fields=["number"])
    _edition(found, version, filled, _its_id(sent, draft), actor, at, draft, sent)
    if draft is not None:
        draft.delete()
    _taken(CORRECTED, offer, found, version, filled, actor, at, sent)
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
    draft: Draft | None, sent: Sent | None,
) -> Edition:  # fmt: skip
    began = sent.began_at if sent is not None else draft.began_at if draft is not None else None
    ended = (sent.ended_at if sent is not None else None) or at
    with as_house(at):
        former = answer.editions.order_by("-number").first()
    values = filled.values()
    xml = filled.xml(
        instance_id=instance_id,
        deprecated=former.instance_id if former is not None else "",
        began=(began or at).isoformat(timespec="seconds"),
        ended=ended.isoformat(timespec="seconds"),
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
        ended_at=ended,
        given_at=at,
        values={} if is_sealed else values,
        xml="" if is_sealed else xml,
        sealed=json.dumps({"values": values, "xml": xml}, ensure_ascii=False) if is_sealed else None,
    )


def _taken(
    act: str, offer: FormHandler, answer: Answer, version: InstrumentVersion, filled: Filled, actor: Actor,
    at: datetime, sent: Sent | None,
) -> None:  # fmt: skip
    """The room takes it, whoever follows the act follows, and the trail has its line."""
    if sent is not None:
        sent.kept(answer)
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
    said_on = localdate(sent.judged_at if sent is not None else at)
    says = {"title": version.title, "facts": record, "raw": raw, "data_class": answer.data_class, "on": said_on}
    after(Done(act=act, actor=actor, at=at, person_ids=_persons(answer.person_id), detail={**detail, **says}))
    detail |= dict(sent.detail) if sent is not None else {}
    append(act, actor=actor, at=at, subject=answer.pk, kind="answer", detail=detail)


def _persons(person_id: UUID | None) -> tuple[UUID, ...]:
    return (person_id,) if person_id is not None else ()
