"""Courses and their curricula are written down and changed; a draft comes into use; a course finds its keeper."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.text import slugify
from django.utils.translation import gettext as _

from rihai.accounts.models import Account
from rihai.accounts.standing import local_day
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.classes import DataClass
from rihai.kit.editing import save_if_unchanged
from rihai.kit.files import keep
from rihai.training.courses.models import Course, CourseVersion, Material, Module, Topic, VersionState
from rihai.training.courses.shipping import module_of
from rihai.training.errors import NotSo, NotThere
from rihai.training.reach import is_everywhere
from rihai.training.walls import KEEP

OWNER = "training.material"
FIELDS = ("title", "title_ur", "kind", "objective", "objective_ur", "source", "is_open")
VERSION_FIELDS = ("languages", "methods", "least_share", "pass_mark", "changes")
MODULE_FIELDS = ("topic", "title", "title_ur", "objective", "objective_ur", "minutes", "method", "assessment")


def keeps_training(actor: Actor) -> None:
    """Raises NotThere for who does not keep training."""
    if not actor.may(KEEP):
        raise NotThere("training")


def _kept_course(pk: UUID, actor: Actor) -> Course:
    """A course, locked, for who looks after it; where nobody does, for whoever keeps training."""
    keeps_training(actor)
    found = Course.objects.select_for_update(of=("self",)).filter(pk=pk).first()
    if found is None:
        raise NotThere(str(pk))
    if found.kept_by_id not in {None, actor.pk}:
        raise NotSo(_("Somebody else looks after this course. Ask them to change it or to hand it over."))
    return found


def _draft(pk: UUID, actor: Actor) -> CourseVersion:
    version = CourseVersion.objects.filter(pk=pk).first()
    if version is None:
        raise NotThere(str(pk))
    _kept_course(version.course_id, actor)
    if version.state != VersionState.DRAFT:
        raise NotSo(_("This version is or was taught: it stays as it is. Begin a new draft."))
    return version


@transaction.atomic
def keep_course(
    *, said: Mapping[str, Any], course_id: UUID | None = None, version: int = 0, actor: Actor, at: datetime
) -> Course:
    """Write a course down with its first draft, or mend one. `said`: FIELDS. Raises NotThere, NotSo, Changed."""
    values = {name: said[name] for name in FIELDS if name in said}
    if course_id is None:
        keeps_training(actor)
        course = Course(code=free_code(Course, said["title"]), kept_by_id=actor.pk, **values)
        course.save(force_insert=True)
        CourseVersion.objects.create(
            course=course, number=1, languages=["ur"], made_by_name=actor.name[:120], made_at=at
        )
    else:
        course = _kept_course(course_id, actor)
        for name, value in values.items():
            setattr(course, name, value)
        save_if_unchanged(course, version=version, fields=list(values))
    append("training.course.kept", actor=actor, at=at, subject=course.pk, kind="course")
    return course


def free_code(model: Any, title: str) -> str:
    """A code of a title that no other has."""
    base = slugify(title)[:32].strip("-") or "own"
    taken = set(model.objects.filter(code__startswith=base).values_list("code", flat=True))
    return next(code for n in range(1, len(taken) + 2) if (code := base if n == 1 else f"{base}-{n}") not in taken)


@transaction.atomic
def look_after(*, course_id: UUID, account_id: UUID | None = None, actor: Actor, at: datetime) -> Course:
    """Take on a course that nobody looks after, for the whole office; or hand one's own to another.

    Raises NotThere, NotSo.
    """
    course = Course.objects.select_for_update(of=("self",)).select_related("kept_by").filter(pk=course_id).first()
    keeps_training(actor)
    if course is None:
        raise NotThere(str(course_id))
    is_alone = course.kept_by is None or not course.kept_by.is_active
    if not is_alone and course.kept_by_id != actor.pk:
        raise NotSo(_("Somebody else looks after this course. Ask them to change it or to hand it over."))
    if account_id is None and not is_everywhere(actor, KEEP):
        raise NotSo(
            _("Who looks after a course is told names everywhere: only who works for the whole office takes one on.")
        )
    to = (
        actor.pk
        if account_id is None
        else Account.objects.filter(pk=account_id, is_active=True).values_list("pk").first()
    )
    if to is None:
        raise NotSo(_("Choose somebody who works here."))
    course.kept_by_id = to if isinstance(to, UUID) else to[0]
    course.save(update_fields=["kept_by"])
    detail = {"keeper": course.kept_by_id}
    append("training.course.looked_after", actor=actor, at=at, subject=course.pk, kind="course", detail=detail)
    return course


@transaction.atomic
def begin_draft(*, course_id: UUID, actor: Actor, at: datetime) -> CourseVersion:
    """A new draft of a course, with the modules and materials of its newest version. Raises NotThere, NotSo."""
    course = _kept_course(course_id, actor)
    newest = course.versions.order_by("-number").first()
    if newest is not None and newest.state == VersionState.DRAFT:
        raise NotSo(_("There is a draft already. Go on with it."))
    number = (course.versions.aggregate(most=Max("number"))["most"] or 0) + 1
    made = CourseVersion.objects.create(
        course=course, number=number, made_by_name=actor.name[:120], made_at=at,
        languages=newest.languages if newest else ["ur"], methods=newest.methods if newest else "",
        least_share=newest.least_share if newest else 80, pass_mark=newest.pass_mark if newest else None,
    )  # fmt: skip
    if newest is not None:
        fields = (*MODULE_FIELDS, "order")
        old = list(newest.modules.select_related("topic"))
        Module.objects.bulk_create(
            Module(curriculum=made, **{name: getattr(one, name) for name in fields}) for one in old
        )
        Material.objects.bulk_create(
            Material(
                curriculum=made, title=one.title, language=one.language, file_id=one.file_id, by_name=one.by_name,
                at=one.at,
            )
            for one in newest.materials.all()
        )  # fmt: skip
    append("training.draft.begun", actor=actor, at=at, subject=made.pk, kind="curriculum", detail={"course": course.pk})
    return made


@transaction.atomic
def change_draft(
    *, curriculum_id: UUID, version: int, said: Mapping[str, Any], actor: Actor, at: datetime
) -> CourseVersion:
    """Languages, methods, what a certificate asks for. Raises NotThere, NotSo, Changed."""
    draft = _draft(curriculum_id, actor)
    for name in VERSION_FIELDS:
        setattr(draft, name, said[name])
    save_if_unchanged(draft, version=version, fields=VERSION_FIELDS)
    append("training.draft.changed", actor=actor, at=at, subject=draft.pk, kind="curriculum")
    return draft


@transaction.atomic
def keep_module(
    *, curriculum_id: UUID, module_id: UUID | None = None, said: Mapping[str, Any], actor: Actor, at: datetime
) -> Module:
    """A module is added to a draft or mended; with a topic and no title it is made of the topic.

    `said`: MODULE_FIELDS. Raises NotThere, NotSo.
    """
    draft = _draft(curriculum_id, actor)
    topic: Topic | None = said.get("topic")
    order = (draft.modules.aggregate(most=Max("order"))["most"] or 0) + 1
    if module_id is None and topic is not None and not said.get("title"):
        one = module_of(topic, draft, order)
        one.method, one.assessment = said.get("method", ""), said.get("assessment", "")
    else:
        if not said.get("title"):
            raise NotSo(_("Give the module a title, or choose a topic."))
        found = draft.modules.filter(pk=module_id).first() if module_id else None
        one = found or Module(curriculum=draft, order=order)
        for name in MODULE_FIELDS:
            setattr(one, name, said.get(name) or (None if name == "topic" else 0 if name == "minutes" else ""))
    one.save()
    append("training.module.kept", actor=actor, at=at, subject=one.pk, kind="module", detail={"curriculum": draft.pk})
    return one


@transaction.atomic
def remove_module(*, module_id: UUID, actor: Actor, at: datetime) -> CourseVersion:
    """Take a module out of a draft. Raises NotThere, NotSo."""
    one = Module.objects.filter(pk=module_id).first()
    if one is None:
        raise NotThere(str(module_id))
    draft = _draft(one.curriculum_id, actor)
    one.delete()
    append(
        "training.module.removed", actor=actor, at=at, subject=module_id, kind="module", detail={"curriculum": draft.pk}
    )
    return draft


@transaction.atomic
def add_material(
    *, curriculum_id: UUID, title: str, language: str, name: str, content: bytes, actor: Actor, at: datetime
) -> Material:
    """A file that a draft is taught with. Raises NotThere, NotSo, FileRefused."""
    draft = _draft(curriculum_id, actor)
    stored = keep(content, name=name, data_class=DataClass.ORDINARY, actor=actor, at=at, owner=OWNER)
    made = Material.objects.create(
        curriculum=draft, title=title, language=language, file=stored, by_name=actor.name[:120], at=at
    )
    append(
        "training.material.added", actor=actor, at=at, subject=made.pk, kind="material", detail={"curriculum": draft.pk}
    )
    return made


@transaction.atomic
def bring_into_use(*, curriculum_id: UUID, actor: Actor, at: datetime) -> CourseVersion:
    """A draft is taught from now on; the version before it is no longer. Raises NotThere, NotSo."""
    draft = _draft(curriculum_id, actor)
    if not draft.modules.exists():
        raise NotSo(_("A curriculum needs a module before it is taught."))
    CourseVersion.objects.filter(course=draft.course_id, state=VersionState.IN_USE).update(state=VersionState.RETIRED)
    draft.state, draft.in_use_on = VersionState.IN_USE, local_day(at)
    try:
        with transaction.atomic():
            draft.save(update_fields=["state", "in_use_on"])
    except IntegrityError as second:
        raise NotSo(_("Somebody brought another version into use in the same moment. Look again.")) from second
    detail = {"course": draft.course_id, "number": draft.number}
    append(
        "training.curriculum.brought_into_use", actor=actor, at=at, subject=draft.pk, kind="curriculum", detail=detail
    )
    return draft
