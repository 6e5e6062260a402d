"""Who is held on a day, in numbers that keep what they were made of.

Persons are counted once, whatever number of cases; children who live inside are counted apart; what is not known has
a row of its own and is never counted as *no*; every rate is reckoned from both its counts. A stock is of one day:
entries and exits during a period are another count and never mixed with it.

Nothing here is for publication: small numbers stand as they are. What may leave `rihai.profile.disclosure` makes of it.
"""

from __future__ import annotations

from rihai.profile.statistics.charts import as_charts
from rihai.profile.statistics.figure import Breakdown, Figure, share_text
from rihai.profile.statistics.occupancy import Capacity, Occupancy, PrisonOccupancy
from rihai.profile.statistics.stock import Stock, stock_on
from rihai.profile.statistics.tables import as_tables, cumulative

__all__ = [
    "Breakdown", "Capacity", "Figure", "Occupancy", "PrisonOccupancy", "Stock",
    "as_charts", "as_tables", "cumulative", "share_text", "stock_on",
]  # fmt: skip
