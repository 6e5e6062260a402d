"""Attendance corrected after the end, entries joined, names let go, doors for phones; and their walls."""

from __future__ import annotations

import django.db.models.deletion
import rihai.kit.ids
from django.db import migrations, models

from rihai.training.walls_of_register import walls_of_register


class Migration(migrations.Migration):
    """The columns and tables, then their walls."""

    dependencies = [
        ("training", "0011_marks"),
    ]

    operations = [
        migrations.AddField(
            model_name="certificate",
            name="by_correction",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="completion",
            name="undone_on",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="sitting",
            name="by_phone",
            field=models.BooleanField(default=False),
        ),
        migrations.AddField(
            model_name="trainee",
            name="let_go_on",
            field=models.DateField(null=True),
        ),
        migrations.AddField(
            model_name="trainee",
            name="same_as",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="entries", to="training.trainee"
            ),
        ),
        migrations.CreateModel(
            name="Correction",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "was",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("present", "present"),
                            ("absent", "absent"),
                            ("prevented", "prevented by duty or illness"),
                        ],
                        max_length=9,
                    ),
                ),
                (
                    "now",
                    models.CharField(
                        choices=[
                            ("present", "present"),
                            ("absent", "absent"),
                            ("prevented", "prevented by duty or illness"),
                        ],
                        max_length=9,
                    ),
                ),
                ("because", models.CharField(max_length=200)),
                ("by_name", models.CharField(max_length=120)),
                ("at", models.DateTimeField()),
                (
                    "day",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="corrections",
                        to="training.sessionday",
                    ),
                ),
                (
                    "enrolment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="training.enrolment"
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="training.session"
                    ),
                ),
            ],
            options={
                "ordering": ("-at", "-id"),
            },
        ),
        migrations.CreateModel(
            name="Door",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "asks",
                    models.CharField(
                        choices=[
                            ("before", "the test before"),
                            ("after", "the test after"),
                            ("said", "what people say at the end"),
                        ],
                        max_length=6,
                    ),
                ),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("sheets", models.PositiveSmallIntegerField(default=0)),
                ("opened_by_name", models.CharField(max_length=120)),
                ("opened_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="doors", to="training.session"
                    ),
                ),
            ],
            options={
                "ordering": ("-opened_at", "-id"),
                "indexes": [models.Index(fields=["session", "ends_at"], name="training_door_open")],
            },
        ),
        migrations.CreateModel(
            name="Twins",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("is_same", models.BooleanField()),
                ("because", models.CharField(blank=True, max_length=200)),
                ("by_name", models.CharField(max_length=120)),
                ("at", models.DateTimeField()),
                (
                    "one",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="training.trainee"
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="training.trainee"
                    ),
                ),
            ],
            options={
                "ordering": ("-at", "-id"),
                "constraints": [models.UniqueConstraint(fields=("one", "other"), name="training_twins_once")],
            },
        ),
        *walls_of_register(),
    ]
