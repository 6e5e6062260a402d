"""The tables of tests, levels, academies, cascades and lists from elsewhere, and their walls."""

from __future__ import annotations

import django.db.models.deletion
import rihai.kit.ids
from django.conf import settings
from django.db import migrations, models

from rihai.training.walls_of_learning import walls_of_learning


class Migration(migrations.Migration):
    """The tables, then their walls."""

    dependencies = [
        ("kit", "0002_append_only"),
        ("places", "0001_initial"),
        ("training", "0001_courses"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Academy",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("code", models.SlugField(max_length=40, unique=True)),
                ("title", models.CharField(max_length=200)),
                ("title_ur", models.CharField(blank=True, max_length=200)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("town", models.CharField(blank=True, max_length=120)),
                ("is_open", models.BooleanField(default=True)),
                (
                    "place",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.place"
                    ),
                ),
            ],
            options={
                "ordering": ("title", "id"),
            },
        ),
        migrations.CreateModel(
            name="Figure",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("measure", models.CharField(blank=True, max_length=80)),
                ("title", models.CharField(blank=True, max_length=200)),
                ("source", models.CharField(blank=True, max_length=300)),
                ("months", models.PositiveSmallIntegerField()),
                ("before", models.PositiveIntegerField(null=True)),
                ("after", models.PositiveIntegerField(null=True)),
                ("by_name", models.CharField(max_length=120)),
                ("at", models.DateTimeField()),
                (
                    "place",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.place"),
                ),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="figures", to="training.session"
                    ),
                ),
            ],
            options={
                "ordering": ("at", "id"),
            },
        ),
        migrations.CreateModel(
            name="FinishedList",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("provider", models.CharField(max_length=160)),
                ("name", models.CharField(max_length=200)),
                ("digest", models.CharField(max_length=64)),
                ("lines", models.PositiveIntegerField()),
                ("by_name", models.CharField(max_length=120)),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "course",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="training.course"
                    ),
                ),
            ],
            options={
                "ordering": ("-at", "-id"),
            },
        ),
        migrations.CreateModel(
            name="Reaction",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("answer_id", models.UUIDField(unique=True)),
                ("points", models.JSONField(default=dict)),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reactions", to="training.session"
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="SessionTest",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("form_id", models.SlugField(max_length=64)),
                ("pass_mark", models.PositiveSmallIntegerField()),
                ("set_by_name", models.CharField(max_length=120)),
                ("set_at", models.DateTimeField()),
                ("closed_by_name", models.CharField(blank=True, max_length=120)),
                ("closed_at", models.DateTimeField(null=True)),
                (
                    "session",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="test", to="training.session"
                    ),
                ),
            ],
            options={
                "ordering": ("-set_at", "-id"),
            },
        ),
        migrations.CreateModel(
            name="TestCode",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("code", models.CharField(max_length=8)),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="training.session"
                    ),
                ),
            ],
            options={
                "ordering": ("code",),
            },
        ),
        migrations.CreateModel(
            name="Sitting",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("moment", models.CharField(choices=[("before", "before"), ("after", "after")], max_length=6)),
                ("answer_id", models.UUIDField()),
                ("asked", models.JSONField(default=list)),
                ("right", models.JSONField(default=list)),
                ("at", models.DateTimeField()),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="training.session"
                    ),
                ),
                (
                    "code",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="sittings", to="training.testcode"
                    ),
                ),
            ],
            options={
                "ordering": ("at", "id"),
            },
        ),
        migrations.CreateModel(
            name="CodeHolder",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "enrolment",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="training.enrolment"
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="training.session"
                    ),
                ),
                (
                    "code",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="holder", to="training.testcode"
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="TrainedIn",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("by_name", models.CharField(max_length=120)),
                ("at", models.DateTimeField()),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="made_trainers", to="training.session"
                    ),
                ),
                (
                    "trainer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="trained_in", to="training.trainer"
                    ),
                ),
            ],
            options={
                "ordering": ("at", "id"),
            },
        ),
        migrations.CreateModel(
            name="WayStep",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "step",
                    models.CharField(
                        choices=[
                            ("offered", "offered to the academy"),
                            ("translated", "translated"),
                            ("adopted", "adopted"),
                            ("mandatory", "made mandatory"),
                            ("dropped", "dropped"),
                        ],
                        max_length=10,
                    ),
                ),
                ("on", models.DateField()),
                (
                    "language",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("en", "English"),
                            ("ur", "Urdu"),
                            ("sd", "Sindhi"),
                            ("pa", "Punjabi"),
                            ("ps", "Pashto"),
                            ("bal", "Balochi"),
                            ("skr", "Saraiki"),
                        ],
                        max_length=3,
                    ),
                ),
                ("order_number", models.CharField(blank=True, max_length=120)),
                ("source", models.CharField(max_length=300)),
                ("by_name", models.CharField(max_length=120)),
                ("at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(null=True)),
                ("withdrawn_because", models.CharField(blank=True, max_length=300)),
                (
                    "academy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="way", to="training.academy"
                    ),
                ),
                (
                    "course",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="way", to="training.course"
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kit.storedfile"
                    ),
                ),
            ],
            options={
                "ordering": ("on", "at", "id"),
            },
        ),
        migrations.CreateModel(
            name="FinishedLine",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("number", models.PositiveIntegerField()),
                ("full_name", models.CharField(blank=True, max_length=120)),
                ("service_number", models.CharField(blank=True, max_length=40)),
                ("organisation", models.CharField(blank=True, max_length=160)),
                ("on", models.DateField(null=True)),
                ("certificate", models.CharField(blank=True, max_length=80)),
                (
                    "problem",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("no_name", "No name stands on this line."),
                            ("no_day", "The day cannot be read."),
                            ("ahead", "The day is still to come."),
                            ("long_ago", "The day is too long ago."),
                            ("twice", "This certificate stands on an earlier line or list."),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "became",
                    models.CharField(
                        choices=[
                            ("waiting", "waits for somebody to say who it is"),
                            ("matched", "counted for somebody we know"),
                            ("new", "somebody new was written down"),
                            ("known", "we had it already"),
                            ("unreadable", "could not be read"),
                            ("left_out", "left out"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("is_same_number", models.BooleanField(default=False)),
                ("because", models.CharField(blank=True, max_length=200)),
                ("settled_by_name", models.CharField(blank=True, max_length=120)),
                ("settled_at", models.DateTimeField(null=True)),
                (
                    "alike",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="training.trainee"
                    ),
                ),
                (
                    "completion",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="training.completion",
                    ),
                ),
                (
                    "list",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="rows", to="training.finishedlist"
                    ),
                ),
            ],
            options={
                "ordering": ("number", "id"),
                "constraints": [models.UniqueConstraint(fields=("list", "number"), name="training_line_once")],
            },
        ),
        migrations.CreateModel(
            name="Judgement",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("months", models.PositiveSmallIntegerField()),
                ("answer_id", models.UUIDField(unique=True)),
                ("seen", models.PositiveSmallIntegerField()),
                ("of", models.PositiveSmallIntegerField()),
                ("on", models.DateField()),
                ("by_id", models.UUIDField()),
                ("by_name", models.CharField(max_length=120)),
                (
                    "completion",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="judgements", to="training.completion"
                    ),
                ),
            ],
            options={
                "ordering": ("on", "id"),
                "constraints": [
                    models.UniqueConstraint(fields=("completion", "months"), name="training_judgement_once")
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="testcode",
            constraint=models.UniqueConstraint(fields=("session", "code"), name="training_code_once"),
        ),
        migrations.AddConstraint(
            model_name="sitting",
            constraint=models.UniqueConstraint(fields=("code", "moment"), name="training_sitting_once"),
        ),
        migrations.AddConstraint(
            model_name="trainedin",
            constraint=models.UniqueConstraint(fields=("trainer", "session"), name="training_trained_once"),
        ),
        migrations.AddIndex(
            model_name="waystep",
            index=models.Index(fields=["course", "academy"], name="training_waystep_of"),
        ),
        *walls_of_learning(),
    ]
