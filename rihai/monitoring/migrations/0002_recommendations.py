"""The tables of recommendations, and their walls."""

from __future__ import annotations

import django.db.models.deletion
import rihai.kit.ids
from django.db import migrations, models

from rihai.monitoring.walls import walls_of_recommendations


class Migration(migrations.Migration):
    """The tables, then their walls."""

    dependencies = [
        ("monitoring", "0001_inspections"),
        ("places", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="AuthorityLink",
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
                ("authority", models.CharField(max_length=160)),
                (
                    "inspection",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="links", to="monitoring.inspection"
                    ),
                ),
            ],
            options={
                "ordering": ("-made_at", "-id"),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="InspectionFinding",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("number", models.PositiveIntegerField()),
                ("says", models.CharField(max_length=1000)),
                ("items", models.JSONField(default=list)),
                ("rules", models.JSONField(default=list)),
                ("is_critical", models.BooleanField(default=False)),
                ("endangers", models.BooleanField(default=False)),
                ("endangers_why", models.CharField(blank=True, max_length=400)),
                ("made_by_name", models.CharField(max_length=120)),
                ("made_at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "inspection",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="findings", to="monitoring.inspection"
                    ),
                ),
            ],
            options={
                "ordering": ("number",),
            },
        ),
        migrations.CreateModel(
            name="FindingAnswer",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("says", models.CharField(max_length=2000)),
                ("by_name", models.CharField(max_length=120)),
                ("via", models.CharField(choices=[("account", "by account"), ("link", "by link")], max_length=10)),
                ("at", models.DateTimeField()),
                (
                    "finding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="answers",
                        to="monitoring.inspectionfinding",
                    ),
                ),
            ],
            options={
                "ordering": ("at", "id"),
            },
        ),
        migrations.CreateModel(
            name="Recommendation",
            fields=[
                ("owner_id", models.UUIDField(blank=True, db_index=True, null=True, verbose_name="owner")),
                ("due_on", models.DateField(blank=True, db_index=True, null=True, verbose_name="due on")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("code", models.CharField(max_length=20, unique=True)),
                ("says", models.CharField(max_length=1000)),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("prison", "the head of the prison"),
                            ("prisons", "the inspectorate general of prisons"),
                            ("home", "the home department"),
                            ("health", "the health department"),
                            ("finance", "the finance department"),
                            ("courts", "the courts"),
                            ("prosecution", "the prosecution"),
                            ("police", "the police"),
                            ("probation", "probation and parole"),
                            ("welfare", "social welfare"),
                            ("other", "another authority"),
                        ],
                        max_length=12,
                    ),
                ),
                ("authority", models.CharField(blank=True, max_length=160)),
                (
                    "standing",
                    models.CharField(
                        choices=[
                            ("open", "open"),
                            ("kept", "carried out"),
                            ("partly", "carried out in part"),
                            ("not_kept", "not carried out"),
                            ("withdrawn", "withdrawn"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("times", models.PositiveSmallIntegerField(default=1)),
                ("made_by_name", models.CharField(max_length=120)),
                ("made_at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "finding",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="recommendations",
                        to="monitoring.inspectionfinding",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.place"),
                ),
                (
                    "repeats",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="repeated_by",
                        to="monitoring.recommendation",
                    ),
                ),
            ],
            options={
                "ordering": ("due_on", "code"),
            },
        ),
        migrations.CreateModel(
            name="Response",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("accepted", "accepted"),
                            ("in_part", "accepted in part"),
                            ("refused", "not accepted"),
                            ("done", "said to be done"),
                        ],
                        max_length=10,
                    ),
                ),
                ("says", models.CharField(blank=True, max_length=2000)),
                ("promised_on", models.DateField(null=True)),
                ("by_name", models.CharField(max_length=120)),
                ("via", models.CharField(choices=[("account", "by account"), ("link", "by link")], max_length=10)),
                ("at", models.DateTimeField()),
                (
                    "recommendation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="responses",
                        to="monitoring.recommendation",
                    ),
                ),
            ],
            options={
                "ordering": ("at", "id"),
            },
        ),
        migrations.CreateModel(
            name="Verification",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("kept", "carried out"),
                            ("partly", "carried out in part"),
                            ("not_kept", "not carried out"),
                            ("cannot_tell", "cannot be told"),
                        ],
                        max_length=12,
                    ),
                ),
                ("seen", models.CharField(blank=True, max_length=1000)),
                ("by_name", models.CharField(max_length=120)),
                ("at", models.DateTimeField()),
                (
                    "inspection",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="verifications",
                        to="monitoring.inspection",
                    ),
                ),
                (
                    "recommendation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="verifications",
                        to="monitoring.recommendation",
                    ),
                ),
            ],
            options={
                "ordering": ("at", "id"),
            },
        ),
        migrations.AddConstraint(
            model_name="inspectionfinding",
            constraint=models.UniqueConstraint(fields=("inspection", "number"), name="monitoring_finding_once"),
        ),
        migrations.AddIndex(
            model_name="recommendation",
            index=models.Index(fields=["place", "standing", "due_on"], name="monitoring_recs_due"),
        ),
        migrations.AddConstraint(
            model_name="verification",
            constraint=models.UniqueConstraint(
                fields=("recommendation", "inspection"), name="monitoring_verified_once"
            ),
        ),
        *walls_of_recommendations(),
    ]
