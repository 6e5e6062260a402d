"""What the room offers the house: the offers of its parts."""

from __future__ import annotations

from rihai.kit.offers import Offer
from rihai.preparedness.acts_in_words import ACTS
from rihai.preparedness.drills.offers import OFFERS as DRILLS
from rihai.preparedness.emergencies.offers import OFFERS as EMERGENCIES
from rihai.preparedness.materials.offers import OFFERS as MATERIALS
from rihai.preparedness.money.offers import OFFERS as MONEY
from rihai.preparedness.plans.offers import OFFERS as PLANS
from rihai.preparedness.procedures.offers import OFFERS as PROCEDURES
from rihai.preparedness.readiness.offers import OFFERS as READINESS
from rihai.preparedness.stores.offers import OFFERS as STORES

OFFERS: tuple[Offer, ...] = (*EMERGENCIES, *READINESS, *PROCEDURES, *PLANS, *DRILLS, *STORES, *MONEY, *MATERIALS, ACTS)
