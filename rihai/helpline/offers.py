"""What the room offers the house: the offers of its parts."""

from __future__ import annotations

from rihai.helpline.concerns.offers import OFFERS as CONCERNS
from rihai.helpline.requests.offers import OFFERS as LINE
from rihai.helpline.urgent.offers import OFFERS as URGENT
from rihai.helpline.volumes.offers import OFFERS as VOLUMES
from rihai.kit.offers import Offer

OFFERS: tuple[Offer, ...] = (*LINE, *URGENT, *CONCERNS, *VOLUMES)
