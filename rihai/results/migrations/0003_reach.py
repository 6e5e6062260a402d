"""A figure may be of people reached as somebody stated, which is never added to people."""

from __future__ import annotations

from django.db import migrations, models

UNITS = [
    ("people", "people, each once"),
    ("acts", "sessions, cases or acts"),
    ("days", "days"),
    ("things", "things or places"),
    ("reach", "people reached as somebody stated, not each once"),
]


class Migration(migrations.Migration):
    dependencies = [("results", "0002_locked_baseline")]
    operations = [migrations.AlterField("indicator", "unit", models.CharField(choices=UNITS, max_length=8))]
