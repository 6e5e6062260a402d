"""Keeps sealed records of survivors, with their walls."""

from __future__ import annotations

import django.db.models.deletion
import rihai.casework.survivors.models.record
import rihai.kit.ids
import rihai.kit.sealed.field
import rihai.kit.sealed.index
from django.conf import settings
from django.db import migrations, models

from rihai.casework.survivors.walls import walls


class Migration(migrations.Migration):
    """The tables, and one wall a table."""

    dependencies = [
        ("accounts", "0006_roles_of_casework"),
        ("casework", "0007_health"),
    ]

    operations = [
        migrations.CreateModel(
            name="Heard",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("left_on", models.DateField()),
                ("by_number", models.BooleanField()),
                ("heard_at", models.DateTimeField()),
                ("told_on", models.DateField(null=True)),
            ],
            options={
                "ordering": ("told_on", "-heard_at", "-id"),
            },
        ),
        migrations.CreateModel(
            name="Passing",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("code", models.CharField(max_length=8)),
                ("says", rihai.kit.sealed.field.SealedText(null=True, seal="casework.survivor.text")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("offered", "offered"),
                            ("accepted", "accepted"),
                            ("refused", "refused"),
                            ("taken_back", "taken back"),
                        ],
                        default="offered",
                        max_length=10,
                    ),
                ),
                ("offered_at", models.DateTimeField()),
                ("settled_at", models.DateTimeField(null=True)),
            ],
            options={
                "ordering": ("-offered_at", "-id"),
            },
        ),
        migrations.CreateModel(
            name="SurvivorRecord",
            fields=[
                ("owner_id", models.UUIDField(blank=True, db_index=True, null=True, verbose_name="owner")),
                ("due_on", models.DateField(blank=True, db_index=True, null=True, verbose_name="due on")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "code",
                    models.CharField(
                        default=rihai.casework.survivors.models.record.new_code, max_length=8, unique=True
                    ),
                ),
                ("subject", rihai.kit.sealed.field.SealedText(null=True, seal="casework.survivor.subject")),
                (
                    "subject_index",
                    rihai.kit.sealed.index.BlindIndex(
                        normaliser="folded", of="subject", seal="casework.survivor.subject"
                    ),
                ),
                ("first_subject", rihai.kit.sealed.field.SealedText(null=True, seal="casework.survivor.subject")),
                ("called", rihai.kit.sealed.field.SealedText(seal="casework.survivor.text")),
                ("wishes", rihai.kit.sealed.field.SealedText(null=True, seal="casework.survivor.text")),
                (
                    "state",
                    models.CharField(choices=[("open", "open"), ("closed", "closed")], default="open", max_length=8),
                ),
                ("opened_on", models.DateField()),
                ("closed_on", models.DateField(null=True)),
                ("closing", rihai.kit.sealed.field.SealedText(null=True, seal="casework.survivor.text")),
                ("made_at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
            ],
            options={
                "ordering": ("due_on", "id"),
            },
        ),
        migrations.CreateModel(
            name="SurvivorReferral",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("receiver", rihai.kit.sealed.field.SealedText(seal="casework.survivor.text")),
                ("told", rihai.kit.sealed.field.SealedText(seal="casework.survivor.text")),
                ("her_word", rihai.kit.sealed.field.SealedText(seal="casework.survivor.text")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("sent", "sent"),
                            ("done", "done"),
                            ("refused", "they refused"),
                            ("withdrawn", "she took it back"),
                        ],
                        default="sent",
                        max_length=10,
                    ),
                ),
                ("agreed_on", models.DateField()),
                ("settled_on", models.DateField(null=True)),
                ("answer", rihai.kit.sealed.field.SealedText(null=True, seal="casework.survivor.text")),
                ("written_by_name", models.CharField(max_length=120)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
            ],
            options={
                "ordering": ("-agreed_on", "-id"),
            },
        ),
        migrations.CreateModel(
            name="SurvivorSession",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("individual", "a talk, the two of us"),
                            ("stress", "stress management"),
                            ("life_skills", "life skills"),
                            ("legal", "legal counselling"),
                            ("safety", "the safety plan"),
                            ("accompany", "went with her"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "how",
                    models.CharField(
                        choices=[("in_person", "in person"), ("phone", "by phone"), ("video", "by video")],
                        default="in_person",
                        max_length=10,
                    ),
                ),
                ("held_on", models.DateField()),
                ("minutes", models.PositiveSmallIntegerField()),
                ("note", rihai.kit.sealed.field.SealedText(null=True, seal="casework.survivor.text")),
                ("written_by_name", models.CharField(max_length=120)),
                ("written_at", models.DateTimeField()),
            ],
            options={
                "ordering": ("-held_on", "-id"),
            },
        ),
        migrations.CreateModel(
            name="TakingOver",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("code", models.CharField(max_length=8)),
                ("reason", rihai.kit.sealed.field.SealedText(seal="casework.survivor.text")),
                ("is_granted", models.BooleanField(null=True)),
                ("asked_at", models.DateTimeField()),
                ("settled_at", models.DateTimeField(null=True)),
            ],
            options={
                "ordering": ("-asked_at", "-id"),
            },
        ),
        migrations.CreateModel(
            name="Watched",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("name", rihai.kit.sealed.field.SealedText(seal="casework.survivor.watched")),
                ("father", rihai.kit.sealed.field.SealedText(null=True, seal="casework.survivor.watched")),
                ("number", rihai.kit.sealed.field.SealedText(null=True, seal="casework.survivor.watched")),
                ("asked_on", models.DateField()),
                ("ended_on", models.DateField(null=True)),
            ],
            options={
                "ordering": ("-asked_on", "-id"),
            },
        ),
        migrations.AddField(
            model_name="passing",
            name="giver",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="passing",
            name="receiver",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="survivorrecord",
            name="counsellor",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="survivorrecord",
            name="unit",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.unit"
            ),
        ),
        migrations.AddField(
            model_name="passing",
            name="record",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="passings", to="casework.survivorrecord"
            ),
        ),
        migrations.AddField(
            model_name="heard",
            name="record",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="heard", to="casework.survivorrecord"
            ),
        ),
        migrations.AddField(
            model_name="survivorreferral",
            name="record",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="referrals", to="casework.survivorrecord"
            ),
        ),
        migrations.AddField(
            model_name="survivorsession",
            name="record",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="sessions", to="casework.survivorrecord"
            ),
        ),
        migrations.AddField(
            model_name="takingover",
            name="asker",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="takingover",
            name="record",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="takings", to="casework.survivorrecord"
            ),
        ),
        migrations.AddField(
            model_name="takingover",
            name="second",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="watched",
            name="record",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="watched", to="casework.survivorrecord"
            ),
        ),
        migrations.AddField(
            model_name="heard",
            name="watched",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="heard", to="casework.watched"
            ),
        ),
        migrations.AddConstraint(
            model_name="passing",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "offered")), fields=("record",), name="casework_one_open_passing"
            ),
        ),
        migrations.AddConstraint(
            model_name="takingover",
            constraint=models.UniqueConstraint(
                condition=models.Q(("is_granted", None)), fields=("record",), name="casework_one_open_taking"
            ),
        ),
        *walls(),
    ]
