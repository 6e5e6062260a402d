"""Keeps plans, what is asked in the first days, and their walls."""

from __future__ import annotations

import django.db.models.deletion
import rihai.kit.ids
import rihai.kit.sealed.field
from django.db import migrations, models

from rihai.casework.plans.walls import walls


class Migration(migrations.Migration):
    """The tables, and one wall a table."""

    dependencies = [
        ("casework", "0002_services"),
        ("people", "0007_rows_cleared"),
    ]

    operations = [
        migrations.CreateModel(
            name="Assessment",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("made_for", models.UUIDField()),
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
                ("answer_id", models.UUIDField(null=True, unique=True)),
                ("form_version", models.CharField(blank=True, max_length=60)),
                ("asked_on", models.DateField()),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
            ],
            options={
                "ordering": ("-asked_on", "-id"),
            },
        ),
        migrations.CreateModel(
            name="Assessed",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("made_for", models.UUIDField()),
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
                ("domain", models.CharField(max_length=20)),
                (
                    "level",
                    models.PositiveSmallIntegerField(
                        choices=[(0, "no need"), (1, "some need"), (2, "much need"), (3, "at once")]
                    ),
                ),
                ("priority", models.PositiveSmallIntegerField(null=True)),
                ("strength", rihai.kit.sealed.field.SealedText(null=True, seal="casework.assessed.strength")),
                ("words", rihai.kit.sealed.field.SealedText(null=True, seal="casework.assessed.words")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
                (
                    "assessment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="said", to="casework.assessment"
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="AtOnce",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("made_for", models.UUIDField()),
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
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("ground_id", models.UUIDField()),
                ("seen_at", models.DateTimeField(null=True)),
                ("seen_by_name", models.CharField(blank=True, max_length=120)),
                ("next_on", models.DateField(null=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
            ],
            options={
                "ordering": ("made_at", "id"),
            },
        ),
        migrations.CreateModel(
            name="FirstDays",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("made_for", models.UUIDField()),
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
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("answer_id", models.UUIDField(null=True, unique=True)),
                ("asked_on", models.DateField()),
                ("admitted_on", models.DateField(null=True)),
                ("spoke", models.BooleanField(default=True)),
                ("children_home", models.PositiveSmallIntegerField(null=True)),
                (
                    "children_with",
                    rihai.kit.sealed.field.SealedText(null=True, seal="casework.first_days.children_with"),
                ),
                (
                    "children_tonight",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("yes", "the children are safe there"),
                            ("no", "the children are not safe"),
                            ("unknown", "they do not know"),
                        ],
                        max_length=8,
                    ),
                ),
                ("child_inside", models.BooleanField(null=True)),
                (
                    "call_home",
                    models.CharField(
                        blank=True,
                        choices=[("made", "the call was made"), ("wanted", "they have not called yet")],
                        max_length=12,
                    ),
                ),
                ("call_whom", rihai.kit.sealed.field.SealedText(null=True, seal="casework.first_days.call_whom")),
                ("not_to_call", rihai.kit.sealed.field.SealedText(null=True, seal="casework.first_days.not_to_call")),
                (
                    "clothing",
                    models.CharField(
                        blank=True,
                        choices=[("enough", "they have what they need"), ("needs", "they need some")],
                        max_length=8,
                    ),
                ),
                (
                    "sanitary",
                    models.CharField(
                        blank=True,
                        choices=[("enough", "they have what they need"), ("needs", "they need some")],
                        max_length=8,
                    ),
                ),
                ("first_thing", rihai.kit.sealed.field.SealedText(null=True, seal="casework.first_days.first_thing")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
            ],
            options={
                "ordering": ("-asked_on", "-id"),
            },
        ),
        migrations.CreateModel(
            name="FirstDaysHealth",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("made_for", models.UUIDField()),
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
                    "medicine",
                    models.CharField(
                        blank=True,
                        choices=[("none", "they take none"), ("needs", "they take some that must not stop")],
                        max_length=8,
                    ),
                ),
                ("medicine_which", rihai.kit.sealed.field.SealedText(null=True, seal="casework.first_days.medicine")),
                (
                    "self_harm",
                    models.CharField(
                        blank=True,
                        choices=[("no", "no"), ("yes", "yes"), ("not_said", "they did not want to say")],
                        max_length=8,
                    ),
                ),
                ("helps", rihai.kit.sealed.field.SealedText(null=True, seal="casework.first_days.helps")),
                (
                    "first_days",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="casework.firstdays"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
            ],
            options={
                "ordering": ("-id",),
            },
        ),
        migrations.CreateModel(
            name="Plan",
            fields=[
                ("owner_id", models.UUIDField(blank=True, db_index=True, null=True, verbose_name="owner")),
                ("due_on", models.DateField(blank=True, db_index=True, null=True, verbose_name="due on")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("made_for", models.UUIDField()),
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
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("begun_on", models.DateField()),
                ("owner_name", models.CharField(max_length=120)),
                (
                    "closed_how",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("done", "what was wanted is reached"),
                            ("not_wanted", "they do not want it any more"),
                            ("moved", "others go on with it"),
                            ("lost", "they could not be found any more"),
                            ("joined", "it is one with another plan of theirs"),
                            ("case", "the case was closed"),
                            ("died", "they died"),
                        ],
                        max_length=12,
                    ),
                ),
                ("closed_note", rihai.kit.sealed.field.SealedText(null=True, seal="casework.plan.closed_note")),
                (
                    "case",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="casework.case"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
            ],
            options={
                "ordering": ("-begun_on", "-id"),
            },
        ),
        migrations.CreateModel(
            name="Need",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("made_for", models.UUIDField()),
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
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("domain", models.CharField(max_length=20)),
                (
                    "level",
                    models.PositiveSmallIntegerField(
                        choices=[(0, "no need"), (1, "some need"), (2, "much need"), (3, "at once")]
                    ),
                ),
                ("priority", models.PositiveSmallIntegerField(null=True)),
                ("strength", rihai.kit.sealed.field.SealedText(null=True, seal="casework.need.strength")),
                ("words", rihai.kit.sealed.field.SealedText(null=True, seal="casework.need.words")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "open"),
                            ("met", "met"),
                            ("less", "less than it was"),
                            ("not_now", "they do not want help with it now"),
                        ],
                        default="open",
                        max_length=8,
                    ),
                ),
                ("ended_on", models.DateField(null=True)),
                (
                    "assessment",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="casework.assessment",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="needs", to="casework.plan"
                    ),
                ),
            ],
            options={
                "ordering": ("made_at", "id"),
            },
        ),
        migrations.CreateModel(
            name="Goal",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("made_for", models.UUIDField()),
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
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("domain", models.CharField(blank=True, max_length=20)),
                ("words", rihai.kit.sealed.field.SealedText(seal="casework.goal.words")),
                ("wanted_by", models.DateField(null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "on the way"),
                            ("reached", "reached"),
                            ("partly", "partly reached"),
                            ("let_go", "let go"),
                        ],
                        default="open",
                        max_length=8,
                    ),
                ),
                ("ended_on", models.DateField(null=True)),
                ("ended_note", rihai.kit.sealed.field.SealedText(null=True, seal="casework.goal.ended_note")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
                (
                    "need",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="goals",
                        to="casework.need",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="goals", to="casework.plan"
                    ),
                ),
            ],
            options={
                "ordering": ("made_at", "id"),
            },
        ),
        migrations.CreateModel(
            name="PlanChange",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("made_for", models.UUIDField()),
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
                    "what",
                    models.CharField(
                        choices=[
                            ("plan.begun", "The plan was begun"),
                            ("plan.changed", "The plan was changed"),
                            ("plan.reviewed", "The plan was looked at together"),
                            ("plan.closed", "The plan was closed"),
                            ("need.added", "A need was written down"),
                            ("need.changed", "A need was changed"),
                            ("goal.added", "A goal was written down"),
                            ("goal.changed", "A goal was changed"),
                            ("goal.ended", "A goal was ended"),
                            ("step.added", "A step was written down"),
                            ("step.changed", "A step was changed"),
                            ("step.done", "A step was ended"),
                            ("step.stopped", "A step was stopped"),
                            ("paper.given", "The plan was printed for them"),
                        ],
                        max_length=16,
                    ),
                ),
                ("subject_id", models.UUIDField()),
                ("said", rihai.kit.sealed.field.SealedText(null=True, seal="casework.change.said")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="changes", to="casework.plan"
                    ),
                ),
            ],
            options={
                "ordering": ("-made_at", "-id"),
            },
        ),
        migrations.CreateModel(
            name="PlanPaper",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("made_for", models.UUIDField()),
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
                ("language", models.CharField(max_length=8)),
                ("classes", models.CharField(max_length=40)),
                ("her_word", rihai.kit.sealed.field.SealedText(null=True, seal="casework.paper.her_word")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="papers", to="casework.plan"
                    ),
                ),
            ],
            options={
                "ordering": ("-made_at", "-id"),
            },
        ),
        migrations.CreateModel(
            name="PlanReview",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("made_for", models.UUIDField()),
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
                ("on", models.DateField()),
                ("words", rihai.kit.sealed.field.SealedText(null=True, seal="casework.review.words")),
                ("note", rihai.kit.sealed.field.SealedText(null=True, seal="casework.review.note")),
                ("next_on", models.DateField(null=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="reviews", to="casework.plan"
                    ),
                ),
            ],
            options={
                "ordering": ("-on", "-id"),
            },
        ),
        migrations.CreateModel(
            name="Step",
            fields=[
                ("owner_id", models.UUIDField(blank=True, db_index=True, null=True, verbose_name="owner")),
                ("due_on", models.DateField(blank=True, db_index=True, null=True, verbose_name="due on")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("made_for", models.UUIDField()),
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
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("kind", models.CharField(max_length=12)),
                ("what", rihai.kit.sealed.field.SealedText(null=True, seal="casework.step.what")),
                (
                    "owned_by",
                    models.CharField(
                        choices=[
                            ("worker", "a worker of ours"),
                            ("herself", "the person herself or himself"),
                            ("family", "the family"),
                            ("partner", "a partner organisation"),
                        ],
                        default="worker",
                        max_length=8,
                    ),
                ),
                ("owner_name", models.CharField(blank=True, max_length=160)),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("done", "done"),
                            ("partly", "done in part"),
                            ("not_possible", "it was not possible"),
                            ("not_wanted", "they did not want it any more"),
                            ("stopped", "stopped: leave was taken back"),
                        ],
                        max_length=12,
                    ),
                ),
                ("outcome_note", rihai.kit.sealed.field.SealedText(null=True, seal="casework.step.outcome_note")),
                (
                    "consent",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="people.consent"
                    ),
                ),
                (
                    "first_days",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="steps",
                        to="casework.firstdays",
                    ),
                ),
                (
                    "goal",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="casework.goal"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="casework.plan"
                    ),
                ),
            ],
            options={
                "ordering": ("due_on", "id"),
            },
        ),
        migrations.AddIndex(
            model_name="assessment",
            index=models.Index(fields=["person", "asked_on"], name="casework_assessment_person"),
        ),
        migrations.AddIndex(
            model_name="atonce",
            index=models.Index(fields=["seen_at", "person"], name="casework_atonce_open"),
        ),
        migrations.AddIndex(
            model_name="firstdays",
            index=models.Index(fields=["person", "asked_on"], name="casework_firstdays_person"),
        ),
        migrations.AddIndex(
            model_name="plan",
            index=models.Index(fields=["person", "done_on"], name="casework_plan_whose"),
        ),
        migrations.AddIndex(
            model_name="plan",
            index=models.Index(fields=["owner_id", "done_on", "due_on"], name="casework_plan_keeper"),
        ),
        migrations.AddIndex(
            model_name="need",
            index=models.Index(fields=["person", "state"], name="casework_need_whose"),
        ),
        migrations.AddIndex(
            model_name="goal",
            index=models.Index(fields=["state", "ended_on"], name="casework_goal_ended"),
        ),
        migrations.AddIndex(
            model_name="planchange",
            index=models.Index(fields=["plan", "made_at"], name="casework_change_plan"),
        ),
        migrations.AddIndex(
            model_name="step",
            index=models.Index(fields=["owner_id", "done_on", "due_on"], name="casework_step_due"),
        ),
        migrations.AddIndex(
            model_name="step",
            index=models.Index(fields=["person", "done_on"], name="casework_step_whose"),
        ),
        migrations.AddIndex(
            model_name="step",
            index=models.Index(fields=["done_on", "due_on"], name="casework_step_open"),
        ),
        *walls(),
    ]
