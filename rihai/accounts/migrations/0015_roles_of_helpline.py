"""Writes the table of roles anew: who answers the line, who hears where a clock ran out, who asks people's word."""

from __future__ import annotations

from django.db import migrations

from rihai.accounts import walls


class Migration(migrations.Migration):
    dependencies = [("accounts", "0014_roles_of_coordination")]
    operations = [walls.RoleTable(digest="defd8a49be648b00")]
