"""What is kept of casework; each part of the room keeps its own."""

from __future__ import annotations

from rihai.casework.cases.models import Case, CaseEvent, CaseYear, HandOver, Intake

__all__ = ["Case", "CaseEvent", "CaseYear", "HandOver", "Intake"]
