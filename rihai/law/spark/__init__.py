"""The same packs, unchanged, on Spark: records laid flat there, and a pack asked over the rows, through the dialects.

Needs the extra `spark` and Java 17 (docs/how-to/screen-a-country-on-spark.md).
"""

from __future__ import annotations

from rihai.law.spark.answers import AT_ONCE, evaluate
from rihai.law.spark.dialect import SETTINGS, SparkDialect, SparkFlatDialect
from rihai.law.spark.rows import lay_flat

__all__ = ["AT_ONCE", "SETTINGS", "SparkDialect", "SparkFlatDialect", "evaluate", "lay_flat"]
