"""Writes the table of roles anew: who reads, keeps and signs off the figures of projects."""

from __future__ import annotations

from django.db import migrations

from rihai.accounts import walls


class Migration(migrations.Migration):
    dependencies = [("accounts", "0010_roles_of_incidents")]
    operations = [walls.RoleTable(digest="731449ebe963c45b")]
