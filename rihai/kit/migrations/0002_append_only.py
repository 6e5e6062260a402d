"""On PostgreSQL the application may add to the trail and read it, and nothing else."""

from __future__ import annotations

from django.db import migrations

from rihai.kit.wall import Statements

_IF_THERE = "DO $$ BEGIN IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'rihai_app') THEN {} END IF; END $$"
_TABLES = ("kit_event", "kit_opening")


class Migration(migrations.Migration):
    dependencies = [("kit", "0001_initial")]
    operations = [
        Statements(
            _IF_THERE.format(f"REVOKE UPDATE, DELETE, TRUNCATE ON {table} FROM rihai_app;"),
            _IF_THERE.format(f"GRANT UPDATE, DELETE ON {table} TO rihai_app;"),
        )
        for table in _TABLES
    ]
