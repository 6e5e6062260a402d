"""Writes the table of roles anew: who keeps the pages for families, who hears concerns about our own, who counts."""

from __future__ import annotations

from django.db import migrations

from rihai.accounts import walls


class Migration(migrations.Migration):
    dependencies = [("accounts", "0015_roles_of_helpline")]
    operations = [walls.RoleTable(digest="26563a137cedf38b")]
