"""The tables of complaints and requests, and their walls."""

from __future__ import annotations

import django.db.models.deletion
import rihai.kit.ids
import rihai.kit.sealed.field
from django.db import migrations, models

from rihai.monitoring.walls import walls_of_complaints


class Migration(migrations.Migration):
    """The tables, then their walls."""

    dependencies = [
        ("accounts", "0009_roles_of_series"),
        ("monitoring", "0011_disease"),
        ("people", "0001_initial"),
        ("places", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Complaint",
            fields=[
                ("owner_id", models.UUIDField(blank=True, db_index=True, null=True, verbose_name="owner")),
                ("due_on", models.DateField(blank=True, db_index=True, null=True, verbose_name="due on")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("number", models.PositiveIntegerField(unique=True)),
                ("kind", models.CharField(max_length=20)),
                ("is_request", models.BooleanField(default=False)),
                (
                    "by",
                    models.CharField(
                        choices=[
                            ("person", "somebody held"),
                            ("family", "a family"),
                            ("lawyer", "a lawyer"),
                            ("box", "a paper from the complaint box"),
                            ("anonymous", "somebody without a name"),
                            ("staff", "somebody of the staff"),
                        ],
                        max_length=10,
                    ),
                ),
                ("named_as", models.CharField(blank=True, max_length=160)),
                ("says", models.CharField(max_length=2000)),
                ("to_whom", models.CharField(max_length=160)),
                ("is_confidential", models.BooleanField(default=False)),
                ("received_on", models.DateField()),
                ("acknowledge_by", models.DateField()),
                ("acknowledged_on", models.DateField(null=True)),
                ("answer", models.CharField(blank=True, max_length=2000)),
                ("answered_by_name", models.CharField(blank=True, max_length=160)),
                (
                    "result",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("upheld", "found right, or granted"),
                            ("partly", "in part"),
                            ("not_upheld", "not found right, or refused"),
                            ("passed_on", "passed on: another authority decides"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "satisfied",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "not asked yet"),
                            ("yes", "content"),
                            ("no", "not content"),
                            ("unreached", "could not be asked"),
                        ],
                        max_length=10,
                    ),
                ),
                ("appealed_on", models.DateField(null=True)),
                ("appealed_to", models.CharField(blank=True, max_length=160)),
                ("appeal_answer", models.CharField(blank=True, max_length=2000)),
                ("appeal_answered_on", models.DateField(null=True)),
                ("level", models.PositiveSmallIntegerField(default=0)),
                ("escalated_at", models.DateTimeField(null=True)),
                ("made_by", models.UUIDField()),
                ("made_by_name", models.CharField(max_length=120)),
                ("made_at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "place",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.place"),
                ),
            ],
            options={
                "ordering": ("-received_on", "-number"),
            },
        ),
        migrations.CreateModel(
            name="Complainant",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("made_for", models.UUIDField(null=True)),
                ("is_confidential", models.BooleanField(default=False)),
                ("made_by", models.UUIDField()),
                ("name", rihai.kit.sealed.field.SealedText(blank=True, seal="monitoring.complainant.name")),
                ("safe_way", rihai.kit.sealed.field.SealedText(blank=True, seal="monitoring.complainant.way")),
                (
                    "person",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
                (
                    "complaint",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="complainant",
                        to="monitoring.complaint",
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="complaint",
            index=models.Index(fields=["place", "received_on"], name="monitoring_complaint_place"),
        ),
        migrations.AddIndex(
            model_name="complaint",
            index=models.Index(fields=["done_on", "due_on"], name="monitoring_complaint_due"),
        ),
        *walls_of_complaints(),
    ]
