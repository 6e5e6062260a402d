"""Links by which a researcher fetches an extract, the numbers of copies, and their wall."""

from __future__ import annotations

import django.db.models.deletion
import rihai.kit.ids
from django.db import migrations, models

from rihai.advocacy.figures.walls import wall_of_links


class Migration(migrations.Migration):
    """A table, three columns, a wall."""

    dependencies = [
        ("advocacy", "0012_visits_of_figures"),
    ]

    operations = [
        migrations.AddField(
            model_name="researchdownload",
            name="digest",
            field=models.CharField(blank=True, max_length=64),
        ),
        migrations.AddField(
            model_name="researchdownload",
            name="number",
            field=models.PositiveIntegerField(null=True),
        ),
        migrations.CreateModel(
            name="ResearchLink",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("pin", models.CharField(max_length=200)),
                ("made_by_name", models.CharField(max_length=120)),
                ("made_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                ("closed_at", models.DateTimeField(null=True)),
                ("closed_because", models.CharField(blank=True, max_length=20)),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("looks", models.PositiveIntegerField(default=0)),
                ("last_look_at", models.DateTimeField(null=True)),
                ("receiver", models.CharField(max_length=160)),
                ("most", models.PositiveSmallIntegerField(default=1)),
                (
                    "extract",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="links", to="advocacy.researchextract"
                    ),
                ),
            ],
            options={
                "ordering": ("-made_at", "-id"),
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="researchdownload",
            name="link",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="downloads",
                to="advocacy.researchlink",
            ),
        ),
        migrations.AddConstraint(
            model_name="researchdownload",
            constraint=models.UniqueConstraint(fields=("extract", "number"), name="advocacy_copy_number"),
        ),
        wall_of_links(),
    ]
