"""Builds the walls of screening."""

from __future__ import annotations

from django.db import migrations

from rihai.screening.walls import walls


class Migration(migrations.Migration):
    """One wall a table."""

    dependencies = [("screening", "0001_initial"), ("people", "0002_walls"), ("accounts", "0002_walls")]
    operations = walls()
