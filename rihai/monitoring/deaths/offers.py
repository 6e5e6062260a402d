"""What deaths in custody offer the house."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import F, UUIDField, Value
from django.utils.translation import gettext_lazy as _

from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.kit.offers import (
    After,
    Export,
    FileOwner,
    Measure,
    Navigation,
    Offer,
    PersonPanel,
    PersonTimeline,
    PlacePanel,
    SubjectExtract,
    Worklist,
)
from rihai.monitoring.deaths import exports, work
from rihai.monitoring.deaths.acts_in_words import ACTS
from rihai.monitoring.deaths.operations import opened_by_record
from rihai.monitoring.deaths.operations.writing import OWNER
from rihai.monitoring.deaths.queries import deaths_for


def died(actor: Actor, first: date, end: date) -> Any:
    """Deaths by their day; nobody is named."""
    rows = deaths_for(actor).select_related(None).filter(on__gte=first, on__lt=end).order_by()
    rows = rows.annotate(person_id=Value(None, output_field=UUIDField(null=True)), place_at=F("place_id"))
    return rows.values("on", "person_id", "place_id", "cause", "where")


OFFERS: tuple[Offer, ...] = (
    After(act="people.person.died", run=opened_by_record),
    Navigation(
        station="see", label=_("Deaths in custody"), url="monitoring:deaths", capability="monitoring.inspect", order=52,
        group=_("Prisons over time"), says=_("Each death: cause, who was told and how soon, inquiry, outcome."),
    ),
    Navigation(
        station="show", label=_("Death rates"), url="monitoring:death-rates", capability="monitoring.read", order=62,
        group=_("Prisons over time"), says=_("Per thousand person-years of custody, with what each is compared with."),
    ),
    Worklist(name="monitoring.deaths", title=_("Deaths in custody"), rows=work.rows, order=6),
    PlacePanel(
        name="monitoring.deaths", title=_("Deaths in custody"), template="monitoring/deaths/place_panel.html",
        context=work.of_place, order=42,
    ),
    PersonPanel(
        name="monitoring.deaths", title=_("Death in custody"), template="monitoring/deaths/person_panel.html",
        context=work.of_person, order=60,
    ),
    PersonTimeline(name="monitoring.deaths", of=work.timeline),
    SubjectExtract(name="monitoring.deaths", title=_("Death in custody"), of=work.extract, order=70),
    FileOwner(name=OWNER, may_read=work.may_read),
    Export(
        name="monitoring.deaths", title=_("Deaths in custody"), capability="exports.make",
        data_class=DataClass.ORDINARY, count=exports.count, sheet=exports.sheet,
    ),
    Measure(
        code="monitoring.deaths", title=_("Deaths in custody"), unit="acts", counted=died, by=("cause", "where"),
        definition=_("Deaths in custody by the day of death, at the prison that held the person."),
        includes=_("in hospital, on the way, and within 24 hours of a release for illness"),
        excludes=_("deaths of which no file was opened; staff and visitors"),
    ),
    ACTS,
)  # fmt: skip
