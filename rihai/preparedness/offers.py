"""What the room offers the house: the offers of its parts."""

from __future__ import annotations

from rihai.kit.offers import Offer
from rihai.preparedness.acts_in_words import ACTS
from rihai.preparedness.plans.offers import OFFERS as PLANS

OFFERS: tuple[Offer, ...] = (*PLANS, ACTS)
