"""A project and its indicators are written down and mended."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.editing import save_if_unchanged
from rihai.places.models import Place
from rihai.profile.served import indicators as of_the_founding_project
from rihai.results.counting.measures import measures
from rihai.results.errors import Locked, NoSuchProject, NotSo
from rihai.results.models import Basis, Entry, Indicator, LockedFigure, LockedPeriod, Project, Unit
from rihai.results.reach import KEEP, indicator_for, project_for, projects_for

FIELDS = (
    "code", "name", "name_ur", "funders", "started_on", "ended_on", "grain", "services", "women_only", "codes_of",
    "tags", "dhis2_set", "dhis2_unit",
)  # fmt: skip
OF_INDICATOR = (
    "code", "title", "title_ur", "basis", "unit", "measure", "narrowed", "service", "definition", "includes",
    "excludes", "source", "baseline", "target", "part_of", "tags", "dhis2_element", "order",
)  # fmt: skip
TAKEN = gettext_noop("Another project has this code. Give each its own.")
COUNTING = ("basis", "unit", "measure", "narrowed", "service")
"""What decides how an indicator is counted: it stays as it is once a figure of it is locked."""


@transaction.atomic
def keep_project(
    *, project_id: UUID | None = None, version: int = 0, said: Mapping[str, Any], actor: Actor, at: datetime
) -> Project:
    """Write a project down, or mend it. With `with_founding` a new one begins with the founding project's indicators.

    Raises NoSuchProject, NotSo for a code that is taken or days that cannot be, Locked, Changed.
    """
    if not actor.may(KEEP):
        raise NoSuchProject("results.keep")
    if said["ended_on"] and said["ended_on"] <= said["started_on"]:
        raise NotSo(_("The project ends before it began. Look at both days."))
    taken = Project.objects.filter(code__iexact=said["code"]).values_list("pk", flat=True)
    if any(pk != project_id for pk in taken):
        raise NotSo(_(TAKEN))
    values = {name: said[name] for name in FIELDS if name in said}
    if project_id is None:
        with _one_code():
            project = Project.objects.create(**values, made_by_name=actor.name[:120], made_at=at)
        if said.get("with_founding"):
            _founding(project)
    else:
        project = project_for(project_id, actor=actor, capability=KEEP)
        _refuse_moved(project, values)
        for name, value in values.items():
            setattr(project, name, value)
        with _one_code():
            save_if_unchanged(project, version=version, fields=list(values))
    project.places.set(_places(said.get("places", ())))
    _refuse_lost(project, actor)
    append("results.project.kept", actor=actor, at=at, subject=project.pk, kind="project")
    return project


@contextmanager
def _one_code() -> Iterator[None]:
    """Of two who give projects one code in one instant, the second is refused. Raises NotSo."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as two_at_once:
        raise NotSo(_(TAKEN)) from two_at_once


def _places(places: Any) -> list[Place]:
    return list(places)


def _refuse_lost(project: Project, actor: Actor) -> None:
    """Somebody who keeps projects at some places writes none that they would not see again."""
    if not projects_for(actor, KEEP).filter(pk=project.pk).exists():
        raise NotSo(_("Name one of the places you are posted at: you would not see the project again."))


def _refuse_moved(project: Project, values: Mapping[str, Any]) -> None:
    """With a locked period neither the beginning nor the length of periods can be another."""
    fixed = ("started_on", "grain", "codes_of", "women_only")
    moved = [name for name in fixed if name in values and values[name] != getattr(project, name)]
    if moved and LockedPeriod.objects.filter(project=project).exists():
        raise Locked(_("A period is locked: the first day, the length of periods and how people are counted stay."))


def _founding(project: Project) -> None:
    """The indicators of the founding project; everybody first, the others part of them."""
    whole: Indicator | None = None
    for number, one in enumerate(of_the_founding_project()):
        made = Indicator.objects.create(
            project=project, code=one.code, title=one.en, title_ur=one.ur, basis=Basis.ROWS, unit=Unit.PEOPLE,
            service=one.service, part_of=whole, order=number,
        )  # fmt: skip
        whole = whole or made


@transaction.atomic
def keep_indicator(
    *, project_id: UUID | None = None, indicator_id: UUID | None = None, version: int = 0, said: Mapping[str, Any],
    actor: Actor, at: datetime,
) -> Indicator:  # fmt: skip
    """Write an indicator of a project down, or mend one. Raises NoSuchProject, NotSo, Locked, Changed."""
    values = {name: said[name] for name in OF_INDICATOR if name in said}
    if indicator_id is not None:
        one = indicator_for(indicator_id, actor=actor, capability=KEEP)
        project = one.project
        _refuse_counted(one, values)
    elif project_id is not None:
        project = project_for(project_id, actor=actor, capability=KEEP)
        Project.objects.select_for_update().get(pk=project.pk)
        last = Indicator.objects.filter(project=project).aggregate(last=Max("order"))["last"]
        one = Indicator(project=project, order=0 if last is None else last + 1)
    else:
        raise NoSuchProject("")
    _refuse_wrong(one, project, values)
    for name, value in values.items():
        setattr(one, name, value)
    if indicator_id is None:
        one.save()
    else:
        save_if_unchanged(one, version=version, fields=list(values))
    append("results.indicator.kept", actor=actor, at=at, subject=one.pk, kind="indicator")
    return one


def _refuse_wrong(one: Indicator, project: Project, values: Mapping[str, Any]) -> None:
    if Indicator.objects.filter(project=project, code__iexact=values["code"]).exclude(pk=one.pk).exists():
        raise NotSo(_("Another indicator of this project has this code."))
    whole = values.get("part_of")
    if whole is not None and (whole.project_id != project.pk or whole.pk == one.pk):
        raise NotSo(_("An indicator is part of another one of its own project."))
    if values["basis"] == Basis.MEASURE:
        measure = measures().get(values.get("measure", ""))
        if measure is None:
            raise NotSo(_("Choose what is counted from the rooms’ own records."))
        if measure.unit != values["unit"]:
            raise NotSo(_("This counts %(unit)s: say so, or choose another.") % {"unit": Unit(measure.unit).label})
    if values["basis"] == Basis.ROWS and values["unit"] not in {Unit.PEOPLE, Unit.ACTS}:
        raise NotSo(_("Lists of sessions are counted as people, each once, or as sessions."))


def _refuse_counted(one: Indicator, values: Mapping[str, Any]) -> None:
    moved = [name for name in COUNTING if name in values and values[name] != getattr(one, name)]
    if not moved:
        return
    if LockedFigure.objects.filter(indicator=one).exists():
        raise Locked(_("A figure of this indicator is locked: how it is counted stays. Write down another indicator."))
    if "basis" in moved and Entry.objects.filter(indicator=one).exists():
        raise NotSo(_("Figures were entered for this indicator. Write down another one."))
