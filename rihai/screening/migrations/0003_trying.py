"""Makes the tables of trying law, and the wall around what a trial found of people."""

from __future__ import annotations

import django.db.models.deletion
import rihai.kit.ids
from django.db import migrations, models

from rihai.screening.walls import by_class


class Migration(migrations.Migration):
    """Versions kept whole, which is in force, comparisons and what changes."""

    dependencies = [
        ("people", "0006_calendar"),
        ("places", "0001_initial"),
        ("screening", "0002_walls"),
    ]

    operations = [
        migrations.CreateModel(
            name="KeptPack",
            fields=[
                ("digest", models.CharField(max_length=32, primary_key=True, serialize=False)),
                ("pack", models.CharField(max_length=40)),
                ("version", models.CharField(max_length=40)),
                ("files", models.JSONField()),
                ("kept_at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="LawTrial",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("folder", models.CharField(max_length=80)),
                ("against", models.CharField(max_length=40)),
                ("against_digest", models.CharField(max_length=32)),
                ("asked_by", models.UUIDField()),
                ("asked_by_name", models.CharField(max_length=120)),
                ("asked_at", models.DateTimeField()),
                ("on", models.DateField()),
                ("job_id", models.UUIDField(null=True)),
                ("ended_at", models.DateTimeField(null=True)),
                ("people", models.PositiveIntegerField(default=0)),
                ("words", models.JSONField(default=dict)),
                ("failing", models.JSONField(default=list)),
                (
                    "kept",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="screening.keptpack"
                    ),
                ),
            ],
            options={
                "ordering": ("-asked_at", "-id"),
            },
        ),
        migrations.CreateModel(
            name="LivePack",
            fields=[
                ("pack", models.CharField(max_length=40, primary_key=True, serialize=False)),
                ("since_at", models.DateTimeField()),
                ("by_name", models.CharField(max_length=120)),
                ("reason", models.CharField(max_length=500)),
                (
                    "kept",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="screening.keptpack"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="LawChange",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "data_class",
                    models.CharField(
                        choices=[
                            ("ordinary", "ordinary"),
                            ("personal", "personal"),
                            ("health", "health"),
                            ("legal", "legal"),
                            ("sealed", "sealed"),
                        ],
                        max_length=10,
                    ),
                ),
                ("and_legal", models.BooleanField(default=False)),
                ("case_id", models.CharField(blank=True, max_length=200)),
                ("provision", models.CharField(max_length=80)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("reached", "Newly reached"),
                            ("no_longer", "No longer reached"),
                            ("day", "Another day"),
                            ("otherwise", "Another answer"),
                        ],
                        max_length=10,
                    ),
                ),
                ("old", models.CharField(blank=True, max_length=12)),
                ("old_on", models.DateField(null=True)),
                ("new", models.CharField(blank=True, max_length=12)),
                ("new_on", models.DateField(null=True)),
                ("because", models.JSONField(default=list)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.place"
                    ),
                ),
                (
                    "trial",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="changes",
                        to="screening.lawtrial",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["trial", "provision", "kind", "id"], name="screening_lawchange_list")],
            },
        ),
        by_class("screening_lawchange"),
    ]
