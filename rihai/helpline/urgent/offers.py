"""What urgent help offers the house."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.helpline.urgent import work
from rihai.helpline.urgent.queries import KEEP
from rihai.kit.offers import ActWords, Navigation, Offer, PlacePanel, Worklist

OFFERS: tuple[Offer, ...] = (
    Navigation(
        station="act", label=_("Pages for families"), url="helpline:facts-index", capability=KEEP, order=84,
        group=_("Helpline"), says=_("Visiting days, what may be brought, numbers: of each prison, with its day."),
    ),
    Worklist(name="helpline.facts", title=_("Pages for families"), rows=work.rows, order=60),
    PlacePanel(
        name="helpline.facts", title=_("For families"), template="helpline/urgent/place_panel.html",
        context=work.on_place, order=60,
    ),
    ActWords(
        words={
            "helpline.fact.written": _("wrote what families read of a prison"),
            "helpline.fact.checked": _("checked what families read of a prison"),
            "helpline.fact.taken_away": _("took away what families read of a prison"),
        }
    ),
)  # fmt: skip
