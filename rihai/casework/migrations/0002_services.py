"""Keeps services, with their walls."""

from __future__ import annotations

from django.db import migrations


class Migration(migrations.Migration):
    """The tables, and one wall a table."""

    dependencies = [("casework", "0001_cases")]
    operations: list[migrations.operations.base.Operation] = []
