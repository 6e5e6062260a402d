"""The tables of courses, sessions and certificates, and their walls."""

from __future__ import annotations

import django.db.models.deletion
import rihai.kit.ids
import rihai.kit.sealed.field
from django.conf import settings
from django.db import migrations, models

from rihai.training.walls import walls


class Migration(migrations.Migration):
    """The tables, then their walls."""

    initial = True

    dependencies = [
        ("accounts", "0018_roles_of_training_preparedness_advocacy"),
        ("kit", "0002_append_only"),
        ("places", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Completion",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("on", models.DateField()),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("session", "a session of ours"),
                            ("elearning", "e-learning"),
                            ("paper", "a certificate of somebody else"),
                        ],
                        default="session",
                        max_length=9,
                    ),
                ),
                ("says", models.CharField(blank=True, max_length=200)),
                ("made_by", models.UUIDField(null=True)),
                ("made_by_name", models.CharField(max_length=120)),
                ("made_at", models.DateTimeField()),
            ],
            options={
                "ordering": ("-on", "-id"),
            },
        ),
        migrations.CreateModel(
            name="Enrolment",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "seat",
                    models.CharField(
                        choices=[
                            ("held", "holds a seat"),
                            ("waiting", "waits for a seat"),
                            ("given_up", "gave the seat up"),
                        ],
                        default="held",
                        max_length=8,
                    ),
                ),
                ("mark", models.PositiveSmallIntegerField(null=True)),
                ("made_by_name", models.CharField(max_length=120)),
                ("made_at", models.DateTimeField()),
            ],
            options={
                "ordering": ("made_at", "id"),
            },
        ),
        migrations.CreateModel(
            name="Rank",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("code", models.SlugField(max_length=40, unique=True)),
                ("title", models.CharField(max_length=200)),
                ("title_ur", models.CharField(blank=True, max_length=200)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "audience",
                    models.CharField(
                        choices=[
                            ("officer", "prison officer or staff"),
                            ("lawyer", "lawyer or paralegal"),
                            ("volunteer", "volunteer or mentor"),
                            ("civil", "civil society member"),
                            ("other", "another department"),
                        ],
                        default="officer",
                        max_length=9,
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=100)),
            ],
            options={
                "ordering": ("order", "title", "id"),
            },
        ),
        migrations.CreateModel(
            name="Topic",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("code", models.SlugField(max_length=40, unique=True)),
                ("title", models.CharField(max_length=200)),
                ("title_ur", models.CharField(blank=True, max_length=200)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("minutes", models.PositiveSmallIntegerField(default=0)),
                ("objective", models.CharField(blank=True, max_length=600)),
                ("objective_ur", models.CharField(blank=True, max_length=600)),
                ("source", models.CharField(blank=True, max_length=300)),
                ("order", models.PositiveSmallIntegerField(default=100)),
                ("is_open", models.BooleanField(default=True)),
            ],
            options={
                "ordering": ("order", "title", "id"),
            },
        ),
        migrations.CreateModel(
            name="Certificate",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("code", models.CharField(max_length=12, unique=True)),
                ("full_name", models.CharField(max_length=120)),
                ("title", models.CharField(max_length=200)),
                ("title_ur", models.CharField(blank=True, max_length=200)),
                ("minutes", models.PositiveIntegerField(default=0)),
                ("trainers", models.CharField(blank=True, max_length=300)),
                ("issued_on", models.DateField()),
                ("issued_by_name", models.CharField(max_length=120)),
                ("withdrawn_on", models.DateField(null=True)),
                ("withdrawn_because", models.CharField(blank=True, max_length=200)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "completion",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="certificate",
                        to="training.completion",
                    ),
                ),
            ],
            options={
                "ordering": ("-issued_on", "-id"),
            },
        ),
        migrations.CreateModel(
            name="Course",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("code", models.SlugField(max_length=40, unique=True)),
                ("title", models.CharField(max_length=200)),
                ("title_ur", models.CharField(blank=True, max_length=200)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("rights", "rights and law"),
                            ("prison", "prison work"),
                            ("social_work", "methods of social work"),
                            ("community", "volunteers and civil society"),
                        ],
                        default="prison",
                        max_length=11,
                    ),
                ),
                ("objective", models.CharField(blank=True, max_length=600)),
                ("objective_ur", models.CharField(blank=True, max_length=600)),
                ("source", models.CharField(blank=True, max_length=300)),
                ("is_open", models.BooleanField(default=True)),
                (
                    "kept_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("title", "id"),
            },
        ),
        migrations.AddField(
            model_name="completion",
            name="course",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="training.course"
            ),
        ),
        migrations.CreateModel(
            name="CourseVersion",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("number", models.PositiveSmallIntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[("draft", "draft"), ("in_use", "in use"), ("retired", "no longer taught")],
                        default="draft",
                        max_length=7,
                    ),
                ),
                ("languages", models.JSONField(default=list)),
                ("methods", models.CharField(blank=True, max_length=300)),
                ("least_share", models.PositiveSmallIntegerField(default=80)),
                ("pass_mark", models.PositiveSmallIntegerField(null=True)),
                ("changes", models.CharField(blank=True, max_length=600)),
                ("made_by_name", models.CharField(blank=True, max_length=120)),
                ("made_at", models.DateTimeField(null=True)),
                ("in_use_on", models.DateField(null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "course",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="versions", to="training.course"
                    ),
                ),
            ],
            options={
                "ordering": ("course", "-number"),
            },
        ),
        migrations.AddField(
            model_name="completion",
            name="enrolment",
            field=models.OneToOneField(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="completion",
                to="training.enrolment",
            ),
        ),
        migrations.CreateModel(
            name="Material",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("title", models.CharField(max_length=200)),
                (
                    "language",
                    models.CharField(
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
                ("by_name", models.CharField(max_length=120)),
                ("at", models.DateTimeField()),
                (
                    "curriculum",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="materials",
                        to="training.courseversion",
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kit.storedfile"
                    ),
                ),
            ],
            options={
                "ordering": ("title", "id"),
            },
        ),
        migrations.CreateModel(
            name="Mandatory",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("months", models.PositiveSmallIntegerField(null=True)),
                ("grace_days", models.PositiveSmallIntegerField(default=0)),
                ("order_says", models.CharField(max_length=300)),
                ("started_on", models.DateField()),
                ("ended_on", models.DateField(null=True)),
                ("made_by_name", models.CharField(max_length=120)),
                ("made_at", models.DateTimeField()),
                (
                    "course",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="mandatory", to="training.course"
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.place"
                    ),
                ),
                (
                    "rank",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="training.rank"
                    ),
                ),
            ],
            options={
                "ordering": ("course__title", "rank__order", "id"),
            },
        ),
        migrations.CreateModel(
            name="Session",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("course", "course"),
                            ("workshop", "workshop between departments"),
                            ("webinar", "webinar"),
                        ],
                        default="course",
                        max_length=8,
                    ),
                ),
                ("title", models.CharField(blank=True, max_length=200)),
                ("departments", models.CharField(blank=True, max_length=300)),
                ("on", models.DateField()),
                ("until", models.DateField()),
                ("starts_at", models.TimeField(null=True)),
                (
                    "language",
                    models.CharField(
                        choices=[
                            ("en", "English"),
                            ("ur", "Urdu"),
                            ("sd", "Sindhi"),
                            ("pa", "Punjabi"),
                            ("ps", "Pashto"),
                            ("bal", "Balochi"),
                            ("skr", "Saraiki"),
                        ],
                        default="ur",
                        max_length=3,
                    ),
                ),
                ("seats", models.PositiveSmallIntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "planned"),
                            ("held", "being held"),
                            ("finished", "finished"),
                            ("cancelled", "not held"),
                        ],
                        default="planned",
                        max_length=9,
                    ),
                ),
                ("cancelled_because", models.CharField(blank=True, max_length=200)),
                ("made_by_name", models.CharField(max_length=120)),
                ("made_at", models.DateTimeField()),
                ("finished_on", models.DateField(null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "curriculum",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sessions",
                        to="training.courseversion",
                    ),
                ),
                (
                    "kept_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.place"),
                ),
            ],
            options={
                "ordering": ("-on", "-id"),
            },
        ),
        migrations.AddField(
            model_name="enrolment",
            name="session",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="enrolments", to="training.session"
            ),
        ),
        migrations.CreateModel(
            name="SessionDay",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("on", models.DateField()),
                ("minutes", models.PositiveSmallIntegerField(default=360)),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="days", to="training.session"
                    ),
                ),
            ],
            options={
                "ordering": ("on", "id"),
            },
        ),
        migrations.CreateModel(
            name="Attendance",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "came",
                    models.CharField(
                        choices=[
                            ("present", "present"),
                            ("absent", "absent"),
                            ("prevented", "prevented by duty or illness"),
                        ],
                        max_length=9,
                    ),
                ),
                ("key", models.UUIDField()),
                ("said_at", models.DateTimeField()),
                ("marked_by_name", models.CharField(max_length=120)),
                (
                    "enrolment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="attendances", to="training.enrolment"
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="training.session"
                    ),
                ),
                (
                    "day",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="attendances",
                        to="training.sessionday",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="Module",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("order", models.PositiveSmallIntegerField()),
                ("title", models.CharField(max_length=200)),
                ("title_ur", models.CharField(blank=True, max_length=200)),
                ("objective", models.CharField(blank=True, max_length=600)),
                ("objective_ur", models.CharField(blank=True, max_length=600)),
                ("minutes", models.PositiveSmallIntegerField(default=0)),
                ("method", models.CharField(blank=True, max_length=200)),
                ("assessment", models.CharField(blank=True, max_length=200)),
                (
                    "curriculum",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="modules", to="training.courseversion"
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="training.topic"
                    ),
                ),
            ],
            options={
                "ordering": ("order", "id"),
            },
        ),
        migrations.CreateModel(
            name="Trainee",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("full_name", models.CharField(max_length=120)),
                (
                    "audience",
                    models.CharField(
                        choices=[
                            ("officer", "prison officer or staff"),
                            ("lawyer", "lawyer or paralegal"),
                            ("volunteer", "volunteer or mentor"),
                            ("civil", "civil society member"),
                            ("other", "another department"),
                        ],
                        default="officer",
                        max_length=9,
                    ),
                ),
                ("organisation", models.CharField(blank=True, max_length=160)),
                ("number", models.CharField(blank=True, max_length=40)),
                (
                    "sex",
                    models.CharField(
                        blank=True, choices=[("woman", "woman"), ("man", "man"), ("other", "another")], max_length=5
                    ),
                ),
                ("contact", rihai.kit.sealed.field.SealedText(seal="training.trainee.contact")),
                ("joined_on", models.DateField(null=True)),
                ("left_on", models.DateField(null=True)),
                ("made_by", models.UUIDField(null=True)),
                ("made_by_name", models.CharField(max_length=120)),
                ("made_at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "place",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.place"
                    ),
                ),
                (
                    "rank",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="training.rank"
                    ),
                ),
            ],
            options={
                "ordering": ("full_name", "id"),
            },
        ),
        migrations.AddField(
            model_name="enrolment",
            name="trainee",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="enrolments", to="training.trainee"
            ),
        ),
        migrations.AddField(
            model_name="completion",
            name="trainee",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="completions", to="training.trainee"
            ),
        ),
        migrations.CreateModel(
            name="ArrivingRow",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("number", models.PositiveIntegerField()),
                ("full_name", models.CharField(max_length=120)),
                (
                    "audience",
                    models.CharField(
                        choices=[
                            ("officer", "prison officer or staff"),
                            ("lawyer", "lawyer or paralegal"),
                            ("volunteer", "volunteer or mentor"),
                            ("civil", "civil society member"),
                            ("other", "another department"),
                        ],
                        default="officer",
                        max_length=9,
                    ),
                ),
                ("organisation", models.CharField(blank=True, max_length=160)),
                ("service_number", models.CharField(blank=True, max_length=40)),
                (
                    "sex",
                    models.CharField(
                        blank=True, choices=[("woman", "woman"), ("man", "man"), ("other", "another")], max_length=5
                    ),
                ),
                ("contact", rihai.kit.sealed.field.SealedText(seal="training.arriving.contact")),
                ("problem", models.CharField(blank=True, max_length=300)),
                ("at", models.DateTimeField()),
                (
                    "place",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.place"
                    ),
                ),
                (
                    "rank",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="training.rank"
                    ),
                ),
                (
                    "session",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="arriving", to="training.session"
                    ),
                ),
                (
                    "alike",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="training.trainee"
                    ),
                ),
            ],
            options={
                "ordering": ("number", "id"),
            },
        ),
        migrations.CreateModel(
            name="Trainer",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("full_name", models.CharField(max_length=120)),
                ("organisation", models.CharField(blank=True, max_length=160)),
                ("languages", models.JSONField(default=list)),
                ("reached", models.CharField(blank=True, max_length=160)),
                ("ended_on", models.DateField(null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "account",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.place"
                    ),
                ),
            ],
            options={
                "ordering": ("full_name", "id"),
            },
        ),
        migrations.AddField(
            model_name="session",
            name="trainers",
            field=models.ManyToManyField(related_name="sessions", to="training.trainer"),
        ),
        migrations.CreateModel(
            name="Qualification",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("says", models.CharField(max_length=200)),
                ("given_by", models.CharField(blank=True, max_length=160)),
                ("on", models.DateField()),
                ("until", models.DateField(null=True)),
                (
                    "course",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="training.course"
                    ),
                ),
                (
                    "trainer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="qualifications",
                        to="training.trainer",
                    ),
                ),
            ],
            options={
                "ordering": ("-on", "-id"),
            },
        ),
        migrations.AddConstraint(
            model_name="courseversion",
            constraint=models.UniqueConstraint(fields=("course", "number"), name="training_version_once"),
        ),
        migrations.AddConstraint(
            model_name="courseversion",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "in_use")), fields=("course",), name="training_one_version_in_use"
            ),
        ),
        migrations.AddConstraint(
            model_name="sessionday",
            constraint=models.UniqueConstraint(fields=("session", "on"), name="training_day_once"),
        ),
        migrations.AddConstraint(
            model_name="attendance",
            constraint=models.UniqueConstraint(fields=("enrolment", "day"), name="training_attendance_once"),
        ),
        migrations.AddIndex(
            model_name="trainee",
            index=models.Index(fields=["place", "rank"], name="training_trainee_at"),
        ),
        migrations.AddConstraint(
            model_name="enrolment",
            constraint=models.UniqueConstraint(fields=("session", "trainee"), name="training_enrolment_once"),
        ),
        migrations.AddIndex(
            model_name="completion",
            index=models.Index(fields=["trainee", "course", "on"], name="training_completion_of"),
        ),
        migrations.AddIndex(
            model_name="session",
            index=models.Index(fields=["place", "on"], name="training_session_place"),
        ),
        migrations.AddIndex(
            model_name="session",
            index=models.Index(fields=["state", "on"], name="training_session_state"),
        ),
        migrations.CreateModel(
            name="Reminder",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("month", models.DateField()),
                ("at", models.DateTimeField()),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="reminder",
            constraint=models.UniqueConstraint(fields=("account", "month"), name="training_reminded_once"),
        ),
        *walls(),
    ]
