"""A procedure is written down, its versions written, approved by somebody else and published in both languages."""

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
from rihai.preparedness import approval
from rihai.preparedness.editions import EditionState
from rihai.preparedness.errors import NotSo
from rihai.preparedness.posts.models import PostOf
from rihai.preparedness.procedures.models import Procedure, ProcedureVersion, Sort
from rihai.preparedness.procedures.queries import AHEAD, procedure_to_work, text_in_force, text_to_work
from rihai.preparedness.reach import APPROVE, AREAS, KEEP, is_everywhere, places_for
from rihai.preparedness.twice import refused_twice

OWNER, KIND = "preparedness.procedure", "procedure"
FIELDS = ("sort", "code", "title", "title_ur", "posts", "days", "review_months")
LANGUAGES = ("en", "ur")


@transaction.atomic
def keep_procedure(
    *, said: Mapping[str, Any], procedure_id: UUID | None = None, version: int = 0, actor: Actor, at: datetime
) -> Procedure:
    """Write a procedure down, with its first version as a draft, or change what it asks. `said`: FIELDS, place (None:
    the whole office). Raises NotThere, NotSo, Changed."""
    values = {name: said.get(name) for name in FIELDS}
    _refuse_unsaid(values, procedure_id)
    if procedure_id is None:
        place = said.get("place")
        mine = places_for(actor, KEEP, *AREAS)
        if (place is None and not is_everywhere(actor, KEEP)) or (place and not mine.filter(pk=place.pk).exists()):
            raise NotSo(_("Choose one of the places where you keep procedures."))
        with refused_twice(_taken()):
            one = Procedure.objects.create(
                place=place, owner_id=actor.pk, made_by_name=actor.name[:120], made_at=at, **values
            )  # fmt: skip
        ProcedureVersion.objects.create(procedure=one, **approval.first(actor, at, 1))
    else:
        one = procedure_to_work(procedure_id, actor=actor)
        for name, value in values.items():
            setattr(one, name, value)
        with refused_twice(_taken()):
            save_if_unchanged(one, version=version, fields=list(values))
    act = "preparedness.procedure.begun" if procedure_id is None else "preparedness.procedure.changed"
    append(act, actor=actor, at=at, subject=one.pk, kind=KIND, detail={"posts": one.posts, "place": one.place_id})
    return one


def _refuse_unsaid(values: dict[str, Any], known: UUID | None) -> None:
    if values["sort"] not in Sort.values or not values["code"] or not values["title"] or not values["title_ur"]:
        raise NotSo(_("Say what it is, its number, and its title in both languages."))
    if not values["posts"] or any(one not in PostOf.values for one in values["posts"]):
        raise NotSo(_("Choose at least one post that acknowledges it."))
    others = Procedure.objects.filter(code=values["code"])
    if (others if known is None else others.exclude(pk=known)).exists():
        raise NotSo(_taken())


def _taken() -> str:
    return _("Another procedure has this number already.")


@transaction.atomic
def end_procedure(*, procedure_id: UUID, why: str, actor: Actor, at: datetime) -> Procedure:
    """It holds no more, and nobody is asked to acknowledge it. Raises NotThere for who does not approve, NotSo."""
    one = procedure_to_work(procedure_id, actor=actor, capability=APPROVE)
    if one.ended_on is not None:
        raise NotSo(_("It is withdrawn already."))
    if not why.strip():
        raise NotSo(_("Say why."))
    today = local_day(at)
    one.ended_on, one.ended_why = today, why.strip()[:400]
    one.version += 1
    one.save(update_fields=["ended_on", "ended_why", "version"])
    live = one.versions.filter(state__in=(*AHEAD, EditionState.IN_FORCE))
    live.update(state=EditionState.WITHDRAWN, ended_on=today)
    append("preparedness.procedure.ended", actor=actor, at=at, subject=one.pk, kind=KIND)
    return one


