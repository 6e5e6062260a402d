"""Who was served, each person counted once: sessions apart, districts that add up, any days, overlaps shown.

`count(rows)` takes contacts in any order and gives a `Tally`; `indicators()` are those of the founding project.
"""

from __future__ import annotations

from rihai.profile.served.counting import NOT_SAID, Contact, Tally, count
from rihai.profile.served.indicators import Indicator, indicators

__all__ = ["NOT_SAID", "Contact", "Indicator", "Tally", "count", "indicators"]
