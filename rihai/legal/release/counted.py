"""Measures for whoever sums them: rows with a day, a person and a place, within need-to-know."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.utils.translation import gettext_lazy as _

from rihai.accounts.queries import sees
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.kit.offers import Measure
from rihai.legal.release.models import DaysKept, Release
from rihai.legal.release.queries.lost import days_lost_between
from rihai.legal.response.queries.sight import steps_for
from rihai.people.models import CustodyEpisode, MovementKind, Placement

PLACE = Placement.objects.filter(person=OuterRef("person_id")).order_by("-pk").values("place_id")[:1]


def _of_step(act: str) -> Any:
    def counted(actor: Actor, first: date, last: date) -> QuerySet[Any, Any]:
        rows = steps_for(actor).filter(act=act, on__gte=first, on__lt=last)
        return rows.values(
            "on", "person_id", place_id=Subquery(PLACE), provision=F("response__provision"), sex=F("person__sex")
        )

    return counted


def _released(actor: Actor, first: date, last: date) -> QuerySet[Any, Any]:
    kind = Release.objects.filter(episode=OuterRef("pk"), undone_at=None).values("kind")[:1]
    place = Placement.objects.filter(episode=OuterRef("pk")).order_by("-pk").values("place_id")[:1]
    rows = CustodyEpisode.objects.filter(
        sees(actor, DataClass.PERSONAL), ended_by=MovementKind.RELEASE, ended_on__gte=first, ended_on__lt=last
    )
    return rows.values(
        "person_id", on=F("ended_on"), place_id=Subquery(place), kind=Subquery(kind), sex=F("person__sex")
    )


def _days(actor: Actor, first: date, last: date) -> QuerySet[Any, Any]:
    rows = DaysKept.objects.filter(sees(actor, DataClass.PERSONAL), left_on__gte=first, left_on__lt=last)
    return rows.values(
        "person_id", "place_id", "met_days", "open_days", "left_by", on=F("left_on"), sex=F("person__sex")
    )


def _step(act: str, title: Any, definition: Any) -> Measure:
    return Measure(
        code=f"legal.{act}", title=title, unit="people", definition=definition,
        includes=_("Each person once, whatever the number of provisions or cases."),
        excludes=_("Lines of people whom the reader does not see."), counted=_of_step(act), by=("provision", "sex"),
    )  # fmt: skip


MEASURES = (
    _step("taken", _("People taken up"), _("People of whom a line of the lists was taken by somebody of the office.")),
    _step("filed", _("People for whom something was filed"), _("People for whom a request was filed before a court.")),
    _step("granted", _("People granted what was asked"), _("People to whom it was granted by court or officer.")),
    _step("refused", _("People refused"), _("People of whom a line was refused, by whomever.")),
    Measure(
        code="legal.released", title=_("People released"), unit="people",
        definition=_("People whose time in custody ended by a release."),
        includes=_("Also who left by a prison’s list, and whom nobody of the office had taken up."),
        excludes=_("Deaths and escapes; releases taken back as never having happened."), counted=_released,
        by=("kind", "sex"),
    ),
    Measure(
        code="legal.days_lost", title=_("Days lost, by cause"), unit="days", counted=days_lost_between,
        by=("cause", "court"), amount="days",
        definition=_("Days of the period in custody since every condition of a provision that says shall was met."),
        includes=_("People held now and people who left since, each day of a person once."),
        excludes=_("Days that are only arguable."),
    ),
    Measure(
        code="legal.days_stopped", title=_("Days lost by people who left"), unit="days",
        definition=_("Days in custody since everything of record was there for a release that the law says shall be."),
        includes=_("Each day of a person once."), excludes=_("Arguable days, which are never added to these."),
        counted=_days, by=("sex", "left_by"), amount="met_days",
    ),
    Measure(
        code="legal.days_stopped_arguable", title=_("Arguable days lost by people who left"), unit="days",
        definition=_("The same where only what a court must judge was open."),
        includes=_("Each day of a person once."), excludes=_("Days on which everything was met."), counted=_days,
        by=("sex", "left_by"), amount="open_days",
    ),
)  # fmt: skip
