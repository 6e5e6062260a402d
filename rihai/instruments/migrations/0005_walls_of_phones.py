"""The walls around what comes from phones."""

from __future__ import annotations

from django.db import migrations

from rihai.instruments.walls import walls_of_phones


class Migration(migrations.Migration):
    """A wall for each table that may be about a person, or opens a door."""

    dependencies = [("instruments", "0004_phones_and_paper")]
    operations = walls_of_phones()
