"""Keeps cases, with their wall."""

from __future__ import annotations

import django.db.models.deletion
import rihai.kit.ids
from django.conf import settings
from django.db import migrations, models

from rihai.people.walls import of_person_by_row


class Migration(migrations.Migration):
    """The tables, and one wall a table."""

    initial = True

    dependencies = [
        ("people", "0007_rows_cleared"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Case",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("code", models.CharField(max_length=16, unique=True)),
                ("programme", models.SlugField(max_length=40)),
                ("data_class", models.CharField(default="personal", max_length=8)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "waits for approval"),
                            ("open", "open"),
                            ("refused", "refused"),
                            ("closed", "closed"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("opened_on", models.DateField()),
                ("closed_on", models.DateField(null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
                (
                    "worker",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("-opened_on", "-id"),
            },
        ),
        of_person_by_row("casework_case"),
    ]
