"""What the readiness of prisons offers the house."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.kit.classes import DataClass
from rihai.kit.offers import Export, Navigation, Offer, PlacePanel
from rihai.preparedness.reach import READ
from rihai.preparedness.readiness import shown

OFFERS: tuple[Offer, ...] = (
    Navigation(
        station="act", label=_("Readiness"), url="preparedness:readiness", capability=READ, order=99,
        group=_("Preparedness"), says=_("What each prison lacks: plans, drills, things to mend, stores, money."),
    ),
    PlacePanel(
        name="preparedness.readiness", title=_("Readiness"), template="preparedness/readiness/place_panel.html",
        context=shown.on_place, order=60,
    ),
    Export(
        name="preparedness.readiness", title=_("Readiness of prisons"), capability="exports.make",
        data_class=DataClass.ORDINARY, count=shown.count, sheet=shown.sheet,
    ),
)  # fmt: skip
