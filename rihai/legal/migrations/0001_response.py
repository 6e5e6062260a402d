"""Keeps the response loop: answers to lines, their steps and notes, what is to be told, what clocks asked for."""

from __future__ import annotations

import django.db.models.deletion
import rihai.kit.ids
import rihai.kit.sealed.field
from django.db import migrations, models
from rihai.legal.response.walls import walls


class Migration(migrations.Migration):
    """The tables, and one wall a table."""

    dependencies = [("people", "0004_intake_walls"), ("screening", "0002_walls"), ("accounts", "0003_roles_of_legal")]
    operations = [
        migrations.CreateModel(
            name="ClockAct",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
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
                        max_length=10,
                    ),
                ),
                ("and_legal", models.BooleanField(default=False)),
                ("case_id", models.CharField(blank=True, max_length=200)),
                ("provision", models.CharField(max_length=80)),
                ("since_on", models.DateField(null=True)),
                ("cause", models.CharField(max_length=24)),
                ("clock", models.PositiveSmallIntegerField()),
                ("done_on", models.DateField()),
                ("done_at", models.DateTimeField()),
                ("by_id", models.UUIDField()),
                ("by_name", models.CharField(max_length=120)),
                ("came_from", models.JSONField(default=list)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
            ],
            options={
                "ordering": ("done_at", "id"),
            },
        ),
        migrations.CreateModel(
            name="Response",
            fields=[
                ("owner_id", models.UUIDField(blank=True, db_index=True, null=True, verbose_name="owner")),
                ("due_on", models.DateField(blank=True, db_index=True, null=True, verbose_name="due on")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("case_id", models.CharField(blank=True, max_length=200)),
                ("provision", models.CharField(max_length=80)),
                ("twin", models.PositiveSmallIntegerField(default=0)),
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
                        max_length=10,
                    ),
                ),
                ("and_legal", models.BooleanField(default=False)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Nobody has it"),
                            ("taken", "Taken"),
                            ("referred", "Referred"),
                            ("filed", "Filed"),
                            ("refused", "Refused"),
                            ("parked", "Parked"),
                            ("granted", "Granted"),
                            ("released", "Released"),
                            ("closed", "Closed"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("owner_name", models.CharField(blank=True, max_length=120)),
                ("taken_at", models.DateTimeField(null=True)),
                ("offered_to", models.UUIDField(db_index=True, null=True)),
                ("offered_name", models.CharField(blank=True, max_length=120)),
                (
                    "receiver",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("court", "a court"),
                            ("prosecutor", "the prosecutor"),
                            ("probation", "probation and parole"),
                            ("prison", "the prison department"),
                            ("legal_aid", "legal aid"),
                            ("committee", "a review committee"),
                            ("embassy", "an embassy or consulate"),
                            ("other", "another body"),
                        ],
                        max_length=12,
                    ),
                ),
                ("receiver_name", models.CharField(blank=True, max_length=160)),
                ("court", models.CharField(blank=True, max_length=160)),
                ("number", models.CharField(blank=True, max_length=80)),
                ("filed_on", models.DateField(null=True)),
                ("reason", models.CharField(blank=True, max_length=40)),
                ("refused_on", models.DateField(null=True)),
                ("until_on", models.DateField(null=True)),
                ("doubtful", models.CharField(blank=True, max_length=80)),
                ("remedy", models.CharField(blank=True, max_length=40)),
                ("remedy_last_on", models.DateField(null=True)),
                ("needs_ground", models.BooleanField(default=False)),
                ("granted_on", models.DateField(null=True)),
                ("released_on", models.DateField(null=True)),
                ("stood", models.JSONField(default=dict)),
                ("came_from", models.JSONField(default=list)),
                ("touched_at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="responses", to="people.person"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Step",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
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
                        max_length=10,
                    ),
                ),
                ("and_legal", models.BooleanField(default=False)),
                ("act", models.CharField(max_length=16)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Nobody has it"),
                            ("taken", "Taken"),
                            ("referred", "Referred"),
                            ("filed", "Filed"),
                            ("refused", "Refused"),
                            ("parked", "Parked"),
                            ("granted", "Granted"),
                            ("released", "Released"),
                            ("closed", "Closed"),
                        ],
                        max_length=10,
                    ),
                ),
                ("on", models.DateField()),
                ("at", models.DateTimeField()),
                ("by_id", models.UUIDField(null=True)),
                ("by_name", models.CharField(blank=True, max_length=120)),
                ("told", models.JSONField(default=dict)),
                ("reason", models.CharField(blank=True, max_length=40)),
                ("has_note", models.BooleanField(default=False)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
                (
                    "response",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="legal.response"
                    ),
                ),
            ],
            options={
                "ordering": ("at", "id"),
            },
        ),
        migrations.CreateModel(
            name="StepNote",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("text", rihai.kit.sealed.field.SealedText(seal="legal.step.note")),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
                (
                    "step",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="note", to="legal.step"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Telling",
            fields=[
                ("owner_id", models.UUIDField(blank=True, db_index=True, null=True, verbose_name="owner")),
                ("due_on", models.DateField(blank=True, db_index=True, null=True, verbose_name="due on")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
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
                        max_length=10,
                    ),
                ),
                ("and_legal", models.BooleanField(default=False)),
                ("done_by", models.UUIDField(null=True)),
                ("done_by_name", models.CharField(blank=True, max_length=120)),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
                (
                    "response",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="tellings", to="legal.response"
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="clockact",
            index=models.Index(fields=["person", "provision", "case_id"], name="legal_clock_row"),
        ),
        migrations.AddIndex(
            model_name="response",
            index=models.Index(fields=["owner_id", "state", "due_on"], name="legal_response_mine"),
        ),
        migrations.AddIndex(
            model_name="response",
            index=models.Index(fields=["state", "until_on"], name="legal_response_back"),
        ),
        migrations.AddIndex(
            model_name="response",
            index=models.Index(fields=["state", "touched_at"], name="legal_response_idle"),
        ),
        migrations.AddConstraint(
            model_name="response",
            constraint=models.UniqueConstraint(
                fields=("person", "case_id", "provision", "twin"), name="legal_response_once"
            ),
        ),
        migrations.AddIndex(
            model_name="step",
            index=models.Index(fields=["act", "on"], name="legal_step_act"),
        ),
        migrations.AddIndex(
            model_name="step",
            index=models.Index(fields=["person", "at"], name="legal_step_person"),
        ),
        migrations.AddIndex(
            model_name="telling",
            index=models.Index(condition=models.Q(("done_on", None)), fields=["due_on"], name="legal_telling_waiting"),
        ),
        *walls(),
    ]
