"""Writes the table of roles anew: who writes incidents down, and who hears of them."""

from __future__ import annotations

from django.db import migrations

from rihai.accounts import walls


class Migration(migrations.Migration):
    dependencies = [("accounts", "0009_roles_of_series")]
    operations = [walls.RoleTable(digest="8945b4a608c7e4d2")]
