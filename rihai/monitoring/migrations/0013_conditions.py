"""The table of figures of prisons that are written by hand, and its wall."""

from __future__ import annotations

import django.db.models.deletion
import rihai.kit.ids
from django.db import migrations, models

from rihai.monitoring.walls import walls_of_conditions


class Migration(migrations.Migration):
    """The tables, then their walls."""

    dependencies = [
        ("accounts", "0009_roles_of_series"),
        ("monitoring", "0012_complaints"),
        ("places", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="ConditionPoint",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("series", models.CharField(max_length=20)),
                ("on", models.DateField()),
                ("value", models.DecimalField(decimal_places=2, max_digits=12)),
                ("method", models.CharField(blank=True, max_length=200)),
                ("source", models.CharField(max_length=300)),
                ("by_name", models.CharField(max_length=120)),
                ("at", models.DateTimeField()),
                ("taken_back_at", models.DateTimeField(null=True)),
                ("taken_back_why", models.CharField(blank=True, max_length=300)),
                (
                    "place",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="places.place"),
                ),
            ],
            options={
                "ordering": ("on", "id"),
                "indexes": [models.Index(fields=["place", "series", "on"], name="monitoring_condition_of")],
            },
        ),
        *walls_of_conditions(),
    ]
