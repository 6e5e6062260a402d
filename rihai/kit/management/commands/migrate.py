"""`rihai migrate`: Django's own, as the role that owns the tables when DATABASE_OWNER_URL names one.

A new office on SQLite gets its tables as the models say, in one transaction, and every migration counts as done: to go
through them one by one takes half a minute, and what they do beside the models, the walls, stands on PostgreSQL alone.
"""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.core.management.commands.migrate import Command as Migrate
from django.db import connections, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

from rihai.kit.owning import as_owner


class Command(Migrate):
    """Makes and changes the tables; everything else is done as a role that owns nothing."""

    def handle(self, *args: Any, **options: Any) -> None:
        with as_owner(is_needed=False):
            connection = connections[options["database"]]
            asked = ("app_label", "plan", "check_unapplied", "fake", "fake_initial", "prune")
            if connection.vendor == "sqlite" and not any(options.get(one) for one in asked):
                self._lay_out(connection, verbosity=options["verbosity"])
            super().handle(*args, **options)

    def _lay_out(self, connection: Any, *, verbosity: int) -> None:
        """All tables at once where there is none."""
        if connection.introspection.table_names():
            return
        self.verbosity = verbosity - 1
        nodes = MigrationExecutor(connection).loader.graph.nodes
        with connection.constraint_checks_disabled(), transaction.atomic(connection.alias):
            self.sync_apps(connection, {one.label for one in apps.get_app_configs()})
            recorder = MigrationRecorder(connection)
            recorder.ensure_schema()
            for app, name in nodes:
                recorder.record_applied(app, name)
