"""How much a name word tells people apart: the commonest hardly at all, a rare one fully.

Orders of magnitude, not counts: no register of Pakistani names is public. Muhammad stands before most men's names and
Bibi or Begum behind most women's, without being the name a person goes by.
"""

from __future__ import annotations

from rihai.names.known import FAMILY_WORDS
from rihai.names.letters import fold
from rihai.names.resolve import known_as

WEIGHT = {
    "muhammad": 0.1, "khaan": 0.15, "beebee": 0.1, "bee": 0.1, "begum": 0.1, "maai": 0.1, "baano": 0.15,
    "khaatoon": 0.15,
    "sayyid": 0.1, "shaah": 0.25, "ahmad": 0.25, "ali": 0.3, "husain": 0.35, "ghulaam": 0.45, "allaah": 0.3,
    "jaan": 0.25, "deen": 0.3, "gul": 0.4, "bakhsh": 0.4, "hasan": 0.45, "meer": 0.45, "noor": 0.45, "akbar": 0.5,
    "iqbaal": 0.5, "akram": 0.5, "aslam": 0.5, "nawaaz": 0.45, "abbaas": 0.5, "haq": 0.45, "rahmaan": 0.5,
    "imraan": 0.5,
    "usmaan": 0.5, "umar": 0.5, "asghar": 0.5, "abdullaah": 0.5, "shaahid": 0.5, "saleem": 0.5, "ashraf": 0.5,
}  # fmt: skip
"""The commonest words, as heard (see known.py); what is not here weighs 1, or FAMILY when it names a family."""
FAMILY = 0.25
NOT_KNOWN = 1.0


def weight(word: str) -> float:
    """What a word weighs in a comparison, above 0 and at most 1; of several readings the heaviest."""
    return max((_weight_of(heard) for heard in known_as(fold(word))), default=NOT_KNOWN)


def _weight_of(heard: str) -> float:
    return WEIGHT.get(heard, FAMILY if heard in FAMILY_WORDS else NOT_KNOWN)


def commonness(token: str) -> float:
    """From 0, a word that tells people apart, to nearly 1, one that tells nothing: 1 less its weight."""
    return 1.0 - weight(token)


def is_family(word: str) -> bool:
    """Whether every reading of a word names a family, tribe, caste or rank."""
    readings = known_as(fold(word)).keys()
    return bool(readings) and readings <= FAMILY_WORDS | {"khaan", "shaah"}
