"""What crisis money offers the house."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.kit.classes import DataClass
from rihai.kit.offers import ActWords, Export, FileOwner, Navigation, Offer, Worklist
from rihai.preparedness.money import exports, work
from rihai.preparedness.money.operations import OWNER
from rihai.preparedness.money.queries import may_read_receipt
from rihai.preparedness.reach import READ

OFFERS: tuple[Offer, ...] = (
    Navigation(
        station="act", label=_("Crisis money"), url="preparedness:money", capability=READ, order=84,
        group=_("Preparedness"), says=_("What is set aside for emergencies, asked for, approved, spent and left."),
    ),
    Worklist(name="preparedness.money", title=_("Crisis money"), rows=work.rows, order=47),
    FileOwner(name=OWNER, may_read=may_read_receipt),
    Export(
        name="preparedness.money", title=_("Crisis money spent"), capability="exports.make",
        data_class=DataClass.ORDINARY, count=exports.count, sheet=exports.sheet,
    ),
    ActWords(
        words={
            "preparedness.line.kept": _("wrote down or changed a line of crisis money"),
            "preparedness.money.asked": _("asked for crisis money"),
            "preparedness.money.approved": _("approved crisis money"),
            "preparedness.money.refused": _("refused crisis money"),
            "preparedness.money.spent": _("wrote down what was paid of crisis money"),
            "preparedness.money.settled": _("settled a request for crisis money"),
        }
    ),
)  # fmt: skip
