"""`rihai migrate`: Django's own, as the role that owns the tables when DATABASE_OWNER_URL names one.

A new office gets its tables as the models say, in one transaction, and every migration counts as done: to go through
them one by one takes most of a minute. What they do beside the models, the walls of PostgreSQL, is done in their order.
"""

from __future__ import annotations

from typing import Any

from django.apps import apps
from django.core.management.commands.migrate import Command as Migrate
from django.db import connections, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

from rihai.kit.owning import as_owner
from rihai.kit.wall import Statements


class Command(Migrate):
    """Makes and changes the tables; everything else is done as a role that owns nothing."""

    def handle(self, *args: Any, **options: Any) -> None:
        with as_owner(is_needed=False):
            connection = connections[options["database"]]
            asked = ("app_label", "plan", "check_unapplied", "fake", "fake_initial", "prune")
            if not any(options.get(one) for one in asked):
                self._lay_out(connection, verbosity=options["verbosity"])
            super().handle(*args, **options)

    def _lay_out(self, connection: Any, *, verbosity: int) -> None:
        """All tables at once where there is none."""
        if connection.introspection.table_names():
            return
        self.verbosity = verbosity - 1
        executor = MigrationExecutor(connection)
        plan = executor.migration_plan(executor.loader.graph.leaf_nodes(), clean_start=True)
        with connection.constraint_checks_disabled(), transaction.atomic(connection.alias):
            self.sync_apps(connection, {one.label for one in apps.get_app_configs()})
            with connection.schema_editor() as editor:
                for migration, _backwards in plan:
                    for step in migration.operations:
                        if isinstance(step, Statements):
                            step.run(editor)
            recorder = MigrationRecorder(connection)
            recorder.ensure_schema()
            for migration, _backwards in plan:
                recorder.record_applied(migration.app_label, migration.name)
