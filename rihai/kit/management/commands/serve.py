"""`rihai serve`: the site, the worker and the tick, until it is told to end."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import connection, connections
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from rihai.kit.checks import ensure_walled
from rihai.kit.serving.keeper import Keeper, Part
from rihai.kit.serving.parts import PARTS, end_with_parent, site


class Command(BaseCommand):
    """Runs an office; an encrypted one has had its passphrase asked before this begins."""

    help = "run the office: the site with its worker and its clock; Ctrl-C ends all"
    requires_system_checks = ()  # asked once below, and not again in each part

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--bind", default="127.0.0.1", metavar="ADDRESS", help="0.0.0.0 behind a proxy or in a LAN")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--workers", type=int, default=2, help="processes of the site, of four threads each")
        parser.add_argument(
            "--only",
            action="append",
            choices=("site", "worker", "tick"),
            help="run only this part here (repeat for more): several servers over one PostgreSQL need one tick in all",
        )
        parser.add_argument("--as-part", action="store_true", help="used by serve itself")

    def handle(self, *args: Any, **options: Any) -> None:
        bind = f"{options['bind']}:{options['port']}"
        if options["as_part"]:
            end_with_parent()
            part = options["only"][0]
            PARTS[part](timezone.now()) if part in PARTS else site(bind, options["workers"])
            return
        if not options.get("skip_checks"):  # as when the demonstration calls this
            self.check()
        ensure_walled()
        self._ensure_migrated()
        chosen = options["only"] or ["site", *PARTS]
        if "site" in chosen:
            call_command("collectstatic", interactive=False, verbosity=0)
        connections.close_all()
        shared = ["--as-part", "--bind", options["bind"], "--port", str(options["port"])]
        shared += ["--workers", str(options["workers"])]
        parts = [Part(name, ["serve", "--only", name, *shared]) for name in chosen]
        self.stderr.write(f"Rihai runs ({', '.join(chosen)}) for {settings.SITE}. Ctrl-C ends it.")
        if code := Keeper(parts, settings.KEYRING, self.stderr.write).run():
            raise SystemExit(code)

    def _ensure_migrated(self) -> None:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            raise CommandError(
                "The database is older than this version of Rihai. Write a backup (rihai backup FILE), then run: "
                "rihai migrate"
            )
