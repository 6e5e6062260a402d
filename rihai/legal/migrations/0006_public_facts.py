"""Public facts of a case also say its number, its stage and its next date."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("legal", "0005_petition_matter")]
    operations = [
        migrations.AddField("publicfacts", "next_on", models.DateField(blank=True, null=True)),
        migrations.AddField(
            "publicfacts", "number", models.CharField(blank=True, default="", max_length=60), preserve_default=False
        ),
        migrations.AddField(
            "publicfacts", "stage", models.CharField(blank=True, default="", max_length=160), preserve_default=False
        ),
    ]
