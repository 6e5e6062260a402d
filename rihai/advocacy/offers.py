"""What the room offers the house: the offers of its parts."""

from __future__ import annotations

from rihai.advocacy.figures.offers import OFFERS as FIGURES
from rihai.advocacy.research.offers import OFFERS as RESEARCH
from rihai.advocacy.voice import OFFERS as VOICE
from rihai.kit.offers import Offer

OFFERS: tuple[Offer, ...] = (*VOICE, *FIGURES, *RESEARCH)
