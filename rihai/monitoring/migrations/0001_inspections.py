"""The tables of inspections, and their walls."""

from __future__ import annotations

import django.db.models.deletion
import rihai.kit.ids
from django.db import migrations, models

from rihai.monitoring.walls import walls_of_inspections


class Migration(migrations.Migration):
    """The tables, then their walls."""

    initial = True

    dependencies = [
        ("instruments", "0003_marks"),
        ("places", "0001_initial"),
        ("accounts", "0008_roles_of_monitoring"),
    ]

    operations = [
        migrations.CreateModel(
            name="Mandate",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("title", models.CharField(max_length=160)),
                ("body", models.CharField(max_length=160)),
                ("basis", models.CharField(max_length=400)),
                ("started_on", models.DateField()),
                ("ended_on", models.DateField(null=True)),
                ("made_by_name", models.CharField(max_length=120)),
                ("made_at", models.DateTimeField()),
            ],
            options={
                "ordering": ("title", "id"),
            },
        ),
        migrations.CreateModel(
            name="Inspection",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("number", models.PositiveIntegerField(unique=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[("inspection", "inspection"), ("self", "self-assessment")],
                        default="inspection",
                        max_length=10,
                    ),
                ),
                ("form_id", models.CharField(max_length=64)),
                (
                    "round",
                    models.CharField(
                        choices=[("rapid", "rapid"), ("full", "full"), ("follow_up", "follow-up")], max_length=10
                    ),
                ),
                ("again", models.JSONField(default=list)),
                ("purpose", models.CharField(blank=True, max_length=300)),
                ("planned_on", models.DateField()),
                ("is_announced", models.BooleanField(null=True)),
                ("arrived_at", models.DateTimeField(null=True)),
                ("entered_at", models.DateTimeField(null=True)),
                ("left_at", models.DateTimeField(null=True)),
                (
                    "access",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("free", "free to go everywhere"),
                            ("late", "let in late"),
                            ("part", "kept from a place, a record or a person"),
                            ("refused", "not let in"),
                        ],
                        max_length=10,
                    ),
                ),
                ("access_says", models.CharField(blank=True, max_length=600)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "planned"),
                            ("visited", "visited, answers come in"),
                            ("settled", "answers settled"),
                            ("sent", "draft with the authority"),
                            ("final", "final"),
                            ("given_up", "given up"),
                        ],
                        default="planned",
                        max_length=10,
                    ),
                ),
                ("measures", models.JSONField(default=dict)),
                ("settled_at", models.DateTimeField(null=True)),
                ("settled_by_name", models.CharField(blank=True, max_length=120)),
                ("sent_at", models.DateTimeField(null=True)),
                ("answer_by", models.DateField(null=True)),
                ("final_at", models.DateTimeField(null=True)),
                ("final_by_name", models.CharField(blank=True, max_length=120)),
                ("made_by", models.UUIDField()),
                ("made_by_name", models.CharField(max_length=120)),
                ("made_at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "form_version",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="instruments.instrumentversion",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.place"),
                ),
                (
                    "previous",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="monitoring.inspection",
                    ),
                ),
                (
                    "mandate",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="monitoring.mandate",
                    ),
                ),
            ],
            options={
                "ordering": ("-planned_on", "-number"),
            },
        ),
        migrations.CreateModel(
            name="Draw",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("what", models.CharField(max_length=160)),
                ("list_size", models.PositiveIntegerField()),
                ("seed", models.CharField(max_length=32)),
                ("numbers", models.JSONField()),
                ("drawn_by_name", models.CharField(max_length=120)),
                ("drawn_at", models.DateTimeField()),
                (
                    "inspection",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="draws", to="monitoring.inspection"
                    ),
                ),
            ],
            options={
                "ordering": ("-drawn_at", "-id"),
            },
        ),
        migrations.CreateModel(
            name="Settled",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("item", models.CharField(max_length=64)),
                ("code", models.CharField(max_length=20)),
                ("sources", models.CharField(blank=True, max_length=40)),
                ("note", models.TextField(blank=True)),
                ("was_agreed", models.BooleanField()),
                ("decided_by_name", models.CharField(blank=True, max_length=120)),
                ("decided_at", models.DateTimeField()),
                ("decided_why", models.CharField(blank=True, max_length=400)),
                (
                    "inspection",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="settled", to="monitoring.inspection"
                    ),
                ),
            ],
            options={
                "ordering": ("item",),
            },
        ),
        migrations.CreateModel(
            name="TeamMember",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("name", models.CharField(max_length=120)),
                (
                    "part",
                    models.CharField(
                        choices=[
                            ("lead", "leads"),
                            ("inspector", "inspects"),
                            ("health", "health expert"),
                            ("interpreter", "interprets"),
                        ],
                        max_length=12,
                    ),
                ),
                ("is_woman", models.BooleanField(default=False)),
                ("rates", models.BooleanField(default=False)),
                ("answer_id", models.UUIDField(null=True)),
                ("given_at", models.DateTimeField(null=True)),
                (
                    "account",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.account"
                    ),
                ),
                (
                    "inspection",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="team", to="monitoring.inspection"
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.AddIndex(
            model_name="inspection",
            index=models.Index(fields=["place", "kind", "planned_on"], name="monitoring_inspection_place"),
        ),
        migrations.AddIndex(
            model_name="inspection",
            index=models.Index(fields=["state", "planned_on"], name="monitoring_inspection_state"),
        ),
        migrations.AddConstraint(
            model_name="settled",
            constraint=models.UniqueConstraint(fields=("inspection", "item"), name="monitoring_settled_once"),
        ),
        migrations.AddConstraint(
            model_name="teammember",
            constraint=models.UniqueConstraint(
                condition=models.Q(("account__isnull", False)),
                fields=("inspection", "account"),
                name="monitoring_team_once",
            ),
        ),
        *walls_of_inspections(),
    ]
