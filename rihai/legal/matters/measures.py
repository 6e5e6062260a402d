"""What can be counted of matters, for reports: whom it names, an actor sees of their own team alone."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Case, F, Value, When
from django.db.models import QuerySet as Rows
from django.utils.translation import gettext_lazy as _

from rihai.kit.actor import Actor
from rihai.kit.offers import Measure
from rihai.legal.matters.models import SUCCESSES, Party, Side, State
from rihai.legal.matters.queries.reach import matters_counted

BY = ("kind", "stage", "ground", "outcome", "success")


def _clients(actor: Actor) -> Rows[Party]:
    mine = matters_counted(actor).exclude(state__in=(State.CHECKING, State.DECLINED))
    return Party.objects.filter(side=Side.CLIENT, matter__in=mine, person__isnull=False)


def _counted(rows: Rows[Party], day: str) -> Any:
    success = Case(When(matter__outcome__in=SUCCESSES, then=Value("yes")), default=Value("no"))
    return rows.annotate(
        on=F(f"matter__{day}"),
        place_id=F("person__held_at_id"),
        kind=F("matter__kind"),
        stage=F("matter__stage"),
        ground=F("matter__ground"),
        outcome=F("matter__outcome"),
        success=success,
    ).values("on", "person_id", "place_id", *BY)


def opened(actor: Actor, first: date, end: date) -> Any:
    """Clients whose matter was opened between two days."""
    return _counted(_clients(actor).filter(matter__opened_on__gte=first, matter__opened_on__lt=end), "opened_on")


def closed(actor: Actor, first: date, end: date) -> Any:
    """Clients whose matter was closed between two days, with what came of it."""
    rows = _clients(actor).filter(matter__state=State.CLOSED, matter__closed_on__gte=first, matter__closed_on__lt=end)
    return _counted(rows, "closed_on")


def won(actor: Actor, first: date, end: date) -> Any:
    """Those of them in whose matter what was asked was got, at least in part."""
    return closed(actor, first, end).filter(matter__outcome__in=SUCCESSES)


MEASURES = (
    Measure(
        code="legal.matters.opened", title=_("Matters opened"), unit="people",
        definition=_("People for whom a matter of counselling, legal aid or strategic litigation was opened."),
        includes=_("Every client of a matter that was taken, once."),
        excludes=_("Matters that wait for the panel lead, and those not taken for a conflict."),
        counted=opened, by=BY,
    ),
    Measure(
        code="legal.matters.closed", title=_("Matters closed"), unit="people",
        definition=_("People whose matter was closed, by what came of it."),
        includes=_("Every outcome, advice and lost contact too."),
        excludes=_("Matters opened again since."),
        counted=closed, by=BY,
    ),
    Measure(
        code="legal.matters.won", title=_("Matters in which what was asked was got"), unit="people",
        definition=_("People whose matter was closed as granted, granted in part or settled, by ground."),
        includes=_("Bail, release, a lower surety, or whatever the matter asked."),
        excludes=_("Orders granted in matters that are still open."),
        counted=won, by=BY,
    ),
)  # fmt: skip
