"""What commitments and recommendations offer the house."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.advocacy.commitments import exports, work
from rihai.advocacy.commitments.measures import MEASURES
from rihai.advocacy.scope import READ
from rihai.kit.classes import DataClass
from rihai.kit.offers import ActWords, Export, Navigation, Offer, Worklist

OFFERS: tuple[Offer, ...] = (
    Navigation(
        station="act", label=_("Commitments and recommendations"), url="advocacy:commitments", capability=READ,
        order=95, group=_("Advocacy"),
        says=_("What duty bearers promised and bodies recommended, followed until it is kept."),
    ),
    Worklist(name="advocacy.commitments", title=_("Commitments and recommendations"), rows=work.rows, order=46),
    Export(
        name="advocacy.commitments", title=_("Commitments and recommendations"), capability="exports.make",
        data_class=DataClass.ORDINARY, count=exports.count, sheet=exports.sheet,
    ),
    *MEASURES,
    ActWords(
        words={
            "advocacy.commitment.kept": _("wrote down or changed a commitment or recommendation"),
            "advocacy.commitment.followed": _("wrote down where a commitment or recommendation stands"),
            "advocacy.sheet.taken_in": _("took in a sheet of recommendations"),
        }
    ),
)  # fmt: skip
