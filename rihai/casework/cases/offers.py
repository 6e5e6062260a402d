"""What cases offer the house."""

from __future__ import annotations

from rihai.kit.offers import Offer

OFFERS: tuple[Offer, ...] = ()
