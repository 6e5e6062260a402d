"""What is kept of casework; each part of the room keeps its own."""

from __future__ import annotations

from rihai.casework.cases.models import Case

__all__ = ["Case"]
