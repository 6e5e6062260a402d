"""What the room offers the house: the offers of its parts, and what its acts are called."""

from __future__ import annotations

from rihai.kit.offers import Offer
from rihai.legal.matters.offers import OFFERS as MATTERS
from rihai.legal.papers.offers import OFFERS as PAPERS
from rihai.legal.release.offers import OFFERS as RELEASE
from rihai.legal.response.offers import OFFERS as RESPONSE

OFFERS: tuple[Offer, ...] = (*RESPONSE, *MATTERS, *PAPERS, *RELEASE)
