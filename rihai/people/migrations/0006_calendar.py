"""Makes the tables of the calendar of censuses, and their walls."""

from __future__ import annotations

import django.core.validators
import django.db.models.deletion
import rihai.kit.ids
from django.db import migrations, models

from rihai.people.intake.walls import of_calendar


class Migration(migrations.Migration):
    """How often lists are expected, and each list."""

    dependencies = [
        ("people", "0005_taken_back"),
        ("places", "0001_initial"),
        ("accounts", "0002_walls"),
    ]

    operations = [
        migrations.CreateModel(
            name="CensusRhythm",
            fields=[
                (
                    "place",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="places.place",
                    ),
                ),
                (
                    "every",
                    models.PositiveSmallIntegerField(
                        choices=[
                            (1, "every month"),
                            (2, "every two months"),
                            (3, "every three months"),
                            (6, "every six months"),
                            (0, "no list is expected"),
                        ],
                        default=1,
                        verbose_name="how often",
                    ),
                ),
                (
                    "day",
                    models.PositiveSmallIntegerField(
                        default=5,
                        help_text="From 1 to 28. The list is late from the day after.",
                        validators=[
                            django.core.validators.MinValueValidator(1),
                            django.core.validators.MaxValueValidator(28),
                        ],
                        verbose_name="day of the month",
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
            ],
        ),
        migrations.CreateModel(
            name="ExpectedCensus",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("from_on", models.DateField()),
                ("due_on", models.DateField(db_index=True)),
                ("asked_on", models.DateField(null=True)),
                (
                    "asked_how",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("letter", "by letter"),
                            ("email", "by e-mail"),
                            ("message", "by message"),
                            ("telephone", "by telephone"),
                            ("in_person", "in person"),
                        ],
                        max_length=12,
                    ),
                ),
                ("asked_whom", models.CharField(blank=True, max_length=120)),
                ("asked_by_name", models.CharField(blank=True, max_length=120)),
                ("refused_on", models.DateField(null=True)),
                ("refused_by", models.CharField(blank=True, max_length=120)),
                ("refusal", models.CharField(blank=True, max_length=500)),
                ("come_on", models.DateField(null=True)),
                ("late_at", models.DateTimeField(null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "census",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="people.census"
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="places.place"
                    ),
                ),
            ],
            options={
                "ordering": ("-due_on", "id"),
                "constraints": [models.UniqueConstraint(fields=("place", "due_on"), name="people_expectedcensus_once")],
            },
        ),
        of_calendar("people_censusrhythm"),
        of_calendar("people_expectedcensus"),
    ]
