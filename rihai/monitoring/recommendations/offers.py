"""What recommendations offer the house: what is owed and overdue, the list for committees, figures, the next visit."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.kit.classes import DataClass
from rihai.kit.offers import Export, Navigation, Offer, Worklist
from rihai.monitoring.offered import RoomOffer
from rihai.monitoring.recommendations import exports, panels, work
from rihai.monitoring.recommendations.acts_in_words import ACTS
from rihai.monitoring.recommendations.measures import MEASURES
from rihai.monitoring.recommendations.queries import kept_on
from rihai.monitoring.recommendations.report import blocks

OFFERS: tuple[Offer, ...] = (
    Navigation(
        station="act", label=_("Recommendations"), url="monitoring:recommendations", capability="monitoring.read",
        order=80, group=_("Prisons"),
        says=_("What inspections asked of authorities, what they answered, and whether it was kept."),
    ),
    Worklist(name="monitoring.drafts", title=_("Drafts of inspections"), rows=work.draft_rows, order=20),
    Worklist(
        name="monitoring.recommendations", title=_("Recommendations owed"), rows=work.recommendation_rows, order=42
    ),
    Export(
        name="monitoring.recommendations", title=_("Recommendations"), capability="exports.make",
        data_class=DataClass.ORDINARY, count=exports.count, sheet=exports.sheet,
    ),
    *MEASURES,
    ACTS,
)  # fmt: skip
ROOM_OFFERS = (
    RoomOffer(
        name="monitoring.recommendations", earlier=panels.earlier, template="monitoring/recommendations/panel.html",
        context=panels.context, report=blocks, kept=kept_on,
    ),
)  # fmt: skip
