"""Finds the oldest answer without going through everybody."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    """One index."""

    dependencies = [("screening", "0003_trying")]
    operations = [
        migrations.AddIndex(
            model_name="screened", index=models.Index(fields=["screened_at"], name="screening_screened_oldest")
        ),
    ]
