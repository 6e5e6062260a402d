"""Writes the table of roles anew: who keeps line lists of diseases, and who writes down complaints."""

from __future__ import annotations

from django.db import migrations

from rihai.accounts import walls


class Migration(migrations.Migration):
    dependencies = [("accounts", "0008_roles_of_monitoring")]
    operations = [walls.RoleTable(digest="7867f31cb149b7e8")]
