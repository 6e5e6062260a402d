"""Concerns about our own people with their walls, and what families read of each prison, which anybody may."""

from __future__ import annotations

import django.db.models.deletion
import rihai.kit.codes
import rihai.kit.ids
import rihai.kit.sealed.field
import rihai.kit.sealed.index
from django.conf import settings
from django.db import migrations, models

from rihai.helpline.concerns.walls import walls_of_concerns


class Migration(migrations.Migration):
    """The tables, then the walls of concerns."""

    dependencies = [
        ("helpline", "0001_line"),
        ("accounts", "0016_roles_of_urgent_help"),
        ("places", "0001_initial"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Concern",
            fields=[
                ("code", models.CharField(editable=False, max_length=8, unique=True)),
                ("pin", models.CharField(editable=False, max_length=200)),
                ("tries", models.PositiveSmallIntegerField(default=0, editable=False)),
                ("shut_until", models.DateTimeField(editable=False, null=True)),
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("key", models.CharField(max_length=64, unique=True)),
                ("called", models.CharField(default=rihai.kit.codes.new_code, max_length=8, unique=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("new", "nobody has read it yet"),
                            ("read", "read"),
                            ("decided", "decided"),
                            ("closed", "closed"),
                        ],
                        default="new",
                        max_length=8,
                    ),
                ),
                ("text", rihai.kit.sealed.field.SealedText(seal="helpline.concern.text")),
                ("raised_by", rihai.kit.sealed.field.SealedText(null=True, seal="helpline.concern.text")),
                ("outcome", rihai.kit.sealed.field.SealedText(null=True, seal="helpline.concern.text")),
                ("why", rihai.kit.sealed.field.SealedText(null=True, seal="helpline.concern.text")),
                ("learned_at", models.DateTimeField()),
                ("made_at", models.DateTimeField()),
                ("decided_at", models.DateTimeField(null=True)),
                ("closed_at", models.DateTimeField(null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
            ],
            options={
                "ordering": ("-learned_at", "-id"),
            },
        ),
        migrations.CreateModel(
            name="ConcernAbout",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("kind", rihai.kit.sealed.field.SealedText(seal="helpline.concern.text")),
                ("name", rihai.kit.sealed.field.SealedText(seal="helpline.concern.text")),
                ("subject", rihai.kit.sealed.field.SealedText(seal="helpline.concern.subject")),
                (
                    "subject_index",
                    rihai.kit.sealed.index.BlindIndex(
                        normaliser="folded", of="subject", seal="helpline.concern.subject"
                    ),
                ),
                ("is_suspended", models.BooleanField(default=False)),
                ("done", rihai.kit.sealed.field.SealedText(null=True, seal="helpline.concern.text")),
                (
                    "concern",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="about", to="helpline.concern"
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="ConcernBarred",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("account", rihai.kit.sealed.field.SealedText(seal="helpline.concern.subject")),
                (
                    "account_index",
                    rihai.kit.sealed.index.BlindIndex(
                        normaliser="folded", of="account", seal="helpline.concern.subject"
                    ),
                ),
                ("because", rihai.kit.sealed.field.SealedText(seal="helpline.concern.text")),
                (
                    "concern",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="barred", to="helpline.concern"
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="ConcernClock",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("what", rihai.kit.sealed.field.SealedText(seal="helpline.concern.text")),
                ("started_at", models.DateTimeField()),
                ("due_at", models.DateTimeField(db_index=True)),
                ("stopped_at", models.DateTimeField(null=True)),
                ("says", rihai.kit.sealed.field.SealedText(null=True, seal="helpline.concern.text")),
                ("rung", models.PositiveSmallIntegerField(default=0)),
                (
                    "concern",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="clocks", to="helpline.concern"
                    ),
                ),
            ],
            options={
                "ordering": ("due_at", "id"),
            },
        ),
        migrations.CreateModel(
            name="ConcernWord",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("is_ours", models.BooleanField()),
                ("text", rihai.kit.sealed.field.SealedText(seal="helpline.concern.text")),
                ("by_name", rihai.kit.sealed.field.SealedText(null=True, seal="helpline.concern.text")),
                ("at", models.DateTimeField()),
                (
                    "concern",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="words", to="helpline.concern"
                    ),
                ),
            ],
            options={
                "ordering": ("at", "id"),
            },
        ),
        migrations.CreateModel(
            name="ConcernHolder",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("since", models.DateTimeField()),
                ("until", models.DateTimeField(null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "concern",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="holders", to="helpline.concern"
                    ),
                ),
            ],
            options={
                "ordering": ("since", "id"),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("until", None)),
                        fields=("concern", "account"),
                        name="helpline_concern_held_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ConcernStep",
            fields=[
                ("owner_id", models.UUIDField(blank=True, db_index=True, null=True, verbose_name="owner")),
                ("due_on", models.DateField(blank=True, db_index=True, null=True, verbose_name="due on")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("kind", rihai.kit.sealed.field.SealedText(seal="helpline.concern.text")),
                ("says", rihai.kit.sealed.field.SealedText(seal="helpline.concern.text")),
                (
                    "risk",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("none_seen", "asked; none is seen"),
                            ("some", "some"),
                            ("high", "high"),
                            ("unknown", "could not be asked"),
                        ],
                        max_length=10,
                    ),
                ),
                ("risk_says", rihai.kit.sealed.field.SealedText(null=True, seal="helpline.concern.text")),
                ("risk_done", rihai.kit.sealed.field.SealedText(null=True, seal="helpline.concern.text")),
                (
                    "state",
                    models.CharField(
                        choices=[("planned", "planned"), ("done", "done"), ("left", "not taken")],
                        default="planned",
                        max_length=8,
                    ),
                ),
                ("result", rihai.kit.sealed.field.SealedText(null=True, seal="helpline.concern.text")),
                ("by_name", models.CharField(max_length=120)),
                ("made_at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "concern",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="helpline.concern"
                    ),
                ),
            ],
            options={
                "ordering": ("due_on", "id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "done"), _negated=True),
                            models.Q(("risk", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="helpline_risk_before_step",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="HelpFact",
            fields=[
                (
                    "topic",
                    models.CharField(
                        choices=[
                            ("days", "Days of visits"),
                            ("hours", "Hours of visits"),
                            ("who", "Who may come, and which papers they show"),
                            ("bring", "What may be brought"),
                            ("not_bring", "What may not be brought"),
                            ("money", "How to send money"),
                            ("letters", "Letters and parcels"),
                            ("phone", "Telephone calls from inside"),
                            ("ask", "Whom to ask there"),
                            ("numbers", "Numbers to ring"),
                            ("more", "Good to know"),
                        ],
                        max_length=10,
                    ),
                ),
                ("says", models.CharField(blank=True, max_length=600)),
                ("says_ur", models.CharField(blank=True, max_length=600)),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("seen", "seen there by us"),
                            ("rang", "we rang and asked"),
                            ("notice", "a notice of the prison"),
                            ("rules", "the prison rules"),
                            ("family", "told by families"),
                        ],
                        max_length=8,
                    ),
                ),
                ("about_source", models.CharField(blank=True, max_length=200)),
                ("checked_on", models.DateField()),
                ("by_name", models.CharField(max_length=120)),
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("changed_at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.place"),
                ),
            ],
            options={
                "ordering": ("place", "topic"),
                "constraints": [models.UniqueConstraint(fields=("place", "topic"), name="helpline_fact_once")],
            },
        ),
        migrations.CreateModel(
            name="HelpFactBefore",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "topic",
                    models.CharField(
                        choices=[
                            ("days", "Days of visits"),
                            ("hours", "Hours of visits"),
                            ("who", "Who may come, and which papers they show"),
                            ("bring", "What may be brought"),
                            ("not_bring", "What may not be brought"),
                            ("money", "How to send money"),
                            ("letters", "Letters and parcels"),
                            ("phone", "Telephone calls from inside"),
                            ("ask", "Whom to ask there"),
                            ("numbers", "Numbers to ring"),
                            ("more", "Good to know"),
                        ],
                        max_length=10,
                    ),
                ),
                ("says", models.CharField(blank=True, max_length=600)),
                ("says_ur", models.CharField(blank=True, max_length=600)),
                (
                    "source",
                    models.CharField(
                        choices=[
                            ("seen", "seen there by us"),
                            ("rang", "we rang and asked"),
                            ("notice", "a notice of the prison"),
                            ("rules", "the prison rules"),
                            ("family", "told by families"),
                        ],
                        max_length=8,
                    ),
                ),
                ("about_source", models.CharField(blank=True, max_length=200)),
                ("checked_on", models.DateField()),
                ("by_name", models.CharField(max_length=120)),
                ("until", models.DateTimeField()),
                ("ended_by_name", models.CharField(max_length=120)),
                (
                    "place",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.place"),
                ),
            ],
            options={
                "ordering": ("-until", "-id"),
                "indexes": [models.Index(fields=["place", "topic", "-until"], name="helpline_fact_before")],
            },
        ),
        *walls_of_concerns(),
    ]
