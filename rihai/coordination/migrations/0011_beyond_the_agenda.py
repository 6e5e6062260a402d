"""Of each list an agenda is filled from, how many more it held than stand on the agenda."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    """One column; meetings that were filled before it say nothing of it."""

    dependencies = [
        ("coordination", "0010_plans"),
    ]

    operations = [
        migrations.AddField(model_name="meeting", name="beyond", field=models.JSONField(default=dict)),
    ]
