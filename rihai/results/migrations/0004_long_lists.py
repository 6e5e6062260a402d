"""A long list is read by a worker: the state in which it waits for that, and which work it is."""

from __future__ import annotations

from django.db import migrations, models

STATES = [("reading", "being read"), ("to_review", "to look at"), ("taken_in", "counted"), ("undone", "undone")]


class Migration(migrations.Migration):
    """One column, and one more choice."""

    dependencies = [("results", "0003_reach")]

    operations = [
        migrations.AddField("servedfile", "job_id", models.UUIDField(null=True)),
        migrations.AlterField(
            "servedfile", "state", models.CharField(choices=STATES, default="to_review", max_length=9)
        ),
    ]
