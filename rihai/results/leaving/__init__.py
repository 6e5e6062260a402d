"""What leaves of the figures: reports, data value sets for DHIS2, HXL; of locked periods, under disclosure control."""

from __future__ import annotations

from rihai.results.leaving.make import KINDS, Made, make_report

__all__ = ["KINDS", "Made", "make_report"]
