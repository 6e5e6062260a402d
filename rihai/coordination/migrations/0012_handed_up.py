"""What other rooms found hard, until whoever keeps the register of challenges settles it; and its wall."""

from __future__ import annotations

import django.db.models.deletion
import rihai.kit.ids
from django.db import migrations, models

from rihai.coordination.scope import wall


class Migration(migrations.Migration):
    """One table, written by the house when something is handed up."""

    dependencies = [
        ("coordination", "0011_beyond_the_agenda"),
        ("places", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Proposal",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("title", models.CharField(max_length=200)),
                ("problem", models.CharField(max_length=2000)),
                ("says_who", models.CharField(max_length=200)),
                ("url", models.CharField(blank=True, max_length=300)),
                ("by_name", models.CharField(max_length=120)),
                ("at", models.DateTimeField()),
                ("settled_at", models.DateTimeField(null=True)),
                ("settled_by_name", models.CharField(blank=True, max_length=120)),
                ("left_because", models.CharField(blank=True, max_length=300)),
                (
                    "challenge",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="coordination.challenge",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.place"
                    ),
                ),
            ],
            options={"ordering": ("at", "id")},
        ),
        wall("proposal"),
    ]
