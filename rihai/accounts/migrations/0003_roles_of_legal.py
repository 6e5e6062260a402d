"""Writes the table of roles anew: what legal work lets whom do."""

from __future__ import annotations

from django.db import migrations

from rihai.accounts import walls


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_walls")]
    operations = [walls.RoleTable(digest="7a4c509a1ad9170d")]
