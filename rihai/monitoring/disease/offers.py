"""What disease offers the house."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import DateField, F, UUIDField, Value
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _

from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.kit.offers import (
    ActWords,
    AtStake,
    Export,
    Measure,
    Navigation,
    NoticeWords,
    Offer,
    PersonPanel,
    PersonTimeline,
    PlacePanel,
    SubjectExtract,
    Worklist,
)
from rihai.monitoring.disease import exports, shown
from rihai.monitoring.disease.models import COUNTED
from rihai.monitoring.disease.operations.watching import NOTICE
from rihai.monitoring.disease.queries import alerts_for, cases_for

NOBODY = Value(None, output_field=UUIDField(null=True))


def raised(actor: Actor, first: date, end: date) -> Any:
    """Alerts by the day on which they were raised."""
    rows = alerts_for(actor).select_related(None).annotate(on=Cast("raised_at", DateField()), person_id=NOBODY)
    return rows.filter(on__gte=first, on__lt=end).order_by().values("on", "person_id", "place_id", "disease")


def counted(actor: Actor, first: date, end: date) -> Any:
    """Cases of the list by the day on which they began."""
    rows = cases_for(actor).select_related(None).filter(status__in=COUNTED).order_by()
    rows = rows.filter(counted_on__gte=first, counted_on__lt=end)
    return rows.values("person_id", "place_id", "disease", "status", on=F("counted_on"))


OFFERS: tuple[Offer, ...] = (
    Navigation(
        station="see", label=_("Disease"), url="monitoring:disease", capability="monitoring.read", order=53,
        group=_("Prisons over time"), says=_("Alerts of each prison, and its line list for who works on health."),
    ),
    Worklist(name="monitoring.disease", title=_("Disease"), rows=shown.work, order=7, at_stake=AtStake.LIFE),
    PlacePanel(
        name="monitoring.disease", title=_("Disease"), template="monitoring/disease/place_panel.html",
        context=shown.of_place, order=41,
    ),
    PersonPanel(
        name="monitoring.disease", title=_("Disease"), template="monitoring/disease/person_panel.html",
        context=shown.of_person, order=36,
    ),
    PersonTimeline(name="monitoring.disease", of=shown.timeline),
    SubjectExtract(name="monitoring.disease", title=_("Disease"), of=shown.extract, order=46),
    Export(
        name="monitoring.line_list", title=_("Line list without names"), capability="monitoring.disease",
        data_class=DataClass.HEALTH, count=exports.count, sheet=exports.sheet,
    ),
    Measure(
        code="monitoring.alerts", title=_("Alerts of disease"), unit="acts", counted=raised, by=("disease",),
        definition=_("Alerts by the day on which a threshold of a prison was crossed."),
        includes=_("each alert once, whatever the number of cases"), excludes=_("cases below the threshold"),
    ),
    Measure(
        code="monitoring.disease_cases", title=_("Cases of disease"), unit="acts", counted=counted,
        by=("disease", "status"),
        definition=_("Lines of the line lists by the day on which the illness began, else was seen."),
        includes=_("suspected, probable and confirmed"),
        excludes=_("what turned out not to be the disease; people whose health the reader does not see"),
    ),
    NoticeWords(words={NOTICE: _("Many fell ill at a prison: an alert was raised")}),
    ActWords(
        words={
            "monitoring.alert.acknowledged": _("acknowledged an alert of disease"),
            "monitoring.alert.closed": _("closed an alert of disease"),
            "monitoring.alert.seen_to": _("wrote what was done about an alert"),
            "monitoring.case.changed": _("changed a line of a line list"),
            "monitoring.case.written": _("wrote a case into a line list"),
            "monitoring.threshold.crossed": _("a threshold of disease was crossed"),
            "monitoring.threshold.set": _("set a threshold of disease"),
        }
    ),
)  # fmt: skip
