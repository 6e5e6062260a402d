"""What results put into My work: periods to lock and to sign off, lists to look at, figures that nothing shows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from rihai.kit.actor import Actor
from rihai.kit.offers import WorkRow
from rihai.results.counting import periods_of
from rihai.results.models import Entry, FileState, LockedPeriod, ServedFile
from rihai.results.reach import KEEP, SIGN, projects_for

ROWS = 12
LATE = timedelta(days=30)
"""Days after its end within which a period is locked: most donors ask for the quarter within a month."""


def rows(actor: Actor, on: date) -> Sequence[WorkRow]:
    """What waits for the actor, by the day it falls due."""
    found: list[WorkRow] = []
    if actor.may(KEEP):
        found += [*_to_lock(actor, on), *_lists(actor), *_unshown(actor)]
    if actor.may(SIGN):
        found += _to_sign(actor, on)
    return found


def _to_lock(actor: Actor, on: date) -> list[WorkRow]:
    """The oldest period of each project that is over and not locked."""
    projects = list(projects_for(actor, KEEP))
    locked = set(LockedPeriod.objects.filter(project__in=projects).values_list("project_id", "first"))
    found = []
    for one in projects:
        over = [period for period in periods_of(one, on) if period.span.end <= on]
        waiting = [period for period in over if (one.pk, period.span.first) not in locked]
        if waiting:
            oldest = waiting[-1]
            due = oldest.span.end + LATE
            found.append(
                WorkRow(
                    who=one.shown, url=reverse("results:period", args=[one.pk, oldest.span.key]), where=oldest.name,
                    why=_("This period is over: look at its figures and lock them."), due_on=due,
                    status="overdue" if due < on else "waiting", word=_("Overdue") if due < on else _("To lock"),
                    act=_("Lock it"),
                )
            )  # fmt: skip
    return found[:ROWS]


def _to_sign(actor: Actor, on: date) -> list[WorkRow]:
    mine = projects_for(actor, SIGN).values("pk")
    waiting = LockedPeriod.objects.filter(project__in=mine, signed_at=None).exclude(locked_by=actor.pk)
    return [
        WorkRow(
            who=one.project.shown, url=reverse("results:period", args=[one.project_id, one.first.isoformat()]),
            why=_("Its figures are locked by %(who)s: look at them and sign them off.") % {"who": one.locked_by_name},
            due_on=one.end + LATE, status="overdue" if one.end + LATE < on else "waiting", word=_("To sign off"),
            act=_("Sign it off"),
        )
        for one in waiting.select_related("project").order_by("end")[:ROWS]
    ]  # fmt: skip


def _lists(actor: Actor) -> list[WorkRow]:
    mine = projects_for(actor, KEEP).values("pk")
    waiting = ServedFile.objects.filter(project__in=mine, state=FileState.TO_REVIEW).select_related("project")
    return [
        WorkRow(
            who=one.project.shown, url=reverse("results:list", args=[one.pk]), where=one.name, status="waiting",
            why=_("A list was read and counts nothing yet."), word=_("To look at"), act=_("Look at it"),
        )
        for one in waiting[:ROWS]
    ]  # fmt: skip


def _unshown(actor: Actor) -> list[WorkRow]:
    mine = projects_for(actor, KEEP).values("pk")
    entries = Entry.objects.filter(indicator__project__in=mine, withdrawn_at=None, evidence=None, says="")
    return [
        WorkRow(
            who=one.indicator.project.shown, url=reverse("results:indicator", args=[one.indicator_id]),
            where=one.indicator.shown, why=_("A figure was entered and nothing shows it."), status="warning",
            word=_("Evidence missing"), act=_("Open"),
        )
        for one in entries.select_related("indicator__project")[:ROWS]
    ]  # fmt: skip
