"""What the conditions of prisons offer the house."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.kit.classes import DataClass
from rihai.kit.offers import ActWords, Export, Navigation, Offer, PlacePanel
from rihai.monitoring.conditions import exports, shown

OFFERS: tuple[Offer, ...] = (
    Navigation(
        station="see", label=_("Conditions over time"), url="monitoring:conditions", capability="monitoring.read",
        order=54, group=_("Prisons over time"),
        says=_("Crowding, space, water, toilets, food, staff and their pay: measured, and held against norms."),
    ),
    PlacePanel(
        name="monitoring.conditions", title=_("Conditions over time"),
        template="monitoring/conditions/place_panel.html", context=shown.of_place, order=39,
    ),
    Export(
        name="monitoring.conditions", title=_("Conditions of prisons"), capability="exports.make",
        data_class=DataClass.ORDINARY, count=exports.count, sheet=exports.sheet,
    ),
    ActWords(
        words={
            "monitoring.condition.taken_back": _("took back a figure of a prison"),
            "monitoring.condition.written": _("wrote down a figure of a prison"),
        }
    ),
)  # fmt: skip
