"""Nobody has to write a sentence before an emergency is opened."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    """The sentence may be empty."""

    dependencies = [
        ("preparedness", "0011_what_leaves"),
    ]

    operations = [
        migrations.AlterField(
            model_name="emergency",
            name="says",
            field=models.CharField(blank=True, max_length=600),
        ),
    ]
