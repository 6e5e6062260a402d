"""The inspection instrument against the Nelson Mandela Rules: read from its one source, built, printed, asked of."""

from __future__ import annotations

from rihai.monitoring.instrument.items import FORM_ID, Area, Item, Mandela, Words, mandela

__all__ = ["FORM_ID", "Area", "Item", "Mandela", "Words", "mandela"]
