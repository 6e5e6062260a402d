"""A departure that never happened is told apart from those that did."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    """The choices of movements alone; no row changes."""

    dependencies = [
        ("people", "0004_intake_walls"),
    ]

    operations = [
        migrations.AlterField(
            model_name="custodyepisode",
            name="ended_by",
            field=models.CharField(
                blank=True,
                choices=[
                    ("admission", "admission"),
                    ("transfer", "transfer"),
                    ("court", "to court and back"),
                    ("away", "away for a time"),
                    ("release", "release"),
                    ("death", "death"),
                    ("escape", "escape"),
                    ("taken_back", "written by mistake, taken back"),
                ],
                max_length=12,
            ),
        ),
        migrations.AlterField(
            model_name="movement",
            name="kind",
            field=models.CharField(
                choices=[
                    ("admission", "admission"),
                    ("transfer", "transfer"),
                    ("court", "to court and back"),
                    ("away", "away for a time"),
                    ("release", "release"),
                    ("death", "death"),
                    ("escape", "escape"),
                    ("taken_back", "written by mistake, taken back"),
                ],
                max_length=12,
            ),
        ),
    ]
