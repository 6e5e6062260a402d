"""What may be asked of cases, within need-to-know."""

from __future__ import annotations

from rihai.casework.cases.queries.reach import (
    case_seen,
    cases_for,
    cases_of,
    events_of,
    intakes_for,
    offers_to,
    open_cases_of,
)

__all__ = ["case_seen", "cases_for", "cases_of", "events_of", "intakes_for", "offers_to", "open_cases_of"]
