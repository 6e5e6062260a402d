"""The filter of need-to-know as one expression: what does not turn on the row is written once for a whole page.

A page asks some eighty questions of people, and each of them carries this filter. Built out of Django's parts, it was a
fifth of the page's time; here its text is written once for an actor, a class and a moment, and only the name of the
column is put in.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.core.exceptions import EmptyResultSet
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import BooleanField, Expression, F, QuerySet
from django.db.models.sql.compiler import SQLCompiler

from rihai.accounts.models import Grant, Presence

_SEEN = "rihai_seen"
"""What the table of presences is called within the filter: a question that reads that table itself is no match."""


class Part(NamedTuple):
    """One half of the filter, and its values."""

    sql: str
    values: tuple[Any, ...]


class Asked:
    """Where an actor sees people held, and whom they are granted; written for a database at the first question."""

    def __init__(self, held: QuerySet[Presence], granted: QuerySet[Grant]) -> None:
        self._held = held
        self._granted = granted
        self._written: dict[str, tuple[Part | None, Part | None]] = {}

    def written(self, connection: BaseDatabaseWrapper) -> tuple[Part | None, Part | None]:
        """Both halves; None where that half sees nobody."""
        if connection.alias not in self._written:
            self._written[connection.alias] = self._where(connection), self._who(connection)
        return self._written[connection.alias]

    def _where(self, connection: BaseDatabaseWrapper) -> Part | None:
        query = self._held.query.clone()
        query.change_aliases({Presence._meta.db_table: _SEEN})
        try:
            sql, values = query.get_compiler(connection=connection).compile(query.where)
        except EmptyResultSet:
            return None
        return Part(sql, tuple(values))

    def _who(self, connection: BaseDatabaseWrapper) -> Part | None:
        try:
            sql, values = self._granted.values("person_id").query.get_compiler(connection=connection).as_sql()
        except EmptyResultSet:
            return None
        return Part(sql, tuple(values))


class Seen(Expression):
    """Whether the person whom a column names is seen: held where the actor sees people, or granted.

    The presence is looked up row by row through its index, and never begun by reading the whole table, which OFFSET 0
    says to PostgreSQL (see `walls.sees`). Nobody is seen where the column is empty.
    """

    output_field = BooleanField()

    def __init__(self, column: str, asked: Asked) -> None:
        super().__init__()
        self._column: Any = F(column)
        self._asked = asked

    def get_source_expressions(self) -> list[Any]:
        """The column."""
        return [self._column]

    def set_source_expressions(self, exprs: Sequence[Any]) -> None:
        """The column as another question names it."""
        [self._column] = exprs

    def as_sql(self, compiler: SQLCompiler, connection: BaseDatabaseWrapper) -> tuple[str, tuple[Any, ...]]:
        """The text of the filter with the column put in; raises EmptyResultSet where nobody is seen at all."""
        column, named = compiler.compile(self._column)
        where, who = self._asked.written(connection)
        halves: list[str] = []
        values: list[Any] = []
        if where:
            # Only names and the texts of compiled questions stand in it; every value is a parameter.
            held = f"SELECT 1 FROM {Presence._meta.db_table} {_SEEN} WHERE {where.sql}"  # noqa: S608
            halves.append(f"EXISTS({held} AND {_SEEN}.person_id = {column} LIMIT 1 OFFSET 0)")
            values += [*where.values, *named]
        if who:
            halves.append(f"({column} IS NOT NULL AND {column} IN ({who.sql}))")
            values += [*named, *named, *who.values]
        if not halves:
            raise EmptyResultSet
        return f"({' OR '.join(halves)})", tuple(values)
