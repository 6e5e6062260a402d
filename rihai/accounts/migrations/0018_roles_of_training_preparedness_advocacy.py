"""Writes the table of roles anew: who trains, prepares and speaks for reform."""

from __future__ import annotations

from django.db import migrations

from rihai.accounts import walls


class Migration(migrations.Migration):
    dependencies = [("accounts", "0017_roles_of_briefings")]
    operations = [walls.RoleTable(digest="b525a0b1ea7fe7b5")]
