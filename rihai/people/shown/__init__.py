"""Facts as a person reads them: their names, their values, where they come from."""

from __future__ import annotations

from rihai.people.shown.labels import SAYS_HAPPENED, label, order_of
from rihai.people.shown.values import age_text, apart, charges_text, held_text, source_text, value_text

__all__ = [
    "SAYS_HAPPENED",
    "age_text",
    "apart",
    "charges_text",
    "held_text",
    "label",
    "order_of",
    "source_text",
    "value_text",
]
