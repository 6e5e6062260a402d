"""What contingency plans offer the house."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.kit.classes import DataClass
from rihai.kit.offers import Export, Navigation, Offer, Worklist
from rihai.preparedness.plans import exports, work
from rihai.preparedness.reach import READ

OFFERS: tuple[Offer, ...] = (
    Navigation(
        station="act", label=_("Contingency plans"), url="preparedness:plans", capability=READ, order=101,
        group=_("Preparedness"), says=_("What each prison does in fire, flood, outbreak, riot: who, in which order."),
    ),
    Worklist(name="preparedness.plans", title=_("Contingency plans"), rows=work.rows, order=46),
    Export(
        name="preparedness.plans", title=_("Contingency plans"), capability="exports.make",
        data_class=DataClass.ORDINARY, count=exports.count, sheet=exports.sheet,
    ),
)  # fmt: skip
