"""What the room offers the house: the offers of its parts."""

from __future__ import annotations

from rihai.kit.offers import Offer
from rihai.training.learning import OFFERS as LEARNING

OFFERS: tuple[Offer, ...] = (*LEARNING,)
