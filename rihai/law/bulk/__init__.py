"""The findings of a whole census at once, from Arrow or Parquet to Arrow or Parquet."""

from __future__ import annotations

from rihai.law.bulk.census import find_all, find_parts, find_to_parquet
from rihai.law.bulk.findings import Count, Findings, findings_schema, people_schema, write_parquet

__all__ = [
    "Count", "Findings", "find_all", "find_parts", "find_to_parquet", "findings_schema", "people_schema",
    "write_parquet",
]  # fmt: skip
