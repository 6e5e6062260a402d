"""What stores offer the house."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.kit.classes import DataClass
from rihai.kit.offers import ActWords, Export, Navigation, Offer, Worklist
from rihai.preparedness.reach import READ
from rihai.preparedness.stores import exports, work

OFFERS: tuple[Offer, ...] = (
    Navigation(
        station="act", label=_("Stores"), url="preparedness:stores", capability=READ, order=83, group=_("Preparedness"),
        says=_("Protective and emergency equipment: what is there, what is low, what expires."),
    ),
    Worklist(name="preparedness.stores", title=_("Stores"), rows=work.rows, order=46),
    Worklist(name="preparedness.expiring", title=_("Expiring in stores"), rows=work.old, order=46),
    Export(
        name="preparedness.stores", title=_("What stores hold"), capability="exports.make",
        data_class=DataClass.ORDINARY, count=exports.count, sheet=exports.sheet,
    ),
    ActWords(
        words={
            "preparedness.store.kept": _("opened or changed a store"),
            "preparedness.store.closed": _("closed a store"),
            "preparedness.store.counted": _("counted a store"),
            "preparedness.stock.kept": _("put an item on a store’s list, or changed one"),
            "preparedness.stock.ended": _("took an item off a store’s list"),
            "preparedness.receipt.written": _("wrote down what a store received"),
            "preparedness.issue.written": _("issued something from a store"),
            "preparedness.return.written": _("wrote down what came back to a store"),
            "preparedness.loss.written": _("wrote something off in a store"),
        }
    ),
)  # fmt: skip
