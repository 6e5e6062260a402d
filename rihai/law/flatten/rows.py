"""Lays nested records flat in an engine: the columns of `RowBuilder`, one row per person and case.

Facts that are only written out are laid in SQL. Facts that are reckoned come from the same Python functions that serve
one person, called once for each distinct value of what they follow from, and are joined back: there is no second
reading of the law of custody, sentences and offences.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from rihai.days import ALWAYS, NEVER
from rihai.law.flatten.arrow import no_date
from rihai.law.flatten.dialect import FlatDialect
from rihai.law.flatten.groups import OF_LISTS, Group, groups_for
from rihai.law.flatten.keys import ChargeKeys, KeyWriter
from rihai.law.flatten.plain import plain_columns
from rihai.law.flatten.reckoning import Reckoning
from rihai.law.flatten.source import Source, only
from rihai.law.graph import INFINITE
from rihai.law.reckon.derived import DERIVED
from rihai.law.row import RowBuilder

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa

ROW = ("person", "case_number", "case_id", "holds")
"""What stands in a row beside the columns of the pack: the person's number in the table, the case's in the record and
its id (NULL for a row without a case), and whether the case holds the person on the day (1 or 0)."""


class Flattening:
    """Lays out what a builder lays out: a row per case and per person whose cases are not known, or one per person."""

    def __init__(self, builder: RowBuilder, on: int, *, of_case: bool, dialect: FlatDialect | None = None) -> None:
        self.builder = builder
        self.of_case = of_case
        self.dialect = dialect or FlatDialect()
        self.plain = [fact for fact in builder.plain if fact.name not in DERIVED]
        derived = {fact.name for fact in builder.plain} & set(DERIVED) - set(OF_LISTS)
        reckoned = [*builder.reckoned, *builder.charges, *sorted(derived)]
        self.reckonings = [
            Reckoning(group, builder, on)
            for group in groups_for(reckoned, builder.items)
            if of_case or group.facts or group.items
        ]
        self.facts = {fact.name for fact in self.plain}
        self.facts |= {name.partition(".")[0] for one in self.reckonings for name in one.group.inputs}
        self.counts_pending = of_case and "cases_pending" in self.facts
        if self.counts_pending:
            self.facts.add("legal_status")

    def flatten(
        self, connection: duckdb.DuckDBPyConnection, records: pa.Table, name: str, *, given: str | None = None
    ) -> str:
        """Makes the view `name` over records in Arrow form, and returns its name; ROW and every column of the builder.

        `given` names a table (person, case_number, national_limit_exceeded) of what another pack found in the same run.
        Raises Unreadable where a column of dates holds something else.
        """
        import duckdb
        import pyarrow as pa

        people = only(records, self.facts)
        connection.register(f"{name}_people", people.append_column("person", pa.array(range(len(people)), pa.int64())))
        source = Source(people.schema, of_case=self.of_case)
        try:
            connection.execute(f"CREATE OR REPLACE TEMP TABLE {name}_rows AS {self._rows(source, f'{name}_people')}")
        except duckdb.ConversionException:
            raise no_date("A column of dates") from None  # the engine's own words would quote the value
        for one in self.reckonings:
            found = connection.sql(f"SELECT DISTINCT key_{one.group.name} FROM {name}_rows").fetchall()
            connection.register(f"{name}_{one.group.name}", one.table(key for (key,) in found))
        if self.of_case:
            connection.execute(f"CREATE OR REPLACE TEMP TABLE {name}_holding AS {self._holding(name)}")
        connection.execute(f"CREATE OR REPLACE TEMP VIEW {name} AS {self._joined(name, given)}")
        return name

    def group_of(self, column: str) -> str | None:
        """The group that a column is reckoned in; None for one that is only laid out.

        Of the view `name`, the table `name_<group>` has the column too, in the row that `<group>__number` numbers.
        """
        return next((one.group.name for one in self.reckonings if column in one.columns), None)

    def forget(self, connection: duckdb.DuckDBPyConnection, name: str) -> None:
        """Drops what lies under the view `name`, which is most of the memory; the groups and the people stay."""
        connection.execute(f"DROP VIEW {name}")
        for table in (f"{name}_rows", *([f"{name}_holding"] if self.of_case else [])):
            connection.execute(f"DROP TABLE {table}")

    def _rows(self, source: Source, people: str) -> str:
        """Each row with its plain columns and the key of every group."""
        columns: dict[str, str] = {}
        for fact in self.plain:
            columns |= plain_columns(fact, source.places.get(fact.name), self.dialect)
        if self.counts_pending:
            status = source.places.get("legal_status")
            columns["under_trial"] = f"CASE WHEN {status.sql} = 'under_trial' THEN 1 ELSE 0 END" if status else "0"
        writer = KeyWriter(source, self.dialect)
        before = "NULL"
        for one in self.reckonings:
            if one.group.name == "charges":
                charges = self._charges(writer, one.group)
                before = charges.latest_act()
                columns |= charges.columns()
            else:
                columns[f"key_{one.group.name}"] = writer.key(one.group)
        laid = "".join(f', {value} AS "{column}"' for column, value in columns.items())
        case_id = "c.case_id" if source.has_cases else "NULL"
        return (
            f"SELECT person, case_number, {case_id} AS case_id{laid} "
            f"FROM (SELECT *, {before} AS latest_act FROM ({self._spread(source, people)}))"
        )

    def _spread(self, source: Source, people: str) -> str:
        if source.has_cases:
            return self.dialect.spread(people, source.person_columns(self.facts))
        return f"SELECT *, NULL AS case_number FROM {people}"

    def _charges(self, writer: KeyWriter, group: Group) -> ChargeKeys:
        return ChargeKeys(writer, group, self.builder.table, [self.builder.items[name] for name in group.items])

    def _holding(self, name: str) -> str:
        """How many cases hold each person, and how many are listed under trial where that is asked."""
        pending = ", CAST(sum(under_trial) AS DOUBLE) AS pending" if self.counts_pending else ""
        return (
            f"SELECT person, CAST(sum(holds) AS INT) AS holding{pending} FROM {name}_rows AS r "
            f"JOIN {name}_custody AS k ON r.key_custody = k.key GROUP BY person"
        )

    def _joined(self, name: str, given: str | None) -> str:
        """Rows with the columns of their groups, and with what depends on the other cases and other packs."""
        columns = {column: f'r."{column}"' for fact in self.plain for column in plain_columns(fact, None, self.dialect)}
        for one in self.reckonings:
            columns |= {column: f'{name}_{one.group.name}."{column}"' for column in one.columns}
            columns[f"{one.group.name}__number"] = f"{name}_{one.group.name}.number"
        columns.setdefault("holds", "0")
        columns.setdefault("custody_from_arrest", "0")
        joins = "".join(
            f" JOIN {name}_{one.group.name} ON r.key_{one.group.name} = {name}_{one.group.name}.key"
            for one in self.reckonings
        )
        if "offence_date__e" in columns:
            columns |= _offence_date(columns["offence_date__e"])
        if self.of_case:
            joins += f" JOIN {name}_holding AS h ON r.person = h.person"
            columns["held_in_other_case"] = _unless_given(
                "held_in_other_case",
                f"CASE WHEN r.case_number IS NOT NULL AND holding > {columns['holds']} THEN 1 ELSE -1 END",
            )
        if self.counts_pending:
            columns["cases_pending__lo"] = (
                f"CASE WHEN r.cases_pending__lo = {-INFINITE} AND pending > 0 THEN pending ELSE r.cases_pending__lo END"
            )
        if given and "national_limit_exceeded" in columns:
            joins += f" LEFT JOIN {given} AS o ON r.person = o.person AND r.case_number = o.case_number"
            columns["national_limit_exceeded"] = _unless_given(
                "national_limit_exceeded", "coalesce(o.national_limit_exceeded, -1)"
            )
        laid = "".join(f', {value} AS "{column}"' for column, value in columns.items())
        return f"SELECT r.person, r.case_number, r.case_id{laid} FROM {name}_rows AS r{joins}"


def _unless_given(fact: str, otherwise: str) -> str:
    return f"CASE WHEN r.{fact} = -1 THEN {otherwise} ELSE r.{fact} END"


def _offence_date(reckoned: str) -> dict[str, str]:
    """The days of the acts themselves, unless some charge that counts has none."""
    unknown = f"{reckoned} = {ALWAYS}"
    return {
        "offence_date__e": f"CASE WHEN {unknown} THEN {ALWAYS} ELSE charges_earliest END",
        "offence_date__l": f"CASE WHEN {unknown} THEN {NEVER} ELSE charges_latest END",
    }
