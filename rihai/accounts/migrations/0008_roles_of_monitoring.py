"""Writes the table of roles anew: what monitoring lets whom do."""

from __future__ import annotations

from django.db import migrations

from rihai.accounts import walls


class Migration(migrations.Migration):
    dependencies = [("accounts", "0007_code_period")]
    operations = [walls.RoleTable(digest="978e2d6521008ebf")]