@transaction.atomic
def begin_text(*, procedure_id: UUID, actor: Actor, at: datetime) -> ProcedureVersion:
    """A new version, which starts as the one in force stands. Raises NotThere, NotSo while another is on its way."""
    one = procedure_to_work(procedure_id, actor=actor)
    if one.ended_on is not None:
        raise NotSo(_("It is withdrawn already."))
    if one.versions.filter(state__in=AHEAD).exists():
        raise NotSo(_("A version is on its way already. Finish that one first."))
    before, last = text_in_force(one), one.versions.first()
    made = ProcedureVersion(procedure=one, **approval.first(actor, at, last.number + 1 if last else 1))
    if before is not None:
        made.text_en, made.text_ur = before.text_en, before.text_ur
        made.file_en_id, made.file_ur_id = before.file_en_id, before.file_ur_id
    made.save()
    append("preparedness.text.begun", actor=actor, at=at, subject=one.pk, kind=KIND, detail={"number": made.number})
    return made


@transaction.atomic
def write_text(
    *, edition_id: UUID, version: int, said: Mapping[str, Any], actor: Actor, at: datetime
) -> ProcedureVersion:  # fmt: skip
    """What a version says: text_en, text_ur, changes; file_en, file_ur as (name, bytes) where one is given.

    Raises NotThere, NotSo, Changed, FileRefused.
    """
    one = text_to_work(edition_id, actor=actor)
    approval.wrote(one, actor)
    fields = ["text_en", "text_ur", "changes", "writers"]
    for name in fields[:3]:
        setattr(one, name, str(said.get(name) or "").strip())
    for language in LANGUAGES:
        if given := said.get(f"file_{language}"):
            name, content = given
            stored = keep(content, name=name, data_class=DataClass.ORDINARY, actor=actor, at=at, owner=OWNER)
            setattr(one, f"file_{language}", stored)
            fields.append(f"file_{language}")
    save_if_unchanged(one, version=version, fields=fields)
    append(
        "preparedness.text.written", actor=actor, at=at, subject=one.procedure_id, kind=KIND,
        detail={"number": one.number},
    )  # fmt: skip
    return one


def lacking(text: ProcedureVersion) -> list[str]:
    """In which language a version says nothing yet, in words."""
    words = {"en": _("the text in English"), "ur": _("the text in Urdu")}
    return [words[one] for one in LANGUAGES if not getattr(text, f"text_{one}") and not getattr(text, f"file_{one}_id")]


@transaction.atomic
def ask_approval(*, edition_id: UUID, version: int, actor: Actor, at: datetime) -> ProcedureVersion:
    """A version that speaks both languages waits for approval. Raises NotThere, NotSo, Changed."""
    one = text_to_work(edition_id, actor=actor)
    if lacks := lacking(one):
        raise NotSo(_("Not yet: %(what)s.") % {"what": "; ".join(lacks)})
    approval.ask(one, version=version, actor=actor, at=at)
    append(
        "preparedness.text.asked", actor=actor, at=at, subject=one.procedure_id, kind=KIND,
        detail={"number": one.number},
    )  # fmt: skip
    return one


@transaction.atomic
def send_back(*, edition_id: UUID, version: int, why: str, actor: Actor, at: datetime) -> ProcedureVersion:
    """It is a draft again. Raises NotThere, NotSo, Changed."""
    one = text_to_work(edition_id, actor=actor, capability=APPROVE)
    approval.send_back(one, version=version, why=why)
    append(
        "preparedness.text.sent_back", actor=actor, at=at, subject=one.procedure_id, kind=KIND,
        detail={"number": one.number},
    )  # fmt: skip
    return one


@transaction.atomic
def approve(*, edition_id: UUID, version: int, review_on: date, actor: Actor, at: datetime) -> ProcedureVersion:
    """It is in force in both languages, and each post is asked anew. Raises NotThere, NotSo for who wrote in it,
    Changed."""
    one = text_to_work(edition_id, actor=actor, capability=APPROVE)
    procedure = procedure_to_work(one.procedure_id, actor=actor, capability=APPROVE)
    approval.approve(
        one, before=text_in_force(procedure), version=version, review_on=review_on, actor=actor, at=at
    )  # fmt: skip
    append(
        "preparedness.text.approved", actor=actor, at=at, subject=one.procedure_id, kind=KIND,
        detail={"number": one.number, "review_on": review_on},
    )  # fmt: skip
    return one
