"""Reads lists of services given, a row a session: whose code, where, which service, which day; no row is lost.

`read_served(sheets, today=…)` gives a `ServedList`; who is counted, and that nobody is counted twice, is
`rihai.profile.served`'s.
"""

from __future__ import annotations

from rihai.census.served.problems import PROBLEMS, says_of
from rihai.census.served.read import ServedList, ServedRow, read_served
from rihai.census.served.words import SERVICES, service_table

__all__ = ["PROBLEMS", "SERVICES", "ServedList", "ServedRow", "read_served", "says_of", "service_table"]
