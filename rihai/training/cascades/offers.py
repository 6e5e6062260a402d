"""What cascades offer the house."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.kit.offers import ActWords, Navigation, Offer
from rihai.training.reach import READ

OFFERS: tuple[Offer, ...] = (
    Navigation(
        station="act", label=_("Cascades"), url="training:cascades", capability=READ, order=96, group=_("Training"),
        says=_("What those who were trained as trainers taught others, generation by generation."),
    ),
    ActWords(
        words={
            "training.trainer.came_out": _("wrote that a trainer came out of a session"),
            "training.trainer.unsaid": _("took out that a trainer came out of a session"),
        }
    ),
)  # fmt: skip
