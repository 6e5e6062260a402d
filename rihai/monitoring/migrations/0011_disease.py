"""The tables of disease, and their walls."""

from __future__ import annotations

import django.db.models.deletion
import rihai.kit.ids
from django.db import migrations, models

from rihai.monitoring.walls import walls_of_disease


class Migration(migrations.Migration):
    """The tables, then their walls."""

    dependencies = [
        ("accounts", "0009_roles_of_series"),
        ("monitoring", "0010_deaths"),
        ("people", "0001_initial"),
        ("places", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Alert",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("disease", models.CharField(max_length=20)),
                ("cases", models.PositiveIntegerField()),
                ("days", models.PositiveIntegerField()),
                ("held", models.PositiveIntegerField()),
                ("limit_cases", models.PositiveIntegerField(null=True)),
                ("limit_per_thousand", models.DecimalField(decimal_places=2, max_digits=6, null=True)),
                ("raised_at", models.DateTimeField()),
                (
                    "state",
                    models.CharField(
                        choices=[("raised", "raised"), ("acknowledged", "somebody sees to it"), ("closed", "closed")],
                        default="raised",
                        max_length=14,
                    ),
                ),
                ("acknowledged_by_name", models.CharField(blank=True, max_length=120)),
                ("acknowledged_at", models.DateTimeField(null=True)),
                ("closed_by_name", models.CharField(blank=True, max_length=120)),
                ("closed_on", models.DateField(null=True)),
                ("closed_why", models.CharField(blank=True, max_length=600)),
                (
                    "place",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.place"),
                ),
            ],
            options={
                "ordering": ("-raised_at", "-id"),
            },
        ),
        migrations.CreateModel(
            name="AlertStep",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("says", models.CharField(max_length=1000)),
                ("by_name", models.CharField(max_length=120)),
                ("at", models.DateTimeField()),
                (
                    "alert",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="monitoring.alert"
                    ),
                ),
            ],
            options={
                "ordering": ("at", "id"),
            },
        ),
        migrations.CreateModel(
            name="DiseaseCase",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("made_for", models.UUIDField(null=True)),
                ("code", models.CharField(blank=True, max_length=40)),
                ("disease", models.CharField(max_length=20)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("suspected", "suspected"),
                            ("probable", "probable"),
                            ("confirmed", "confirmed"),
                            ("discarded", "not the disease"),
                        ],
                        max_length=10,
                    ),
                ),
                ("onset_on", models.DateField(null=True)),
                ("seen_on", models.DateField()),
                ("counted_on", models.DateField()),
                ("test", models.CharField(blank=True, max_length=80)),
                (
                    "result",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "no test"),
                            ("pending", "waits for its result"),
                            ("positive", "positive"),
                            ("negative", "negative"),
                        ],
                        max_length=10,
                    ),
                ),
                ("barrack", models.CharField(blank=True, max_length=80)),
                (
                    "isolation",
                    models.CharField(
                        choices=[
                            ("no", "not needed"),
                            ("yes", "kept apart for health"),
                            ("no_room", "needed, and there is no room"),
                            ("ended", "ended"),
                        ],
                        default="no",
                        max_length=10,
                    ),
                ),
                ("isolated_on", models.DateField(null=True)),
                ("contacts", models.PositiveIntegerField(null=True)),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("ill", "ill"),
                            ("hospital", "in hospital"),
                            ("recovered", "recovered"),
                            ("treated", "under long treatment"),
                            ("left", "left the prison"),
                            ("died", "died"),
                        ],
                        default="ill",
                        max_length=10,
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=600)),
                ("history", models.JSONField(default=list)),
                ("by_name", models.CharField(max_length=120)),
                ("at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "person",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.place"),
                ),
            ],
            options={
                "ordering": ("-counted_on", "-id"),
            },
        ),
        migrations.CreateModel(
            name="Threshold",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("disease", models.CharField(max_length=20)),
                ("cases", models.PositiveIntegerField(null=True)),
                ("per_thousand", models.DecimalField(decimal_places=2, max_digits=6, null=True)),
                ("days", models.PositiveIntegerField()),
                ("why", models.CharField(max_length=400)),
                ("by_name", models.CharField(max_length=120)),
                ("at", models.DateTimeField()),
                (
                    "place",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="places.place"),
                ),
            ],
            options={
                "ordering": ("-at", "-id"),
            },
        ),
        migrations.AddConstraint(
            model_name="alert",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "closed"), _negated=True),
                fields=("place", "disease"),
                name="monitoring_alert_once",
            ),
        ),
        migrations.AddIndex(
            model_name="diseasecase",
            index=models.Index(fields=["place", "disease", "counted_on"], name="monitoring_diseasecase_list"),
        ),
        migrations.AddIndex(
            model_name="threshold",
            index=models.Index(fields=["place", "disease"], name="monitoring_threshold_of"),
        ),
        *walls_of_disease(),
    ]
