"""Writes the table of roles anew: who keeps, reads and plans in coordination, and who answers as a member of a body."""

from __future__ import annotations

from django.db import migrations

from rihai.accounts import walls


class Migration(migrations.Migration):
    dependencies = [("accounts", "0013_roles_of_what_is_left")]
    operations = [walls.RoleTable(digest="67cbe55b05df092d")]
