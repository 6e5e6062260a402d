"""The walls around answers and drafts."""

from __future__ import annotations

from django.db import migrations

from rihai.instruments.walls import walls


class Migration(migrations.Migration):
    """A wall for each table that may be about a person."""

    dependencies = [("instruments", "0001_initial"), ("accounts", "0006_roles_of_casework")]
    operations = walls()
