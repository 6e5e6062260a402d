"""Writes the table of roles anew: whose posting shows people finds the lists of them in the menu."""

from __future__ import annotations

from django.db import migrations

from rihai.accounts import walls


class Migration(migrations.Migration):
    dependencies = [("accounts", "0011_roles_of_results")]
    operations = [walls.RoleTable(digest="b4b82e569b8d98c2")]
