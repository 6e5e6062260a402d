"""A file that somebody gives with an answer: to an action of a committee, to a line of a briefing."""

from __future__ import annotations

from typing import Any

import django.db.models.deletion
from django.db import migrations, models


def _file() -> models.ForeignKey[Any, Any]:
    return models.ForeignKey(
        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kit.storedfile"
    )


class Migration(migrations.Migration):
    """Two columns; the walls of their tables stay as they are."""

    dependencies = [("coordination", "0012_handed_up"), ("kit", "0002_append_only")]

    operations = [
        migrations.AddField(model_name="actionanswer", name="file", field=_file()),
        migrations.AddField(model_name="briefinganswer", name="file", field=_file()),
    ]
