"""What lists from elsewhere offer the house."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.kit.offers import ActWords, Navigation, Offer
from rihai.training.reach import KEEP

OFFERS: tuple[Offer, ...] = (
    Navigation(
        station="act", label=_("Finished elsewhere"), url="training:finished-lists", capability=KEEP, order=97,
        group=_("Training"), says=_("Lists of e-learning and courses of others, line by line, until each is settled."),
    ),
    ActWords(
        words={
            "training.finished_list.given": _("gave in a list of courses finished elsewhere"),
            "training.finished_list.settled": _("settled lines of a list of courses finished elsewhere"),
        }
    ),
)  # fmt: skip
