"""Fields that a stolen database does not tell: sealed text, and the blind index by which it is found."""

from __future__ import annotations

from rihai.kit.sealed.field import SealedText
from rihai.kit.sealed.index import BlindIndex

__all__ = ["BlindIndex", "SealedText"]
