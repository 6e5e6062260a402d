"""What academies offer the house."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.kit.offers import ActWords, FileOwner, Navigation, Offer, Tick
from rihai.training.academy.first import keep_up
from rihai.training.academy.operations import OWNER
from rihai.training.academy.queries import may_read_order
from rihai.training.reach import READ

OFFERS: tuple[Offer, ...] = (
    Navigation(
        station="act", label=_("Into the academies"), url="training:academies", capability=READ, order=95,
        group=_("Training"),
        says=_("Which course was translated, adopted and made mandatory where, and by which order."),
    ),
    Tick(name="training.academies", run=keep_up),
    FileOwner(name=OWNER, may_read=may_read_order),
    ActWords(
        words={
            "training.academies.taken_in": _("took in the academies that come with Rihai"),
            "training.academy.kept": _("wrote an academy down or changed it"),
            "training.step.taken": _("wrote a step of a course into an academy down"),
            "training.step.withdrawn": _("withdrew a step of a course into an academy"),
        }
    ),
)  # fmt: skip
