"""PostgreSQL's second wall, as steps of migrations: row-level security that repeats need-to-know. Nothing elsewhere.

    Wall("people_note", sees=sees("people_note", "health"))

`sees` is SQL that holds for rows the asker may read, `writes` for rows they may insert, change or delete (the same when
left out). The tables belong to a role that the walls do not bind (no FORCE): it runs the migrations. The application
signs in as another, which owns nothing. Write conditions as sets fetched once a query, `= ANY ((SELECT f())::uuid[])`:
a function called for each row is a hundred times slower.

The walls guard against a forgotten filter. They do not bind foreign keys, unique constraints or views, which look
through them, nor somebody who can run SQL of his own.
"""

from __future__ import annotations

from typing import Any

from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState

POLICIES = ("rihai_sees", "rihai_adds", "rihai_changes", "rihai_deletes")


class Statements(Operation):
    """SQL for PostgreSQL alone, and what undoes it."""

    reversible = True
    reduces_to_sql = True

    def __init__(self, sql: str, backwards: str) -> None:
        self.sql = sql
        self.undo = backwards

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        return type(self).__name__, [], {"sql": self.sql, "backwards": self.undo}

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """The models are as before."""

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        self.run(schema_editor)

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        self._run(schema_editor, self.undo)

    def run(self, schema_editor: BaseDatabaseSchemaEditor) -> None:
        """Do it, whatever the models were when it was written."""
        self._run(schema_editor, self.sql)

    def describe(self) -> str:
        return "Runs SQL on PostgreSQL"

    @staticmethod
    def _run(schema_editor: BaseDatabaseSchemaEditor, sql: str) -> None:
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(sql, params=None)


class Wall(Statements):
    """Row-level security for one table."""

    def __init__(self, table: str, *, sees: str, writes: str | None = None, adds: str | None = None) -> None:
        self.table = table
        self.sees = sees
        self.writes = writes
        self.adds = adds
        changes = writes or sees
        conditions = (
            f"FOR SELECT USING ({sees})",
            f"FOR INSERT WITH CHECK ({adds or changes})",
            f"FOR UPDATE USING ({changes}) WITH CHECK ({changes})",
            f"FOR DELETE USING ({changes})",
        )
        built = [f"CREATE POLICY {name} ON {table} {says}" for name, says in zip(POLICIES, conditions, strict=True)]
        taken = [f"DROP POLICY {name} ON {table}" for name in POLICIES]
        super().__init__(
            "; ".join([f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY", *built]),
            "; ".join([*taken, f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY"]),
        )

    def deconstruct(self) -> tuple[str, list[Any], dict[str, Any]]:
        given = {"table": self.table, "sees": self.sees, "writes": self.writes, "adds": self.adds}
        return type(self).__name__, [], given

    def describe(self) -> str:
        return f"Builds the wall of {self.table}"
