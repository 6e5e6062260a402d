"""What the room adds to other pages: forms on a person's page and timeline, what was begun, her own answers for her."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from rihai.accounts.acting import asked_at
from rihai.accounts.operations.house import as_house
from rihai.instruments.handling import FILLS
from rihai.instruments.left import HANDS_OVER, left_behind
from rihai.instruments.models import Answer, AnswerFile, Edition
from rihai.instruments.openrosa.asked import waiting_of
from rihai.instruments.operations import install_shipped
from rihai.instruments.queries import AnswerRead, answers_in, answers_of, drafts_of, filled_of
from rihai.instruments.words import WHY
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.kit.files import StoredFile
from rihai.kit.handling import FormHandler
from rihai.kit.offers import Happening, WorkRow, offered
from rihai.kit.once import once
from rihai.kit.templatetags.kit import day

WAITS = timedelta(hours=12)
"""So long a draft is left alone before it stands in My work."""
SHOWN = 30


def of_person(actor: Actor, person_id: UUID, _on: date) -> dict[str, Any] | None:
    """The answers about a person that the actor sees, and the way to the forms that begin on her page."""
    if not actor.may(FILLS):
        return None
    answers = _answers(actor, person_id)[:SHOWN]
    return {"answers": answers, "url": reverse("instruments:begin", args=[person_id])}


def happened(actor: Actor, person_id: UUID) -> Sequence[Happening]:
    """Each answer given about a person on a form that begins on her page; the others are their rooms' to tell."""
    if not actor.may(FILLS):
        return []
    names = {one.name for one in offered(FormHandler) if one.of_person}
    return [
        Happening(
            on=localdate(one.answer.given_at),
            says=_("%(form)s filled in") % {"form": one.title},
            source=one.answer.author_name,
            url=reverse("instruments:answer", args=[one.pk]),
        )
        for one in _answers(actor, person_id)
        if one.answer.handler in names
    ]


def _answers(actor: Actor, person_id: UUID) -> list[AnswerRead]:
    """Every answer about a person that the actor sees; asked once a request, for the panel and the timeline."""
    return once(("instruments.answers", actor.pk, person_id), lambda: answers_of(person_id, "", actor=actor))


def begun(actor: Actor, _on: date) -> Sequence[WorkRow]:
    """What came from the actor's phone and waits, and forms begun some time ago and not given."""
    if not actor.may(FILLS):
        return []
    came = [
        WorkRow(
            who=one.version.title,
            url=reverse("instruments:received", args=[one.pk]),
            why=str(one.says or WHY.get(one.why, "")),
            status="draft",
            word=_("From your phone"),
            act=_("Look at it"),
        )
        for one in waiting_of(actor)
    ]
    return came + [
        WorkRow(
            who=one.version.title,
            url=reverse("instruments:correct", args=[one.answer_id])
            if one.answer_id
            else reverse("instruments:fill", args=[one.handler, one.version.instrument.form_id, one.subject]),
            why=_("You began to fill it in and have not given it."),
            status="draft",
            word=_("Not given yet"),
            act=_("Finish it"),
            person_id=one.person_id if one.data_class != DataClass.SEALED else None,
        )
        for one in drafts_of(actor)
        if one.saved_at < asked_at() - WAITS
    ]


def left(actor: Actor, _on: date) -> Sequence[WorkRow]:
    """What waits for somebody who works here no more, for whoever supervises where they worked."""
    if not actor.may(HANDS_OVER):
        return []
    return [
        WorkRow(
            who=one.version.title,
            url=reverse("instruments:left"),
            why=_("It waits for %(name)s, who works here no more.") % {"name": one.author.name},
            status="waiting",
            word=_("Left behind"),
            act=_("Take it over"),
        )
        for one in left_behind(actor)
    ]


def extract_of(person_id: UUID) -> Sequence[tuple[Any, Sequence[tuple[Any, Any]]]]:
    """What was answered about a person, for herself; sealed matter is told by whoever keeps it, not at the desk."""
    with as_house():
        answers = Answer.objects.filter(person_id=person_id).exclude(data_class=DataClass.SEALED)
        found = list(answers.select_related("version__instrument").defer("version__xform"))
        newest = Edition.objects.filter(answer__in=[one.pk for one in found])
        editions = {one.answer_id: one for one in newest.order_by("number")}
        files: dict[UUID | None, list[AnswerFile]] = defaultdict(list)
        for kept in AnswerFile.objects.filter(answer__in=editions).select_related("stored"):
            files[kept.answer_id].append(kept)
        return [
            (
                one.version.title,
                [(said.label, said.words) for said in answers_in(filled_of(editions[one.pk]))]
                + [(_("A file with it"), _file(kept)) for kept in files[one.pk]],
            )
            for one in found
            if one.pk in editions
        ]


def _file(kept: AnswerFile) -> str:
    """A file by its name, size and day; whoever makes the extract hands it over beside it."""
    about = {"name": kept.name, "kb": max(1, round(kept.stored.size / 1000)), "day": day(kept.kept_at)}
    return _("%(name)s, %(kb)s KB, kept on %(day)s") % about


def may_read(actor: Actor, _stored: StoredFile) -> bool:
    """The workbooks of forms are read by whoever publishes them."""
    return actor.may("instruments.publish")


def keep_up(at: datetime) -> int:
    """With each tick of the clock: the forms of the house as they are shipped now."""
    return install_shipped(at=at)
