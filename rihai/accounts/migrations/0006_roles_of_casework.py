"""Writes the table of roles anew: what casework and instruments let whom do."""

from __future__ import annotations

from django.db import migrations

from rihai.accounts import walls


class Migration(migrations.Migration):
    dependencies = [("accounts", "0005_former")]
    operations = [walls.RoleTable(digest="6abc58e73acc3ed9")]
