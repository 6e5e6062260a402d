"""The walls of the test room, built as a later room builds its own."""

from __future__ import annotations

from django.db import migrations

from rihai.accounts.walls import sees
from rihai.kit.wall import Wall


class Migration(migrations.Migration):
    dependencies = [("test_people", "0001_initial"), ("accounts", "0002_walls")]
    operations = [
        Wall("test_people_person", sees=sees("test_people_person", "personal", column="id")),
        Wall("test_people_healthnote", sees=sees("test_people_healthnote", "health")),
        Wall("test_people_sealednote", sees=sees("test_people_sealednote", "sealed")),
    ]
