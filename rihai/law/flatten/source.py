"""What a table of records has of the dictionary: where each fact lies, in which form, or that it is absent."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from rihai.facts import CASE_FACTS, PERSON_FACTS

if TYPE_CHECKING:
    import pyarrow as pa


@dataclass(frozen=True, slots=True)
class Place:
    """SQL text for a fact of the row, and its Arrow type."""

    sql: str
    type: Any

    @property
    def plain(self) -> bool:
        """A date that lies as a date, or a number that is exact."""
        import pyarrow.types as kinds

        return not (kinds.is_string(self.type) or kinds.is_large_string(self.type) or kinds.is_struct(self.type))

    def fields(self) -> dict[str, Any]:
        """The types of the fields of a struct, or of the items of a list of structs."""
        import pyarrow.types as kinds

        inner = self.type.value_type if kinds.is_list(self.type) or kinds.is_large_list(self.type) else self.type
        return {inner.field(index).name: inner.field(index).type for index in range(inner.num_fields)}


class Source:
    """The facts a table has, as columns of a row `p` of person columns and `c` of the case."""

    def __init__(self, schema: pa.Schema, *, of_case: bool) -> None:
        self.places = {
            name: Place(f'"{name}"', schema.field(name).type) for name in schema.names if name in PERSON_FACTS
        }
        self.has_cases = of_case and "cases" in schema.names
        if self.has_cases:
            cases = Place("", schema.field("cases").type)
            for name, kind in cases.fields().items():
                if name in CASE_FACTS:
                    self.places[name] = Place(f'c."{name}"', kind)

    def person_columns(self, facts: Iterable[str]) -> list[str]:
        """Those of some facts that are columns of the person."""
        return sorted(name for name in set(facts) & set(PERSON_FACTS) if name in self.places)


def only(table: pa.Table, facts: Collection[str]) -> pa.Table:
    """The table with only the columns of some facts, of persons and of cases alike; `id` and `case_id` stay."""
    import pyarrow as pa

    kept = [name for name in table.column_names if name in {"id", "cases"} or (name in facts and name in PERSON_FACTS)]
    table = table.select(kept)
    if "cases" not in kept:
        return table
    chunks = [_only_of_cases(chunk, facts) for chunk in table.column("cases").chunks]
    if not chunks:
        return table
    return table.set_column(table.column_names.index("cases"), "cases", pa.chunked_array(chunks))


def _only_of_cases(cases: Any, facts: Collection[str]) -> Any:
    """A list of cases with fewer fields, nothing copied."""
    import pyarrow as pa

    values = cases.values
    fields = [field for field in values.type if field.name == "case_id" or field.name in facts]
    slim = pa.StructArray.from_arrays([values.field(field.name) for field in fields], fields=fields)
    made = type(cases).from_arrays(cases.offsets, slim)
    return made if not cases.null_count else _with_nulls(cases, made)


def _with_nulls(cases: Any, made: Any) -> Any:
    import pyarrow as pa
    import pyarrow.compute as pc

    return pc.if_else(cases.is_valid(), made, pa.nulls(len(cases), made.type))
