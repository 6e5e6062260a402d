"""An academy is written down; a course takes a step on its way into one; a step written wrongly is withdrawn."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.text import slugify
from django.utils.translation import gettext as _

from rihai.accounts.standing import local_day
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.classes import DataClass
from rihai.kit.editing import save_if_unchanged
from rihai.kit.files import keep
from rihai.kit.ids import new_id
from rihai.training.academy.models import Academy, Step, WayStep
from rihai.training.courses.models import Course
from rihai.training.errors import NotSo, NotThere
from rihai.training.reach import KEEP

OWNER = "training.way"
FIELDS = ("title", "title_ur", "town", "place", "is_open")


def _refuse(actor: Actor) -> None:
    if not actor.may(KEEP):
        raise NotThere("academy")


@transaction.atomic
def keep_academy(
    *, said: Mapping[str, Any], academy_id: UUID | None = None, version: int = 0, actor: Actor, at: datetime
) -> Academy:
    """Write an academy down, or mend it. `said`: FIELDS. Raises NotThere, NotSo, Changed."""
    _refuse(actor)
    values = {name: said[name] for name in FIELDS if name in said}
    if academy_id is None:
        if Academy.objects.filter(title__iexact=values["title"]).exists():
            raise NotSo(_("An academy of this name is there already."))
        pk = new_id()
        one = Academy.objects.create(
            id=pk, code=f"{slugify(values['title'])[:28] or 'academy'}-{pk.hex[-8:]}", **values
        )
    else:
        found = Academy.objects.filter(pk=academy_id).first()
        if found is None:
            raise NotThere(str(academy_id))
        one = found
        for name, value in values.items():
            setattr(one, name, value)
        save_if_unchanged(one, version=version, fields=list(values))
    append("training.academy.kept", actor=actor, at=at, subject=one.pk, kind="academy")
    return one


@transaction.atomic
def take_step(*, course_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime) -> WayStep:
    """A step on a course's way: academy, step, on, source; language of a translation, order_number of what is made
    mandatory; perhaps file as (name, bytes). Raises NotThere, NotSo, FileRefused."""
    _refuse(actor)
    course = Course.objects.filter(pk=course_id).first()
    if course is None:
        raise NotThere(str(course_id))
    step = said["step"]
    if said["on"] > local_day(at):
        raise NotSo(_("This day is still to come. A step is written down when it was taken."))
    if step == Step.TRANSLATED and not said.get("language"):
        raise NotSo(_("Say into which language it was translated."))
    if step == Step.MANDATORY and not said.get("order_number"):
        raise NotSo(_("Say by which order it was made mandatory, with its number."))
    stored = None
    if said.get("file"):
        name, content = said["file"]
        stored = keep(content, name=name, data_class=DataClass.ORDINARY, actor=actor, at=at, owner=OWNER)
    made = WayStep.objects.create(
        course=course, academy=said["academy"], step=step, on=said["on"],
        language=(said.get("language") or "") if step == Step.TRANSLATED else "",
        order_number=said.get("order_number") or "", source=said["source"], file=stored,
        by_name=actor.name[:120], at=at,
    )  # fmt: skip
    detail = {"course": course.pk, "academy": made.academy_id, "step": step}
    append("training.step.taken", actor=actor, at=at, subject=made.pk, kind="course", detail=detail)
    return made


@transaction.atomic
def withdraw_step(*, step_id: UUID, because: str, actor: Actor, at: datetime) -> WayStep:
    """A step was written down wrongly: it counts no more and stays to be read. Raises NotThere, NotSo."""
    _refuse(actor)
    one = WayStep.objects.select_for_update(of=("self",)).filter(pk=step_id).first()
    if one is None:
        raise NotThere(str(step_id))
    if one.withdrawn_at is not None:
        raise NotSo(_("This step was withdrawn already."))
    if not because.strip():
        raise NotSo(_("Say why the step is withdrawn."))
    one.withdrawn_at, one.withdrawn_because = at, because.strip()
    one.save(update_fields=["withdrawn_at", "withdrawn_because"])
    append("training.step.withdrawn", actor=actor, at=at, subject=one.pk, kind="course", reason=because.strip())
    return one
