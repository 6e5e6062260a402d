"""`rihai demo`: the site with the fictional world, on this computer alone."""

from __future__ import annotations

import shutil
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand
from django.db import connection
from django.utils import timezone

from rihai.accounts.roles import ROLES
from rihai.demo.advocacy_figures import play_figures
from rihai.demo.advocacy_voice import play_voice
from rihai.demo.casework import play_casework
from rihai.demo.cast import CAST, PASSWORD
from rihai.demo.censuses import take_in_lists
from rihai.demo.coordination_committees import play_committees
from rihai.demo.coordination_plans import play_plans
from rihai.demo.field import play_field
from rihai.demo.founding import found
from rihai.demo.helpline_care import play_care
from rihai.demo.helpline_line import play_line
from rihai.demo.legal import play_legal
from rihai.demo.monitoring import play_monitoring
from rihai.demo.monitoring_incidents import play_incidents
from rihai.demo.monitoring_series import play_series
from rihai.demo.preparedness_emergencies import play_emergencies
from rihai.demo.preparedness_procedures import play_procedures
from rihai.demo.results import play_results
from rihai.demo.training_courses import play_courses
from rihai.demo.training_learning import play_learning


class Command(BaseCommand):
    """Makes what is missing, says who can sign in, and serves until Ctrl-C."""

    help = "The site with a fictional world, on this computer, to try everything. Nothing in it is real."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where it listens, whether it begins anew, and whether it only makes the world."""
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--fresh", action="store_true", help="throw the former demonstration away first")
        parser.add_argument("--no-serve", action="store_true", help="make the world and stop")

    def handle(self, *, port: int, fresh: bool, no_serve: bool, **_options: Any) -> None:
        """Run it."""
        home = Path(settings.HOME)
        if fresh:
            connection.close()
            _throw_away(home)
        self.stdout.write(f"== Making the fictional world in {home.name}/ (SQLite; nothing in it is real)")
        call_command("migrate", verbosity=0)
        found(at=timezone.now())
        self.stdout.write("== Taking in the lists of three invented prisons, and asking what the law says")
        self.stdout.flush()
        take_in_lists(on=timezone.localdate(), clock=timezone.now)
        play_legal(at=timezone.now())
        play_casework(at=timezone.now())
        play_field(at=timezone.now())
        play_monitoring(at=timezone.now())
        play_incidents(at=timezone.now())
        play_line(at=timezone.now())
        play_care(at=timezone.now())
        play_results(at=timezone.now())
        play_series(at=timezone.now())
        play_committees(at=timezone.now())
        play_plans(at=timezone.now())
        play_courses(at=timezone.now())
        play_learning(at=timezone.now())
        play_procedures(at=timezone.now())
        play_figures(at=timezone.now())
        play_voice(at=timezone.now())
        play_emergencies(at=timezone.now())
        self._say_who()
        if no_serve:
            return
        self.stdout.write(f"\n== Rihai on http://127.0.0.1:{port} – Ctrl-C ends it\n")
        self.stdout.flush()
        call_command("serve", port=port)

    def _say_who(self) -> None:
        """One account a role, and the password they share."""
        self.stdout.write(f"\nSign in as any of these; the password of all is {PASSWORD}\n")
        for member in CAST:
            roles = ", ".join(str(ROLES[role].title) for role in member.roles)
            self.stdout.write(f"  {member.email:32} {member.name:18} {roles}")


def _throw_away(home: Path) -> None:
    """The database, the stored files and the collected static files; the keys stay, they open nothing any more."""
    for path in home.glob("rihai.sqlite3*"):
        path.unlink()
    for folder in ("files", "static"):
        shutil.rmtree(home / folder, ignore_errors=True)
