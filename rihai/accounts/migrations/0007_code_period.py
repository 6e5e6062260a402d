"""Keeps the last period of a one-time code that let an account in, for every process of the site to see."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    """One column."""

    dependencies = [("accounts", "0006_roles_of_casework")]
    operations = [
        migrations.AddField(
            model_name="account",
            name="code_period",
            field=models.BigIntegerField(default=0, editable=False),
        ),
    ]
