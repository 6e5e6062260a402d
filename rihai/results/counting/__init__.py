"""How figures are counted: by the house, since counts name nobody; the rows behind them are shown by who reads.

People are counted once in every figure: by person in the rooms' records, by code in lists of sessions.
"""

from __future__ import annotations

from rihai.results.counting.figures import Figure, detail_of, figures_of
from rihai.results.counting.spans import Span, period_at, periods_of, span_of

__all__ = ["Figure", "Span", "detail_of", "figures_of", "period_at", "periods_of", "span_of"]
