"""Incidents can be erased, by two people; the log of custody of one that is erased is emptied by the house."""

from __future__ import annotations

import django.db.models.deletion
import rihai.kit.ids
from django.conf import settings
from django.db import migrations, models

from rihai.monitoring.incidents.walls import walls_of_erasing


class Migration(migrations.Migration):
    """The decision, what may be empty, and the walls."""

    dependencies = [
        ("kit", "0002_append_only"),
        ("monitoring", "0014_incidents_kept"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name="evidenceitem",
            name="stored",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kit.storedfile"
            ),
        ),
        migrations.AlterField(
            model_name="incident",
            name="state",
            field=models.CharField(
                choices=[
                    ("draft", "draft"),
                    ("review", "in review"),
                    ("open", "open"),
                    ("closed", "closed"),
                    ("duplicate", "written down twice"),
                    ("erased", "erased"),
                ],
                default="draft",
                max_length=10,
            ),
        ),
        migrations.CreateModel(
            name="Erasure",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "why",
                    models.CharField(
                        choices=[
                            ("time", "it was kept its time, and is not needed any more"),
                            ("wish", "whom it happened to took back that it is written down"),
                            ("twice", "it was written down twice, and the other stays"),
                        ],
                        max_length=5,
                    ),
                ),
                ("asked_at", models.DateTimeField()),
                ("agreed_at", models.DateTimeField(null=True)),
                (
                    "agreed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "incident",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="erasure", to="monitoring.incident"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("agreed_by", None),
                            models.Q(("agreed_by", models.F("asked_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="monitoring_erased_by_two",
                    )
                ],
            },
        ),
        *walls_of_erasing(),
    ]
