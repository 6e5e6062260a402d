"""Keeps sessions, with their walls."""

from __future__ import annotations

import django.db.models.deletion
import rihai.kit.ids
import rihai.kit.sealed.field
from django.db import migrations, models
from rihai.casework.sessions.walls import walls


class Migration(migrations.Migration):
    """The tables, and one wall a table."""

    dependencies = [
        ("casework", "0003_plans"),
    ]

    operations = [
        migrations.CreateModel(
            name="Group",
            fields=[
                ("made_by", models.UUIDField()),
                ("made_by_name", models.CharField(max_length=120)),
                ("made_at", models.DateTimeField()),
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("service", models.SlugField(max_length=40)),
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
                        max_length=8,
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                (
                    "place",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.place"),
                ),
                ("started_on", models.DateField()),
                ("ended_on", models.DateField(null=True)),
            ],
            options={
                "ordering": ("name", "id"),
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Member",
            fields=[
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
                ("first_person", models.UUIDField(editable=False)),
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
                        default="personal",
                        max_length=8,
                    ),
                ),
                ("made_by", models.UUIDField()),
                ("made_by_name", models.CharField(max_length=120)),
                ("made_at", models.DateTimeField()),
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "group",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="members", to="casework.group"
                    ),
                ),
                (
                    "enrolment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="casework.enrolment"
                    ),
                ),
                ("started_on", models.DateField()),
                ("ended_on", models.DateField(null=True)),
            ],
            options={
                "ordering": ("id",),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_on", None)),
                        fields=("group", "first_person"),
                        name="casework_member_once",
                    )
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Session",
            fields=[
                ("made_by", models.UUIDField()),
                ("made_by_name", models.CharField(max_length=120)),
                ("made_at", models.DateTimeField()),
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("service", models.SlugField(max_length=40)),
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
                        max_length=8,
                    ),
                ),
                (
                    "group",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sessions",
                        to="casework.group",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.place"),
                ),
                ("on", models.DateField()),
                ("starts_at", models.TimeField(null=True)),
                ("minutes", models.PositiveSmallIntegerField(default=60)),
                (
                    "means",
                    models.CharField(
                        choices=[("person", "in person"), ("phone", "by phone"), ("video", "by video")],
                        default="person",
                        max_length=6,
                    ),
                ),
                (
                    "leader",
                    models.CharField(
                        choices=[
                            ("worker", "a worker of ours"),
                            ("trainer", "a trainer"),
                            ("volunteer", "a volunteer"),
                        ],
                        default="worker",
                        max_length=10,
                    ),
                ),
                ("leader_name", models.CharField(max_length=120)),
                ("topic", models.CharField(blank=True, max_length=200)),
                ("materials", models.CharField(blank=True, max_length=300)),
                (
                    "state",
                    models.CharField(
                        choices=[("planned", "planned"), ("held", "held"), ("cancelled", "not held")],
                        default="planned",
                        max_length=10,
                    ),
                ),
                ("cancelled_because", models.CharField(blank=True, max_length=200)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
            ],
            options={
                "ordering": ("-on", "-id"),
                "indexes": [
                    models.Index(fields=["place", "on"], name="casework_session_place"),
                    models.Index(fields=["state", "on"], name="casework_session_state"),
                ],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Attendance",
            fields=[
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
                ("first_person", models.UUIDField(editable=False)),
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
                        default="personal",
                        max_length=8,
                    ),
                ),
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="attendances", to="casework.session"
                    ),
                ),
                (
                    "enrolment",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="casework.enrolment",
                    ),
                ),
                (
                    "came",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("present", "present"),
                            ("absent", "absent"),
                            ("prevented", "prevented: court, illness, not brought"),
                        ],
                        max_length=10,
                    ),
                ),
                ("key", models.UUIDField(null=True)),
                ("said_at", models.DateTimeField(null=True)),
                ("marked_by_name", models.CharField(blank=True, max_length=120)),
            ],
            options={
                "ordering": ("id",),
                "constraints": [
                    models.UniqueConstraint(fields=("session", "first_person"), name="casework_attendance_once")
                ],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Remark",
            fields=[
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
                ("first_person", models.UUIDField(editable=False)),
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
                        default="personal",
                        max_length=8,
                    ),
                ),
                ("made_by", models.UUIDField()),
                ("made_by_name", models.CharField(max_length=120)),
                ("made_at", models.DateTimeField()),
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="remarks", to="casework.session"
                    ),
                ),
                ("text", rihai.kit.sealed.field.SealedText(seal="casework.remark.text")),
            ],
            options={
                "ordering": ("-made_at", "-id"),
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Certificate",
            fields=[
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
                ("first_person", models.UUIDField(editable=False)),
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
                        default="personal",
                        max_length=8,
                    ),
                ),
                ("made_by", models.UUIDField()),
                ("made_by_name", models.CharField(max_length=120)),
                ("made_at", models.DateTimeField()),
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "enrolment",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="certificate", to="casework.enrolment"
                    ),
                ),
                ("code", models.CharField(max_length=12, unique=True)),
                ("service", models.SlugField(max_length=40)),
                ("subject", models.CharField(blank=True, max_length=120)),
                ("subject_ur", models.CharField(blank=True, max_length=120)),
                ("sessions", models.PositiveSmallIntegerField(default=0)),
                ("trainer", models.CharField(max_length=120)),
                ("issued_on", models.DateField()),
            ],
            options={
                "ordering": ("-issued_on", "-id"),
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Apart",
            fields=[
                ("made_by", models.UUIDField()),
                ("made_by_name", models.CharField(max_length=120)),
                ("made_at", models.DateTimeField()),
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "one",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
                (
                    "other",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
                ("first_one", models.UUIDField(editable=False)),
                ("first_other", models.UUIDField(editable=False)),
                (
                    "role_one",
                    models.CharField(
                        choices=[
                            ("harmed", "was harmed by the other"),
                            ("harms", "has harmed or threatens the other"),
                            ("witness", "is a witness against the other"),
                            ("feud", "of the other side of a feud"),
                            ("co_accused", "accused with the other"),
                            ("other", "otherwise"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "role_other",
                    models.CharField(
                        choices=[
                            ("harmed", "was harmed by the other"),
                            ("harms", "has harmed or threatens the other"),
                            ("witness", "is a witness against the other"),
                            ("feud", "of the other side of a feud"),
                            ("co_accused", "accused with the other"),
                            ("other", "otherwise"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "level",
                    models.CharField(
                        choices=[
                            ("group", "not in one group or session"),
                            ("unit", "not in one barrack or cell"),
                            ("prison", "not in one prison"),
                        ],
                        max_length=6,
                    ),
                ),
                ("reason", rihai.kit.sealed.field.SealedText(seal="casework.apart.reason")),
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
                        default="personal",
                        max_length=8,
                    ),
                ),
                ("started_on", models.DateField()),
                ("review_on", models.DateField()),
                ("ended_on", models.DateField(null=True)),
                ("ended_because", models.CharField(blank=True, max_length=200)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
            ],
            options={
                "ordering": ("review_on", "id"),
                "indexes": [models.Index(fields=["ended_on", "review_on"], name="casework_apart_review")],
                "constraints": [],
            },
        ),
        *walls(),
    ]
