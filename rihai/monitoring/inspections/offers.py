"""What inspections offer the house: their pages, the form they take answers to, a panel, work, the clock."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.kit.classes import DataClass
from rihai.kit.handling import FormHandler
from rihai.kit.offers import Navigation, Offer, PlacePanel, Tick, Worklist
from rihai.monitoring.inspections import panels, taking
from rihai.monitoring.inspections.acts_in_words import ACTS
from rihai.monitoring.inspections.forms_known import FORMS, HANDLER
from rihai.monitoring.inspections.operations.answering import taken
from rihai.monitoring.inspections.shipping import keep_up

OFFERS: tuple[Offer, ...] = (
    Navigation(
        station="see", label=_("Inspections"), url="monitoring:index", capability="monitoring.read", order=50,
        says=_("Visits held to the Nelson Mandela Rules: area by area, critical failures named."),
    ),
    Navigation(
        station="show", label=_("Prisons beside each other"), url="monitoring:compare", capability="monitoring.read",
        order=60, says=_("The newest inspection of each prison, without total and ranking."),
    ),
    FormHandler(
        name=HANDLER, title=_("Inspection"), forms=FORMS, data_class=DataClass.ORDINARY, subject=taking.subject_of,
        may_see=taking.may_see, taken=taken,
        expected=taking.expected,
    ),
    PlacePanel(
        name="monitoring.inspections", title=_("Inspections"), template="monitoring/inspections/place_panel.html",
        context=panels.of_place, order=40,
    ),
    Worklist(name="monitoring.inspections", title=_("Inspections"), rows=panels.work, order=18),
    Tick(name="monitoring.instrument", run=keep_up),
    ACTS,
)  # fmt: skip
