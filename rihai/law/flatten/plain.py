"""Facts that are only laid out: SQL text for the columns of each, beside which nothing is reckoned."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from rihai.days import ALWAYS, NEVER
from rihai.facts import Fact
from rihai.law.flatten.dialect import FlatDialect, day_or
from rihai.law.flatten.source import Place
from rihai.law.graph import INFINITE
from rihai.law.lay import lay


def plain_columns(fact: Fact, place: Place | None, dialect: FlatDialect) -> dict[str, str]:
    """The columns of a fact (see `rihai.law.columns`) as SQL text; `place` is None where the table does not have it."""
    if place is None:
        return _unknown(fact)
    return _LAID.get(fact.kind, _text)(fact.name, place, dialect)


def _unknown(fact: Fact) -> dict[str, str]:
    row: dict[str, object] = {}
    lay(row, fact, None)
    doubles = fact.kind in {"number", "money"}
    return {
        name: f"CAST({value} AS DOUBLE)" if doubles else "''" if value == "" else str(value)
        for name, value in row.items()
    }


def _text(name: str, place: Place, _dialect: FlatDialect) -> dict[str, str]:
    return {name: f"coalesce({place.sql}, '')"}


def _yes_no(name: str, place: Place, _dialect: FlatDialect) -> dict[str, str]:
    return {name: f"coalesce(CAST({place.sql} AS INT), -1)"}


def _date(name: str, place: Place, dialect: FlatDialect) -> dict[str, str]:
    return {
        f"{name}__e": day_or(dialect.earliest(place.sql, plain=place.plain), ALWAYS),
        f"{name}__l": day_or(dialect.latest(place.sql, plain=place.plain), NEVER),
    }


def _number(name: str, place: Place, _dialect: FlatDialect) -> dict[str, str]:
    low, high = (place.sql, place.sql) if place.plain else (f"{place.sql}.min", f"{place.sql}.max")
    return {
        f"{name}__lo": f"coalesce(CAST({low} AS DOUBLE), {-INFINITE})",
        f"{name}__hi": f"coalesce(CAST({high} AS DOUBLE), {INFINITE})",
    }


def _term(name: str, place: Place, _dialect: FlatDialect) -> dict[str, str]:
    has = place.fields()

    def total(**weights: int) -> str:
        parts = [f"{weight} * coalesce({place.sql}.{unit}, 0)" for unit, weight in weights.items() if unit in has]
        return f"CAST({' + '.join(parts) or '0'} AS INT)"

    return {
        f"{name}__m": f"CASE WHEN {place.sql} IS NULL THEN -1 ELSE {total(years=12, months=1)} END",
        f"{name}__d": f"CASE WHEN {place.sql} IS NULL THEN 0 ELSE {total(weeks=7, days=1)} END",
    }


def _codes(name: str, place: Place, dialect: FlatDialect) -> dict[str, str]:
    return {name: f"CASE WHEN {place.sql} IS NULL THEN '' ELSE {dialect.joined(place.sql)} END"}


_LAID: Mapping[str, Callable[[str, Place, FlatDialect], dict[str, str]]] = {
    "yes_no": _yes_no,
    "number": _number,
    "money": _number,
    "date": _date,
    "term": _term,
    "codes": _codes,
}
