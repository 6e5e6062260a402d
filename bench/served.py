"""Figures over a million sessions of a project's lists: every indicator, and everybody behind one, on both databases.

python -m bench served
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.measure import Measurement, from_json, measure

ROWS, QUICK = 1_000_000, 20_000
INSIDE = "BENCH_SERVED"
SERVICES = ("legal_counselling", "legal_aid", "stress_management", "life_skills")


def run(quick: bool) -> list[Measurement]:
    """The same on SQLite and on PostgreSQL, each in an office of its own in the temporary folder."""
    rows = QUICK if quick else ROWS
    return [*_within([], "SQLite", rows), *_within([sys.executable, "-m", "tests.postgres"], "PostgreSQL", rows)]


def _within(before: list[str], database: str, rows: int) -> list[Measurement]:
    with tempfile.TemporaryDirectory() as name:
        into = Path(name) / "measured.json"
        said = {INSIDE: f"{database}|{rows}|{into}", "DJANGO_SETTINGS_MODULE": "tests.settings"}
        subprocess.run([*before, sys.executable, "-m", "bench.served"], check=True, env={**os.environ, **said})
        return [from_json(one) for one in json.loads(into.read_text(encoding="utf-8"))]


def _measured(database: str, rows: int) -> list[Measurement]:
    from datetime import date

    from rihai.accounts.operations.house import as_house
    from rihai.results.counting import Span, detail_of, figures_of
    from rihai.results.models import Project

    with as_house():
        project = Project.objects.get()
        span, year = Span(date(2024, 1, 1), date(2027, 1, 1)), Span(date(2025, 1, 1), date(2026, 1, 1))
        whole = project.indicators.all()[0]
        size = f"{rows:,} sessions"
        return [
            measure(f"{database}: every indicator of a project, all days", size, lambda: figures_of(project, span)),
            measure(f"{database}: the same, one year", size, lambda: figures_of(project, year)),
            measure(f"{database}: everybody behind one, by district", size, lambda: detail_of(whole, span)),
        ]


def _fill(rows: int) -> None:
    """Two sessions in three are of somebody who was there before; districts, services and days by turns."""
    from datetime import UTC, date, datetime, timedelta

    from rihai.accounts.operations.house import as_house
    from rihai.kit.files.models import StoredFile
    from rihai.results.models import Indicator, Project, ServedFile, ServiceRow

    at = datetime(2026, 11, 25, 7, tzinfo=UTC)
    with as_house():
        project = Project.objects.create(code="BENCH", name="Bench", started_on=date(2024, 1, 1), made_at=at)
        for number, service in enumerate(("", *SERVICES)):
            Indicator.objects.create(
                project=project, code=f"i{number}", title=service, basis="rows", unit="people", service=service,
                order=number,
            )  # fmt: skip
        stored = StoredFile.objects.create(
            name="a.csv", size=1, digest="0" * 64, kept_at=at, stored_as="a", data_class="personal"
        )
        file = ServedFile.objects.create(project=project, name="a.csv", stored=stored, digest="0" * 64, given_at=at)
        for start in range(0, rows, 5_000):
            ServiceRow.objects.bulk_create(
                ServiceRow(
                    project=project, file=file, row=number, verdict="accepted", is_counted=True,
                    code=f"B-{number * 7919 % (rows // 3):07d}", who=f"B-{number * 7919 % (rows // 3):07d}",
                    service=SERVICES[number * 31 % 7 % 4], district=f"District {number * 13 % 41}", place="Prison",
                    on=date(2024, 1, 1) + timedelta(days=number * 17 % 1_000),
                )
                for number in range(start, min(start + 5_000, rows))
            )  # fmt: skip


def main() -> None:
    """The process that measures on one database."""
    import django

    django.setup()
    from django.db import connection
    from django.test.utils import setup_test_environment

    setup_test_environment()
    connection.creation.create_test_db(verbosity=0)
    database, rows, into = os.environ[INSIDE].split("|")
    _fill(int(rows))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    found = _measured(database, int(rows))
    Path(into).write_text(json.dumps([one.as_json() for one in found]), encoding="utf-8")


if __name__ == "__main__":
    main()
