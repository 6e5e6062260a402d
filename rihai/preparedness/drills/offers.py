"""What drills offer the house."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.kit.classes import DataClass
from rihai.kit.offers import Export, Navigation, Offer, Tick, Worklist
from rihai.preparedness.drills import shown, work
from rihai.preparedness.drills.handler import HANDLER
from rihai.preparedness.drills.scheduling import keep_planned
from rihai.preparedness.reach import READ

OFFERS: tuple[Offer, ...] = (
    Navigation(
        station="act", label=_("Drills"), url="preparedness:drills", capability=READ, order=102,
        group=_("Preparedness"), says=_("What was practised, how long it took, and what falls due."),
    ),
    Navigation(
        station="act", label=_("To be mended"), url="preparedness:items", capability=READ, order=103,
        group=_("Preparedness"), says=_("What drills and emergencies showed, until it is done and seen to be."),
    ),
    Worklist(name="preparedness.drills", title=_("Drills"), rows=work.drill_rows, order=47),
    Worklist(name="preparedness.items", title=_("To be mended"), rows=work.item_rows, order=48),
    Export(
        name="preparedness.drills", title=_("Drills"), capability="exports.make", data_class=DataClass.ORDINARY,
        count=shown.drill_count, sheet=shown.drill_sheet,
    ),
    Export(
        name="preparedness.items", title=_("To be mended"), capability="exports.make", data_class=DataClass.ORDINARY,
        count=shown.item_count, sheet=shown.item_sheet,
    ),
    Tick(name="preparedness.drills", run=keep_planned),
    *shown.MEASURES,
    HANDLER,
)  # fmt: skip
