"""Writes the table of roles anew: who writes down what a person wishes to be told of her."""

from __future__ import annotations

from django.db import migrations

from rihai.accounts import walls


class Migration(migrations.Migration):
    dependencies = [("accounts", "0018_roles_of_training_preparedness_advocacy")]
    operations = [walls.RoleTable(digest="e7d8073e4c42d956")]
