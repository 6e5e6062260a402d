"""Who locked or restated a period since it was last signed; and a code of a project once, in whatever case."""

from __future__ import annotations

from typing import Any

from django.db import migrations, models
from django.db.models.functions import Lower


def name_lockers(apps: Any, _schema: Any) -> None:
    """A period that waits for a signature was locked by somebody, who does not sign it."""
    for one in apps.get_model("results", "LockedPeriod").objects.filter(signed_at=None):
        one.hands = [str(one.locked_by_id)]
        one.save(update_fields=["hands"])


class Migration(migrations.Migration):
    """One column, and one constraint; the walls of their tables stay as they are."""

    dependencies = [("results", "0004_long_lists")]

    operations = [
        migrations.AddField("lockedperiod", "hands", models.JSONField(default=list)),
        migrations.AddConstraint("project", models.UniqueConstraint(Lower("code"), name="results_project_code_once")),
        migrations.RunPython(name_lockers, migrations.RunPython.noop),
    ]
