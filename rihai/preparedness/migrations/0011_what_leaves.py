"""Links by which a post without an account reads a procedure; records of emergencies that were taken out."""

from __future__ import annotations

import django.db.models.deletion
import rihai.kit.ids
from django.db import migrations, models

from rihai.preparedness.walls import walls_of_what_leaves


class Migration(migrations.Migration):
    """The tables, then their walls."""

    dependencies = [
        ("places", "0001_initial"),
        ("preparedness", "0010_emergencies"),
    ]

    operations = [
        migrations.AddField(
            model_name="acknowledgement",
            name="by_link",
            field=models.BooleanField(default=False),
        ),
        migrations.CreateModel(
            name="PostLink",
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
                (
                    "post",
                    models.CharField(
                        choices=[
                            ("superintendent", "superintendent"),
                            ("additional", "additional superintendent"),
                            ("deputy", "deputy superintendent"),
                            ("assistant", "assistant superintendent"),
                            ("women", "officer in charge of the women’s ward"),
                            ("juveniles", "officer in charge of the juveniles’ ward"),
                            ("medical", "medical officer"),
                            ("women_medical", "woman medical officer"),
                            ("dispenser", "dispenser"),
                            ("psychologist", "psychologist or welfare officer"),
                            ("duty", "duty officer, day and night"),
                            ("gate", "gate keeper"),
                            ("chief_warder", "chief warder"),
                            ("warders", "warders on duty"),
                            ("control", "control room"),
                            ("store", "store keeper"),
                            ("electrician", "electrician or generator operator"),
                            ("water", "who keeps the water running"),
                            ("records", "records office"),
                            ("inspector_general", "inspector general of prisons"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="links",
                        to="preparedness.procedureversion",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.place"),
                ),
            ],
            options={
                "ordering": ("-made_at", "-id"),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Taking",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("pdf", "PDF, to print"),
                            ("xlsx", "Excel workbook"),
                            ("json", "JSON, to check the others by"),
                        ],
                        max_length=4,
                    ),
                ),
                ("language", models.CharField(max_length=2)),
                ("digest", models.CharField(max_length=64)),
                ("by_name", models.CharField(max_length=120)),
                ("at", models.DateTimeField()),
                (
                    "emergency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="takings", to="preparedness.emergency"
                    ),
                ),
            ],
            options={
                "ordering": ("-at", "-id"),
            },
        ),
        *walls_of_what_leaves(),
    ]
