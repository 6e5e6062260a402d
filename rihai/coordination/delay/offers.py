"""What delay and measures other than prison offer the house."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.coordination.delay import exports
from rihai.coordination.delay.figures import MEASURES
from rihai.coordination.scope import READ
from rihai.kit.classes import DataClass
from rihai.kit.offers import Export, Navigation, Offer

OFFERS: tuple[Offer, ...] = (
    Navigation(
        station="show", label=_("Delay by cause"), url="coordination:delay", capability=READ, order=46,
        group=_("Coordination"), says=_("Why hearings went no further, by whose act, and which clocks have run out."),
    ),
    Navigation(
        station="show", label=_("Measures other than prison"), url="coordination:instead", capability=READ, order=48,
        group=_("Coordination"), says=_("Bail, bond, probation, parole: possible, used, and what stood in the way."),
    ),
    Export(
        name="coordination.delay", title=_("Delay by cause"), capability="exports.make", data_class=DataClass.ORDINARY,
        count=exports.count, sheet=exports.delay_sheet,
    ),
    Export(
        name="coordination.measures", title=_("Measures other than prison"), capability="exports.make",
        data_class=DataClass.ORDINARY, count=exports.count, sheet=exports.instead_sheet,
    ),
    *MEASURES,
)  # fmt: skip
