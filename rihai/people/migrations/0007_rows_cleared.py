"""When the staged rows of a finished census were taken away."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    """One column."""

    dependencies = [
        ("people", "0006_calendar"),
    ]

    operations = [
        migrations.AddField(
            model_name="census",
            name="rows_cleared_at",
            field=models.DateTimeField(null=True),
        ),
    ]
