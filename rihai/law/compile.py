"""Compiles a pack for a day into one query over the rows of a census, and reads its answers back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from rihai.law.engine import ReadyPack, ReadyProvision
from rihai.law.graph import INFINITE, Expr
from rihai.law.lay import Row
from rihai.law.settle import Replacing, Settling
from rihai.law.sql_writer import Dialect, SqlWriter

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa

FIELDS = ("outcome", "since", "due_on", "until")
PACKED = (*FIELDS, "conditions", "missing", "notes")
"""FIELDS, and as bits of one number each: how the conditions stand, which facts are missing, which notes hold."""


def outputs_of(one: ReadyProvision) -> dict[str, Expr]:
    """The output columns of a provision, in the order in which its Python function gives them."""
    lowered = one.lowered
    names = [f"{one.lowered.provision.id}__{field}" for field in FIELDS]
    names += [
        f"{lowered.provision.id}__{standing.condition.id}__{truth}"
        for standing in lowered.standings
        for truth in ("true", "false")
    ]
    names += [f"{lowered.provision.id}__ask_{index}" for index in range(len(lowered.asks))]
    names += [f"{lowered.provision.id}__note_{index}" for index in range(len(lowered.notes))]
    return dict(zip(names, one.expressions, strict=True))


def packed_outputs(ready: ReadyPack, some: Iterable[ReadyProvision], fields: Sequence[str]) -> dict[str, Expr]:
    """Those of PACKED that `fields` names, of some provisions: few columns, and every number of `outputs_of` in them.

    In `conditions`, bit 2n says that the nth standing condition surely holds, bit 2n + 1 that it surely does not; bit n
    of `missing` is the nth ask and bit n of `notes` the nth note. The order is that of `Lowered`. Worked out for the
    one day the pack is ready for, as `settled_outputs` says.
    """
    graph = ready.graph
    outputs: dict[str, Expr] = {}
    for one in some:
        lowered = one.lowered
        settled = list(settled_outputs(ready, one).values())
        plain = dict(zip(map(id, one.expressions), settled, strict=True))
        conditions = [plain[id(truth)] for standing in lowered.standings for truth in (standing.true, standing.false)]
        packed = dict(zip(FIELDS, settled, strict=False)) | {
            "conditions": graph.bits(*conditions),
            "missing": graph.bits(*(plain[id(ask.when)] for ask in lowered.asks)),
            "notes": graph.bits(*(plain[id(when)] for _, when in lowered.notes)),
        }
        outputs |= {f"{lowered.provision.id}__{field}": packed[field] for field in PACKED if field in fields}
    return outputs


def settled_outputs(ready: ReadyPack, one: ReadyProvision) -> dict[str, Expr]:
    """The same columns, as they are worked out for many rows on the one day the pack is ready for."""
    outcome = one.lowered.outcome
    settle = Settling(ready.graph, ready.day)
    days = Replacing(ready.graph, ready.day, {outcome.number: settle(outcome)})
    dated = {id(day) for day in (one.lowered.since, one.lowered.due_on, one.lowered.until)}
    return {name: (days if id(node) in dated else settle)(node) for name, node in outputs_of(one).items()}


def query_for(
    ready: ReadyPack,
    source: str,
    keep: Sequence[str],
    *,
    fields: Sequence[str] | None = None,
    dialect: Dialect | None = None,
) -> str:
    """The SQL of a whole pack: the `keep` columns of `source`, then what every provision gives.

    That is some of PACKED where `fields` names them; None gives every number of `outputs_of` a column of its own.
    """
    if fields is not None:
        outputs = packed_outputs(ready, ready.provisions, fields)
    else:
        outputs = {name: made for one in ready.provisions for name, made in settled_outputs(ready, one).items()}
    return SqlWriter(outputs, ready.day, dialect).query(source, list(keep))


def as_table(rows: Iterable[Row], columns: Iterable[str]) -> pa.Table:
    """Rows as an Arrow table, each column with the type of its kind; there is no NULL in it."""
    laid = list(rows)
    return table_of({name: [row[name] for row in laid] for name in sorted(set(columns))})


def table_of(columns: Mapping[str, Sequence[Any]]) -> pa.Table:
    """Columns of rows as an Arrow table; the same."""
    import pyarrow as pa

    return pa.table({name: pa.array(values, _type(name, values)) for name, values in columns.items()})


def _type(name: str, values: Sequence[Any]) -> Any:
    import pyarrow as pa

    if name.endswith(("__lo", "__hi")):
        return pa.float64()
    if values and isinstance(values[0], str):
        return pa.string()
    return pa.int32()


def evaluate(connection: duckdb.DuckDBPyConnection, ready: ReadyPack, rows: pa.Table) -> pa.Table:
    """Every output of the pack for every row, in the order of the rows."""
    import pyarrow as pa

    numbered = rows.append_column("row_number", pa.array(range(rows.num_rows), pa.int64()))
    connection.register("rihai_rows", numbered)
    try:
        sql = query_for(ready, "rihai_rows", ["row_number"])
        found: pa.Table = connection.sql(f"SELECT * FROM ({sql}) ORDER BY row_number").to_arrow_table()  # noqa: S608
    finally:
        connection.unregister("rihai_rows")
    return found.drop_columns(["row_number"])


__all__ = [
    "FIELDS", "INFINITE", "PACKED", "as_table", "evaluate", "outputs_of", "packed_outputs", "query_for",
    "settled_outputs", "table_of",
]  # fmt: skip
