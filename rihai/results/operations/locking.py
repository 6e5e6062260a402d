"""A period is locked, signed off by somebody else, and afterwards restated figure by figure, with a reason each."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.standing import local_day
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.results.counting import Figure, Span, detail_of, figures_of, period_at, periods_of
from rihai.results.errors import NoSuchProject, NotSo
from rihai.results.models import Indicator, LockedFigure, LockedPeriod, Project, Restatement
from rihai.results.queries.left_out import left_out
from rihai.results.reach import KEEP, SIGN, project_for, projects_for

MOST_KEYS = 50_000
"""Marks kept with a figure: beyond so many people only the number is compared."""


@transaction.atomic
def lock_period(*, project_id: UUID, first: str, actor: Actor, at: datetime) -> LockedPeriod:
    """From now on these figures stand, those of the period and those from the beginning to its end.

    Raises NoSuchProject, NotSo for a period that is not over, or is locked, or comes after one that is not.
    """
    project = project_for(project_id, actor=actor, capability=KEEP)
    Project.objects.select_for_update().get(pk=project.pk)
    today = local_day(at)
    period = period_at(project, first, today)
    if period is None:
        raise NoSuchProject(first)
    if period.span.end > today:
        raise NotSo(_("This period is not over yet."))
    locked = set(LockedPeriod.objects.filter(project=project).values_list("first", flat=True))
    if period.span.first in locked:
        raise NotSo(_("This period is locked already."))
    before = [one.span.first for one in periods_of(project, today) if one.span.end <= period.span.first]
    if not locked.issuperset(before):
        raise NotSo(_("A period before it is not locked yet. Lock that one first."))
    if not Indicator.objects.filter(project=project).exists():
        raise NotSo(_("The project has no indicator yet."))
    made = LockedPeriod.objects.create(
        project=project, first=period.span.first, end=period.span.end, locked_by_id=actor.pk,
        locked_by_name=actor.name[:120], locked_at=at, left_out=left_out(project, period.span), hands=[str(actor.pk)],
    )  # fmt: skip
    whole = Span(project.started_on, period.span.end)
    to_date = {one.indicator.pk: one for one in figures_of(project, whole)}
    for figure in figures_of(project, period.span):
        _lock(made, figure, to_date[figure.indicator.pk], period.span, whole)
    append("results.period.locked", actor=actor, at=at, subject=made.pk, kind="period")
    return made


def _lock(period: LockedPeriod, figure: Figure, to_date: Figure, span: Span, whole: Span) -> None:
    _put(LockedFigure(period=period, indicator=figure.indicator), figure, to_date, span, whole)


@transaction.atomic
def sign_off(*, period_id: UUID, actor: Actor, at: datetime) -> LockedPeriod:
    """Answer for the figures of a period that others locked and restated. Raises NoSuchProject, NotSo."""
    period = _period_for(period_id, SIGN, actor=actor)
    if period.signed_at is not None:
        raise NotSo(_("This period is signed off already."))
    if str(actor.pk) in {str(period.locked_by_id), *period.hands}:
        raise NotSo(_("Somebody else than who locked a period signs it off."))
    period.signed_by_name, period.signed_at, period.hands = actor.name[:120], at, []
    period.save(update_fields=["signed_by_name", "signed_at", "hands"])
    append("results.period.signed_off", actor=actor, at=at, subject=period.pk, kind="period")
    return period


@transaction.atomic
def restate(*, figure_id: UUID, reason: str, actor: Actor, at: datetime) -> Restatement:
    """Put what is counted today in the place of a locked figure; what it was stays and is shown. The period waits for
    a signature again. Raises NoSuchProject, NotSo without a reason or a difference."""
    found = LockedFigure.objects.filter(pk=figure_id).select_related("indicator__project").first()
    if found is None:
        raise NoSuchProject(str(figure_id))
    period = _period_for(found.period_id, KEEP, actor=actor)
    project = found.indicator.project
    if not reason.strip():
        raise NotSo(_("Say why the figure is restated: it is printed beside it."))
    span, whole = Span(period.first, period.end), Span(project.started_on, period.end)
    now = next(one for one in figures_of(project, span) if one.indicator.pk == found.indicator_id)
    to_date = next(one for one in figures_of(project, whole) if one.indicator.pk == found.indicator_id)
    if (now.value, to_date.value) == (found.value, found.to_date):
        raise NotSo(_("What is counted today is what is locked: there is nothing to restate."))
    made = Restatement.objects.create(
        figure=found, was=found.value, now=now.value, was_to_date=found.to_date, now_to_date=to_date.value,
        reason=reason[:600], by_name=actor.name[:120], at=at,
    )  # fmt: skip
    _put(found, now, to_date, span, whole)
    period.signed_by_name, period.signed_at, period.version = "", None, period.version + 1
    period.locked_by_id, period.locked_by_name = actor.pk, actor.name[:120]
    period.hands = sorted({*period.hands, str(actor.pk)})
    period.save(update_fields=["signed_by_name", "signed_at", "version", "locked_by", "locked_by_name", "hands"])
    append("results.figure.restated", actor=actor, at=at, subject=period.pk, kind="period", reason=reason[:400])
    return made


def _put(found: LockedFigure, now: Figure, to_date: Figure, span: Span, whole: Span) -> None:
    here, all_of_it = detail_of(found.indicator, span), detail_of(found.indicator, whole)
    found.value, found.to_date, found.sessions = now.value, to_date.value, now.acts
    found.mark = now.mark or to_date.mark
    found.baseline, found.target = found.indicator.baseline, found.indicator.target
    found.parts = {name: {"period": here.parts()[name], "to_date": all_of_it.parts()[name]} for name in here.parts()}
    found.keys = list(here.marks) if len(here.marks) <= MOST_KEYS else []
    found.save()


def _period_for(period_id: UUID, capability: str, *, actor: Actor) -> LockedPeriod:
    mine = projects_for(actor, capability).values("pk")
    rows = LockedPeriod.objects.select_for_update(of=("self",)).select_related("project")
    found = rows.filter(pk=period_id, project__in=mine).first()
    if found is None:
        raise NoSuchProject(str(period_id))
    return found
