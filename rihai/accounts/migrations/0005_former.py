"""Finds those who were held at a place, who are few, without going through those who are."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    """One index."""

    dependencies = [("accounts", "0004_keys")]
    operations = [
        migrations.AddIndex(
            model_name="presence",
            index=models.Index(
                condition=models.Q(("seen_until__isnull", False)),
                fields=["place", "person_id", "seen_until"],
                name="accounts_presence_former",
            ),
        ),
    ]
