"""Keeps services, with their walls."""

from __future__ import annotations

import django.db.models.deletion
import rihai.kit.ids
import rihai.kit.sealed.field
from django.conf import settings
from django.db import migrations, models
from rihai.casework.services.walls import walls


class Migration(migrations.Migration):
    """The tables, and one wall a table."""

    dependencies = [
        ("casework", "0001_cases"),
    ]

    operations = [
        migrations.CreateModel(
            name="Employer",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("name", models.CharField(max_length=160)),
                (
                    "district",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.place"),
                ),
                ("trades", models.CharField(max_length=300)),
                ("terms", models.CharField(blank=True, max_length=300)),
                ("contact", models.CharField(blank=True, max_length=160)),
                ("phone", models.CharField(blank=True, max_length=40)),
                ("checked_on", models.DateField()),
                ("ended_on", models.DateField(null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
            ],
            options={
                "ordering": ("name", "id"),
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="PartnerService",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "body",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.place"),
                ),
                ("service", models.SlugField(max_length=40)),
                ("needs_told", models.JSONField()),
                ("reached_how", models.CharField(blank=True, max_length=300)),
                ("answers_in_days", models.PositiveSmallIntegerField(default=14)),
                ("checked_on", models.DateField()),
                ("ended_on", models.DateField(null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
            ],
            options={
                "ordering": ("body__name", "service", "id"),
                "constraints": [models.UniqueConstraint(fields=("body", "service"), name="casework_partner_once")],
                "indexes": [],
            },
        ),
        migrations.CreateModel(
            name="Enrolment",
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
                    "case",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="casework.case"
                    ),
                ),
                ("service", models.SlugField(max_length=40)),
                (
                    "place",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.place"
                    ),
                ),
                (
                    "worker",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("stage", models.SlugField(blank=True, max_length=40)),
                ("started_on", models.DateField()),
                ("ended_on", models.DateField(null=True)),
                ("outcome", models.SlugField(blank=True, max_length=40)),
                ("is_finished", models.BooleanField(default=False)),
                ("note", models.CharField(blank=True, max_length=600)),
                (
                    "evidence",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kit.storedfile"
                    ),
                ),
                ("remission_at", models.DateTimeField(null=True)),
                ("remission_by_name", models.CharField(blank=True, max_length=120)),
                ("remission_note", models.CharField(blank=True, max_length=300)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
            ],
            options={
                "ordering": ("-started_on", "-id"),
                "indexes": [
                    models.Index(fields=["service", "ended_on", "started_on"], name="casework_enrol_service"),
                    models.Index(fields=["started_on"], name="casework_enrol_started"),
                ],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="StageEntry",
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
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="stages", to="casework.enrolment"
                    ),
                ),
                ("stage", models.SlugField(max_length=40)),
                ("started_on", models.DateField()),
                ("ended_on", models.DateField(null=True)),
                ("pledged_on", models.DateField(null=True)),
                ("note", models.CharField(blank=True, max_length=300)),
            ],
            options={
                "ordering": ("started_on", "id"),
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="Referral",
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
                    "way",
                    models.CharField(
                        choices=[("out", "from us to a partner"), ("in", "from a partner to us")], max_length=3
                    ),
                ),
                (
                    "case",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="casework.case"
                    ),
                ),
                ("service", models.SlugField(max_length=40)),
                (
                    "partner",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="casework.partnerservice",
                    ),
                ),
                ("partner_name", models.CharField(max_length=200)),
                ("asked", models.CharField(max_length=400)),
                ("told", models.JSONField(default=list)),
                ("copy", rihai.kit.sealed.field.SealedText(null=True, seal="casework.referral.copy")),
                (
                    "basis",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("consent", "consent"),
                            ("law", "an order or a law"),
                            ("vital", "danger to life, decided by two people"),
                        ],
                        max_length=8,
                    ),
                ),
                ("consent_id", models.UUIDField(db_index=True, null=True)),
                ("basis_says", models.CharField(blank=True, max_length=200)),
                ("guarded_because", models.CharField(blank=True, max_length=200)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("sent", "sent, not answered"),
                            ("accepted", "accepted"),
                            ("refused", "refused"),
                            ("done", "done"),
                            ("revoked", "revoked"),
                        ],
                        default="sent",
                        max_length=10,
                    ),
                ),
                ("sent_on", models.DateField()),
                ("due_on", models.DateField()),
                ("answered_on", models.DateField(null=True)),
                ("answer_note", models.CharField(blank=True, max_length=400)),
                ("withdrawn_at", models.DateTimeField(null=True)),
                ("partner_told_at", models.DateTimeField(null=True)),
                ("partner_told_by_name", models.CharField(blank=True, max_length=120)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
            ],
            options={
                "ordering": ("-sent_on", "-id"),
                "indexes": [models.Index(fields=["state", "due_on"], name="casework_referral_due")],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="JobPlacement",
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
                    "employer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="casework.employer"
                    ),
                ),
                ("trade", models.CharField(max_length=120)),
                (
                    "told",
                    models.CharField(
                        choices=[
                            ("nothing", "nothing of custody"),
                            ("herself", "what they told the employer themselves"),
                            ("by_us", "told by us, with consent"),
                        ],
                        max_length=8,
                    ),
                ),
                ("consent_id", models.UUIDField(db_index=True, null=True)),
                ("withdrawn_at", models.DateTimeField(null=True)),
                ("started_on", models.DateField()),
                ("ended_on", models.DateField(null=True)),
                ("ended_because", models.CharField(blank=True, max_length=200)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
            ],
            options={
                "ordering": ("-started_on", "-id"),
                "indexes": [],
                "constraints": [],
            },
        ),
        migrations.CreateModel(
            name="MaterialHelp",
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
                    "case",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="casework.case"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("kit", "a kit: clothing, hygiene, baby things"),
                            ("tools", "tools of a trade"),
                            ("fare", "fare or travel"),
                            ("cash", "cash"),
                            ("other", "something else"),
                        ],
                        max_length=6,
                    ),
                ),
                ("what", models.CharField(max_length=200)),
                ("fund", models.CharField(max_length=120)),
                ("worth", models.DecimalField(decimal_places=2, max_digits=12)),
                ("currency", models.CharField(default="PKR", max_length=3)),
                ("given_on", models.DateField()),
                ("given_by_name", models.CharField(max_length=120)),
                ("witness", models.CharField(max_length=120)),
                (
                    "proof",
                    models.CharField(
                        choices=[
                            ("receipt", "a signed receipt"),
                            ("thumb", "a thumb-print"),
                            ("witness", "the witness alone"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "receipt",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kit.storedfile"
                    ),
                ),
            ],
            options={
                "ordering": ("-given_on", "-id"),
                "indexes": [models.Index(fields=["fund", "given_on"], name="casework_help_fund")],
                "constraints": [],
            },
        ),
        *walls(),
    ]
