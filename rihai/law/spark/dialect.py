"""What Spark writes otherwise than DuckDB, and what a session must be started with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from rihai.law.flatten.dialect import FlatDialect
from rihai.law.sql_writer import Dialect

if TYPE_CHECKING:
    from rihai.law.sql_writer import Sql

SETTINGS: Mapping[str, str] = {
    # "a name" is a column, as in DuckDB and in the standard; Spark otherwise reads it as a text.
    "spark.sql.ansi.enabled": "true",
    "spark.sql.ansi.doubleQuotedIdentifiers": "true",
    # Spark infers filters from every alias; a provision has hundreds, and the planner runs out of memory over them.
    "spark.sql.constraintPropagation.enabled": "false",
    # What is used twice already stands in a stage of its own; looking for more is work for nothing.
    "spark.sql.subexpressionElimination.enabled": "false",
    # Java does not compile methods above 8,000 bytes: leave such a stage in smaller pieces, which it does compile.
    "spark.sql.codegen.hugeMethodLimit": "8000",
}
"""What a session must be started with: records are laid flat with the first two only, the others save time."""


class SparkDialect(Dialect):
    """Spark's calendar on day numbers; ADD_MONTHS clamps to the end of the month, as DuckDB does.

    A DATE less a DATE is an interval in Spark: days are counted by UNIX_DATE.
    """

    name = "spark"

    def add_months(self, day: Sql, months: Sql) -> Sql:
        """The day number `months` calendar months on, clamped to the end of the month."""
        return self.number(_call("ADD_MONTHS", self.date(day), _integer(months)))

    def date(self, day: Sql) -> Sql:
        """A day number as a date."""
        return _call("DATE_FROM_UNIX_DATE", _integer(day))

    def number(self, date: Sql) -> Sql:
        """A date as a day number."""
        return _call("UNIX_DATE", date)


def _call(name: str, *args: Sql) -> Sql:
    """A function of Spark by its own name, which sqlglot would otherwise write in a form for all engines."""
    from sqlglot import exp

    return exp.Anonymous(this=name, expressions=list(args))


def _integer(value: Sql) -> Sql:
    from sqlglot import exp

    return exp.cast(value, "INT", copy=False)


class SparkFlatDialect(FlatDialect):
    """Spark's way to unfold lists and to read days."""

    def number(self, date: str) -> str:
        """A DATE as a day number."""
        return f"unix_date({date})"

    def date(self, day: str) -> str:
        """A day number as a DATE."""
        return f"date_from_unix_date({day})"

    def struct(self, fields: Mapping[str, str]) -> str:
        """Named values together."""
        return "named_struct(" + ", ".join(f"'{name}', {value}" for name, value in fields.items()) + ")"

    def each(self, items: str, name: str, value: str) -> str:
        """A list with `value`, in which `name` stands for the item."""
        return f"transform({items}, {name} -> {value})"

    def least(self, items: str) -> str:
        """The least of a list of day numbers, NULLs left out; NULL where there is none."""
        return f"array_min(CAST({items} AS ARRAY<INT>))"

    def greatest(self, items: str) -> str:
        """The greatest of a list of day numbers, NULLs left out; NULL where there is none."""
        return f"array_max(CAST({items} AS ARRAY<INT>))"

    def json(self, value: str) -> str:
        """A value as JSON text: equal values give equal texts; what is NULL is left out."""
        return f"to_json({value})"

    def joined(self, items: str) -> str:
        """A list of codes as |a|b|; | where it is empty."""
        barred = self.each(items, "one", "one || '|'")
        return f"'|' || array_join({barred}, '')"

    def spread(self, source: str, person: Sequence[str]) -> str:
        """A row for each case as `c`, numbered from 0 within the person, and one where the cases are not known."""
        kept = "".join(f', "{name}"' for name in person)
        return (
            f"SELECT person, case_number, c{kept} FROM {source} LATERAL VIEW posexplode(cases) AS case_number, c "
            f"UNION ALL SELECT person, NULL, NULL{kept} FROM {source} WHERE cases IS NULL"
        )
