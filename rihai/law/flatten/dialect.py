"""The pieces of SQL text in which engines differ when nested records are laid flat: written for DuckDB."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rihai.days import ALWAYS, NEVER

_EPOCH = "DATE '1970-01-01'"


class FlatDialect:
    """DuckDB's way to unfold lists and to read days; the one place to change for another engine.

    A day is the number of `rihai.days`. `plain` says that a date lies as a DATE and not as text.
    """

    def earliest(self, value: str, *, plain: bool) -> str:
        """The first day a date can be; NULL where it is not known."""
        if plain:
            return self.number(value)
        return self._by_length(value, f"CAST({value} || '-01' AS DATE)", f"{value} || '-01-01'", f"left({value}, 10)")

    def latest(self, value: str, *, plain: bool) -> str:
        """The last day a date can be; NULL where it is not known."""
        if plain:
            return self.number(value)
        month = f"last_day(CAST({value} || '-01' AS DATE))"
        return self._by_length(value, month, f"{value} || '-12-31'", f"right({value}, 10)")

    def _by_length(self, value: str, month: str, year: str, span: str) -> str:
        """A whole date is 10 letters, a month 7, a year 4, and a span of two whole dates more."""
        whole, of_year, of_span = (self.number(f"CAST({text} AS DATE)") for text in (value, year, span))
        return (
            f"CASE length({value}) WHEN 10 THEN {whole} WHEN 7 THEN {self.number(month)} WHEN 4 THEN {of_year} "
            f"ELSE {of_span} END"
        )

    def number(self, date: str) -> str:
        """A DATE as a day number."""
        return f"CAST({date} - {_EPOCH} AS INT)"

    def date(self, day: str) -> str:
        """A day number as a DATE."""
        return f"({_EPOCH} + {day})"

    def struct(self, fields: Mapping[str, str]) -> str:
        """Named values together."""
        return "{" + ", ".join(f"'{name}': {value}" for name, value in fields.items()) + "}"

    def each(self, items: str, name: str, value: str) -> str:
        """A list with `value`, in which `name` stands for the item."""
        return f"list_transform({items}, lambda {name}: {value})"

    def least(self, items: str) -> str:
        """The least of a list, NULLs left out; NULL where there is none."""
        return f"list_min({items})"

    def greatest(self, items: str) -> str:
        """The greatest of a list, NULLs left out; NULL where there is none."""
        return f"list_max({items})"

    def json(self, value: str) -> str:
        """A value as JSON text: equal values give equal texts."""
        return f"CAST(to_json({value}) AS VARCHAR)"

    def joined(self, items: str) -> str:
        """A list of codes as |a|b|; | where it is empty."""
        return f"'|' || array_to_string({self.each(items, 'one', 'one || chr(124)')}, '')"

    def spread(self, source: str, person: Sequence[str]) -> str:
        """A row for each case as `c`, numbered from 0 within the person, and one where the cases are not known."""
        kept = "".join(f', "{name}"' for name in person)
        return (
            f"SELECT person, unnest(range(len(cases))) AS case_number, unnest(cases) AS c{kept} FROM {source} "
            f"UNION ALL SELECT person, NULL, NULL{kept} FROM {source} WHERE cases IS NULL"
        )


def day_or(value: str, otherwise: int) -> str:
    """A day that may be NULL, with what stands for not known."""
    assert otherwise in {ALWAYS, NEVER}
    return f"coalesce({value}, {otherwise})"
