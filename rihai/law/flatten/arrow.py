"""The form in which checked records lie in Arrow and Parquet: nested, one column a fact, NULL where not known.

| fact       | Arrow                                     | as                                                     |
|------------|-------------------------------------------|--------------------------------------------------------|
| text, code | string                                    |                                                        |
| yes/no     | bool                                      |                                                        |
| date       | string, or date32                         | 2026-05-21, 2026-05, 2026, or 2026-05-01/2026-05-10    |
| number     | struct<min double, max double>, or double | both alike where it is exact                           |
| money      | double                                    |                                                        |
| term       | struct<years, months, weeks, days int64>  |                                                        |
| codes      | list<string>                              | an empty list is a known none                          |
| list       | list<struct of the facts of its items>    | so are `cases`                                         |

`record_schema` has every fact of the dictionary. A table read may have fewer columns, and the second form of a date
or number; a fact whose column is absent is not known.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from rihai.days import iso, read_date
from rihai.errors import Unreadable
from rihai.facts import CASE_FACTS, LIST_FACTS, PERSON_FACTS, Fact
from rihai.law.reckon.known import Record

if TYPE_CHECKING:
    import pyarrow as pa


@cache
def record_schema() -> pa.Schema:
    """The Arrow schema of a table of records, from the dictionary of facts."""
    return _schema(PERSON_FACTS, CASE_FACTS)


def _schema(persons: Mapping[str, Fact], cases: Mapping[str, Fact]) -> pa.Schema:
    import pyarrow as pa

    return pa.schema([*_fields(persons), pa.field("cases", pa.list_(pa.struct(_fields(cases))))])


def _fields(facts: Mapping[str, Fact]) -> list[pa.Field]:
    import pyarrow as pa

    return [pa.field(name, _type(fact)) for name, fact in facts.items()]


def _type(fact: Fact) -> pa.DataType:
    import pyarrow as pa

    if fact.kind == "list":
        return pa.list_(pa.struct(_fields(LIST_FACTS[fact.name])))
    return {
        "yes_no": pa.bool_(),
        "number": pa.struct([("min", pa.float64()), ("max", pa.float64())]),
        "money": pa.float64(),
        "term": pa.struct([(unit, pa.int64()) for unit in ("years", "months", "weeks", "days")]),
        "codes": pa.list_(pa.string()),
    }.get(fact.kind, pa.string())


def as_arrow(records: Iterable[Record], facts: Collection[str] | None = None) -> pa.Table:
    """Checked records (`rihai.law.record.checked`) as one table of `record_schema`, in their order.

    Where `facts` are given, the table has the columns of those alone, and `id` and `case_id`.
    """
    import pyarrow as pa

    persons, cases = (_among(all_facts, facts) for all_facts in (PERSON_FACTS, CASE_FACTS))
    person, case = _encoders(persons), _encoders(cases)

    def encoded(record: Record) -> Record:
        made = _encode(record, person)
        if "cases" in record:
            made["cases"] = [_encode(one, case) for one in record["cases"]]
        return made

    return pa.Table.from_pylist([encoded(record) for record in records], schema=_schema(persons, cases))


def _among(known: Mapping[str, Fact], facts: Collection[str] | None) -> Mapping[str, Fact]:
    return known if facts is None else {name: one for name, one in known.items() if name in {*facts, "id", "case_id"}}


Encoder = Callable[[Any], Any]


def _encoders(facts: Mapping[str, Fact]) -> dict[str, Encoder]:
    """What turns a value into its Arrow form, for the facts whose values are not that already."""
    encoders: dict[str, Encoder] = {}
    for name, fact in facts.items():
        if fact.kind == "date":
            encoders[name] = _encode_date
        elif fact.kind == "number":
            encoders[name] = _encode_number
        elif fact.kind == "list" and (of_item := _encoders(LIST_FACTS[name])):
            encoders[name] = _items_encoder(of_item)
    return encoders


def _items_encoder(of_item: dict[str, Encoder]) -> Encoder:
    return lambda items: [_encode(item, of_item) for item in items]


def _encode(record: Record, encoders: Mapping[str, Encoder]) -> Record:
    made = dict(record)
    for name in record.keys() & encoders.keys():
        made[name] = encoders[name](record[name])
    return made


def _encode_date(value: Any) -> str:
    if isinstance(value, str):
        return value
    span = read_date(value)
    assert span is not None
    first, last = iso(span.earliest), iso(span.latest)
    return str(first) if isinstance(value, date) else f"{first}/{last}"


def _encode_number(value: Any) -> dict[str, float]:
    return value if isinstance(value, dict) else {"min": value, "max": value}


def as_records(table: pa.Table) -> Iterator[Record]:
    """The records of such a table, as JSON writes them; what is NULL is absent."""
    for row in table.to_pylist():
        record = written(row, PERSON_FACTS)
        if row.get("cases") is not None:
            record["cases"] = [written(case, CASE_FACTS) for case in row["cases"]]
        yield record


def written(values: Mapping[str, Any], facts: Mapping[str, Fact]) -> Record:
    """The facts among some Arrow values as records write them; NULLs and names that are no facts are left out.

    Raises Unreadable where the text of a date is none.
    """
    return {name: _written(facts[name], value) for name, value in values.items() if value is not None and name in facts}


def _written(fact: Fact, value: Any) -> Any:
    if fact.kind == "list":
        return [written(item, LIST_FACTS[fact.name]) for item in value]
    if fact.kind == "date":
        return _written_date(fact, value)
    if fact.kind == "number" and isinstance(value, dict):
        low, high = _whole(value["min"]), _whole(value["max"])
        return low if low == high else {"min": low, "max": high}
    if fact.kind in {"number", "money"}:
        return _whole(value)
    if fact.kind == "term":
        return {unit: number for unit, number in value.items() if number is not None}
    return value


def _written_date(fact: Fact, value: Any) -> Any:
    if isinstance(value, str) and "/" in value:
        first, _, last = value.partition("/")
        value = {"earliest": first, "latest": last}
    if read_date(value) is None:
        raise no_date(fact.path)
    return value


def no_date(column: str) -> Unreadable:
    """The error for a column of dates in which something else stands."""
    return Unreadable(
        f"{column} holds a text that is no date. Write 2026-05-21, 2026-05, 2026 or 2026-05-01/2026-05-10."
    )


def _whole(number: float) -> float:
    """A whole number as an integer: Arrow keeps both kinds as doubles."""
    return int(number) if number == int(number) else number
