"""Writes the table of roles anew: whoever supervises takes over what somebody left behind."""

from __future__ import annotations

from django.db import migrations

from rihai.accounts import walls


class Migration(migrations.Migration):
    dependencies = [("accounts", "0012_roles_with_lists")]
    operations = [walls.RoleTable(digest="01d60190e59a4cdd")]
