"""Writes the table of roles anew: who signs a briefing off."""

from __future__ import annotations

from django.db import migrations

from rihai.accounts import walls


class Migration(migrations.Migration):
    dependencies = [("accounts", "0016_roles_of_urgent_help")]
    operations = [walls.RoleTable(digest="7551e3afabbcdbfb")]
