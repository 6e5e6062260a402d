"""Builds the walls of censuses."""

from __future__ import annotations

from django.db import migrations

from rihai.people.intake.walls import of_censuses, of_changes, of_layouts, of_part, of_rows


class Migration(migrations.Migration):
    """One wall a table."""

    dependencies = [("people", "0003_intake"), ("accounts", "0002_walls")]
    operations = [
        of_censuses(),
        of_part("people_censusfile"),
        of_part("people_rowproblem"),
        of_rows(),
        of_changes(),
        of_layouts(),
    ]
