"""A new office on SQLite gets all its tables in one transaction, and nothing is left to migrate."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

pytestmark = pytest.mark.skipif(
    connection.vendor != "sqlite", reason="walls stand on PostgreSQL, migration by migration"
)


class Cut(Exception):
    """The power goes."""


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, django_db_blocker: Any) -> Iterator[Any]:
    """A database without a table."""
    spare = {**connections.databases["default"], "NAME": str(tmp_path / "office.sqlite3")}
    monkeypatch.setitem(connections.databases, "spare", spare)
    with django_db_blocker.unblock():
        yield connections["spare"]
        connections["spare"].close()
    del connections["spare"]


@pytest.mark.django_db
def test_tables_are_laid_out_whole_or_not_at_all(office: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    recorded: list[str] = []

    def recording(_recorder: MigrationRecorder, app: str, name: str) -> None:
        recorded.append(f"{app}.{name}")
        if len(recorded) > 50:
            raise Cut

    with monkeypatch.context() as cut:
        cut.setattr(MigrationRecorder, "record_applied", recording)
        with pytest.raises(Cut):
            call_command("migrate", database="spare", verbosity=0)
    assert office.introspection.table_names() == []

    call_command("migrate", database="spare", verbosity=0)

    executor = MigrationExecutor(office)
    assert executor.migration_plan(executor.loader.graph.leaf_nodes()) == []
    assert set(office.introspection.table_names()) == set(connection.introspection.table_names())
