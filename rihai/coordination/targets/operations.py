"""A target is set, changed with a reason, and ended; what it was before stays to be read."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from rihai.accounts.standing import local_day
from rihai.coordination.refusals import NotSo, NotThere
from rihai.coordination.scope import PLAN, places_for
from rihai.coordination.targets.models import Path, Target, TargetRevision
from rihai.coordination.targets.queries import KINDS, baselines, target_for
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.editing import save_if_unchanged

FIELDS = ("baseline", "baseline_on", "baseline_source", "goal", "due_on", "path", "steps", "why")


@transaction.atomic
def set_target(*, place_id: int, said: Mapping[str, Any], actor: Actor, at: datetime) -> Target:
    """Set a target for a prison or a district. `said`: goal and due_on (both empty: not known), path, steps as pairs of
    day and number, why; `from_list` the day of a list to begin from, or baseline, baseline_on and baseline_source.

    Raises NotThere, NotSo.
    """
    place = places_for(actor, PLAN, KINDS).filter(pk=place_id).first()
    if place is None:
        raise NotThere(str(place_id))
    if Target.objects.filter(place=place, ended_on=None).exists():
        raise NotSo(_("A target stands for this place. Change it, or end it first."))
    values = {**_begins(place, said), **_path(said)}
    _refuse_wrong(values, local_day(at))
    try:
        with transaction.atomic():
            made = Target.objects.create(place=place, made_by_name=actor.name[:120], made_at=at, **values)
    except IntegrityError as two_at_once:
        raise NotSo(_("A target stands for this place. Change it, or end it first.")) from two_at_once
    append("coordination.target.set", actor=actor, at=at, subject=made.pk, kind="target", detail={"place": place.pk})
    return made


def _begins(place: Any, said: Mapping[str, Any]) -> dict[str, Any]:
    listed = said.get("from_list")
    if listed is None:
        if said.get("baseline") is None or not said.get("baseline_on") or not str(said.get("baseline_source") or ""):
            raise NotSo(_("Choose a list to begin from, or write a number with its day and its source."))
        return {name: said[name] for name in ("baseline", "baseline_on", "baseline_source")}
    for day, number, _prisons in baselines(place):
        if day == listed:
            return {"baseline": number, "baseline_on": day, "baseline_source": ""}
    raise NotSo(_("There is no list of that day any more. Choose another."))


def _path(said: Mapping[str, Any]) -> dict[str, Any]:
    steps = [[day.isoformat(), number] for day, number in said.get("steps") or []]
    return {
        "goal": said.get("goal"), "due_on": said.get("due_on"), "path": said.get("path") or Path.LINEAR, "steps": steps,
        "why": str(said.get("why") or "").strip(),
    }  # fmt: skip


def _refuse_wrong(values: Mapping[str, Any], today: date) -> None:
    if (values["goal"] is None) != (values["due_on"] is None):
        raise NotSo(_("A target is a number and a day, or neither: then it is not known, and the page says so."))
    if values["baseline_on"] > today:
        raise NotSo(_("It cannot begin from a day that is still to come."))
    if values["due_on"] and values["due_on"] <= values["baseline_on"]:
        raise NotSo(_("The day by which must come after the day it began."))
    if values["path"] == Path.STEPS:
        days = [date.fromisoformat(day) for day, _number in values["steps"]]
        if not days:
            raise NotSo(_("Write at least one step: a day, and how many at most."))
        if len(set(days)) < len(days) or any(
            day <= values["baseline_on"] or (values["due_on"] and day > values["due_on"]) for day in days
        ):
            raise NotSo(_("Each step has a day of its own, after the beginning and not after the end."))


@transaction.atomic
def revise_target(
    *, target_id: UUID, version: int, said: Mapping[str, Any], reason: str, actor: Actor, at: datetime
) -> Target:
    """Change the goal, its day or its path, with a reason; what it was is kept. Raises NotThere, NotSo, Changed."""
    target = target_for(target_id, actor=actor)
    if target.ended_on is not None:
        raise NotSo(_("This target has ended; what it was stays to be read."))
    if not reason.strip():
        raise NotSo(_("Say why the target is changed."))
    was = {name: _plain(getattr(target, name)) for name in FIELDS}
    values = _path(said)
    if values["path"] == Path.LINEAR:
        values["steps"] = []
    _refuse_wrong({**values, "baseline_on": target.baseline_on}, local_day(at))
    for name, value in values.items():
        setattr(target, name, value)
    save_if_unchanged(target, version=version, fields=list(values))
    made = TargetRevision.objects.create(
        target=target, was=was, reason=reason.strip(), by_name=actor.name[:120], at=at
    )  # fmt: skip
    detail = {"revision": made.pk}
    append("coordination.target.revised", actor=actor, at=at, subject=target.pk, kind="target", detail=detail)
    return target


@transaction.atomic
def end_target(*, target_id: UUID, why: str, actor: Actor, at: datetime) -> Target:
    """The target is followed no more; it stays to be read. Raises NotThere, NotSo."""
    target = target_for(target_id, actor=actor)
    if target.ended_on is not None:
        raise NotSo(_("This target has ended; what it was stays to be read."))
    if not why.strip():
        raise NotSo(_("Say why it ends."))
    target.ended_on, target.ended_why, target.version = local_day(at), why.strip(), target.version + 1
    target.save(update_fields=["ended_on", "ended_why", "version"])
    append("coordination.target.ended", actor=actor, at=at, subject=target.pk, kind="target")
    return target


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value
