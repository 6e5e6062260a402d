"""What doors offer the house: the words of their acts."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from rihai.kit.offers import ActWords, Offer

OFFERS: tuple[Offer, ...] = (
    ActWords(
        words={
            "training.door.opened": _("let participants of a session answer by their own phones"),
            "training.door.shut": _("shut a door by which participants answered"),
        }
    ),
)
