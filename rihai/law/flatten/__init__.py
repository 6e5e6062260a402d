"""Nested records become flat rows inside an engine, as `rihai.law.row` lays them out for one person and case."""

from __future__ import annotations

from rihai.law.flatten.arrow import as_arrow, as_records, record_schema
from rihai.law.flatten.rows import ROW, Flattening

__all__ = ["ROW", "Flattening", "as_arrow", "as_records", "record_schema"]
