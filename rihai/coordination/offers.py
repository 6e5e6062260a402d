"""What the room offers the house: the offers of its parts."""

from __future__ import annotations

from rihai.coordination.briefing.offers import OFFERS as BRIEFING
from rihai.coordination.challenges.offers import OFFERS as CHALLENGES
from rihai.coordination.committees import OFFERS as COMMITTEES
from rihai.coordination.delay.offers import OFFERS as DELAY
from rihai.coordination.planned_agenda import SOURCES
from rihai.coordination.plans.offers import OFFERS as PLANS
from rihai.coordination.targets.offers import OFFERS as TARGETS
from rihai.kit.offers import Offer

OFFERS: tuple[Offer, ...] = (*COMMITTEES, *BRIEFING, *TARGETS, *PLANS, *CHALLENGES, *DELAY, *SOURCES)
