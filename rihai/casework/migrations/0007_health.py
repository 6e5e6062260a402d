"""Keeps health, with its walls."""

from __future__ import annotations

import django.core.validators
import django.db.models.deletion
import rihai.kit.ids
import rihai.kit.sealed.field
from django.db import migrations, models

from rihai.casework.health.walls import walls


class Migration(migrations.Migration):
    """The tables, and one wall a table."""

    dependencies = [
        ("casework", "0006_aftercare"),
        ("people", "0007_rows_cleared"),
    ]

    operations = [
        migrations.CreateModel(
            name="Appointment",
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
                    "how",
                    models.CharField(
                        choices=[("in_person", "in person"), ("phone", "by phone"), ("video", "by video")],
                        default="in_person",
                        max_length=10,
                    ),
                ),
                ("at_time", models.TimeField(null=True)),
                ("with_whom", models.CharField(max_length=120)),
                ("where", models.CharField(blank=True, max_length=160)),
                (
                    "met",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("kept", "they were seen"),
                            ("not_brought", "the prison did not bring them"),
                            ("no_escort", "no escort or no vehicle"),
                            ("away", "the doctor was not there"),
                            ("no_line", "no connection"),
                            ("she_did_not", "they did not want to"),
                            ("court", "they were at court"),
                            ("cancelled", "called off"),
                        ],
                        max_length=12,
                    ),
                ),
                ("came_of_it", rihai.kit.sealed.field.SealedText(null=True, seal="casework.appointment.text")),
                ("written_by", models.UUIDField()),
                ("written_by_name", models.CharField(max_length=120)),
                ("written_at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
            ],
            options={
                "ordering": ("due_on", "at_time", "id"),
            },
        ),
        migrations.CreateModel(
            name="Baby",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("made_for", models.UUIDField()),
                ("called", rihai.kit.sealed.field.SealedText(seal="casework.baby.name")),
                ("born_on", models.DateField()),
                ("lives_inside", models.BooleanField(default=True)),
                ("left_on", models.DateField(null=True)),
                ("written_by", models.UUIDField()),
                ("written_by_name", models.CharField(max_length=120)),
                ("written_at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
            ],
            options={
                "ordering": ("born_on", "id"),
            },
        ),
        migrations.CreateModel(
            name="Dose",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("made_for", models.UUIDField()),
                ("code", models.CharField(max_length=12)),
                ("given_on", models.DateField()),
                ("written_by_name", models.CharField(max_length=120)),
                ("written_at", models.DateTimeField()),
            ],
            options={
                "ordering": ("given_on", "id"),
            },
        ),
        migrations.CreateModel(
            name="DutyLine",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("made_for", models.UUIDField()),
                ("plan_id", models.UUIDField(db_index=True, null=True)),
                ("to_do", models.CharField(max_length=300)),
                ("call", models.CharField(max_length=120)),
                ("owner_id", models.UUIDField(null=True)),
                (
                    "every_minutes",
                    models.PositiveSmallIntegerField(
                        validators=[
                            django.core.validators.MinValueValidator(15),
                            django.core.validators.MaxValueValidator(1440),
                        ]
                    ),
                ),
                ("started_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(db_index=True, null=True)),
                ("last_seen_at", models.DateTimeField(null=True)),
                ("written_by_name", models.CharField(max_length=120)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
            ],
            options={
                "ordering": ("started_at", "id"),
            },
        ),
        migrations.CreateModel(
            name="HealthNeed",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("made_for", models.UUIDField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("tuberculosis", "tuberculosis"),
                            ("hiv", "HIV"),
                            ("hepatitis", "hepatitis B or C"),
                            ("diabetes", "diabetes"),
                            ("heart", "blood pressure or heart"),
                            ("breathing", "asthma or breathing"),
                            ("epilepsy", "epilepsy"),
                            ("kidney", "kidneys"),
                            ("cancer", "cancer"),
                            ("skin", "scabies or skin"),
                            ("eyes_teeth", "eyes, ears or teeth"),
                            ("injury", "an injury or a wound"),
                            ("disability", "a disability, and what helps with it"),
                            ("mental", "mental health"),
                            ("drugs", "drugs or alcohol, withdrawal, methadone"),
                            ("reproductive", "reproductive health"),
                            ("nutrition", "food or weight"),
                            ("other", "something else"),
                        ],
                        max_length=14,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("suspected", "suspected, to be examined"),
                            ("confirmed", "confirmed, no treatment yet"),
                            ("treated", "under treatment"),
                            ("refused", "does not want treatment"),
                            ("settled", "settled"),
                        ],
                        default="suspected",
                        max_length=10,
                    ),
                ),
                ("outline", rihai.kit.sealed.field.SealedText(null=True, seal="casework.need.text")),
                ("treatment", rihai.kit.sealed.field.SealedText(null=True, seal="casework.need.text")),
                ("goes_on", rihai.kit.sealed.field.SealedText(null=True, seal="casework.need.text")),
                ("days_of_medicine", models.PositiveSmallIntegerField(null=True)),
                ("started_on", models.DateField()),
                ("settled_on", models.DateField(null=True)),
                ("review_on", models.DateField(db_index=True, null=True)),
                ("answer_id", models.UUIDField(null=True)),
                ("written_by", models.UUIDField()),
                ("written_by_name", models.CharField(max_length=120)),
                ("written_at", models.DateTimeField()),
                ("history", rihai.kit.sealed.field.SealedText(null=True, seal="casework.need.text")),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
            ],
            options={
                "ordering": ("settled_on", "-started_on", "-id"),
            },
        ),
        migrations.CreateModel(
            name="HealthReferral",
            fields=[
                ("owner_id", models.UUIDField(blank=True, db_index=True, null=True, verbose_name="owner")),
                ("due_on", models.DateField(blank=True, db_index=True, null=True, verbose_name="due on")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("made_for", models.UUIDField()),
                ("receiver", models.CharField(max_length=160)),
                ("told", rihai.kit.sealed.field.SealedText(seal="casework.referral.text")),
                ("consent_id", models.UUIDField(db_index=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("sent", "sent, no answer yet"),
                            ("accepted", "accepted"),
                            ("refused", "refused"),
                            ("done", "done"),
                            ("stopped", "stopped: the consent was taken back"),
                            ("revoked", "taken back by us"),
                        ],
                        default="sent",
                        max_length=10,
                    ),
                ),
                ("sent_on", models.DateField()),
                ("answer", rihai.kit.sealed.field.SealedText(null=True, seal="casework.referral.text")),
                ("written_by", models.UUIDField()),
                ("written_by_name", models.CharField(max_length=120)),
                ("written_at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
            ],
            options={
                "ordering": ("-sent_on", "-id"),
            },
        ),
        migrations.CreateModel(
            name="Look",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("made_for", models.UUIDField()),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("well", "as on a good day"),
                            ("low", "low; stayed with them, told the next on duty"),
                            ("called", "called for help"),
                        ],
                        max_length=8,
                    ),
                ),
                ("seen_at", models.DateTimeField()),
                ("seen_by", models.UUIDField()),
                ("seen_by_name", models.CharField(max_length=120)),
            ],
            options={
                "ordering": ("-seen_at", "-id"),
            },
        ),
        migrations.CreateModel(
            name="Pregnancy",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("made_for", models.UUIDField()),
                ("known_on", models.DateField()),
                ("expected_on", models.DateField(db_index=True, null=True)),
                ("birth_where", models.CharField(blank=True, max_length=160)),
                ("birth_plan", rihai.kit.sealed.field.SealedText(null=True, seal="casework.pregnancy.text")),
                ("visits", models.PositiveSmallIntegerField(default=0)),
                ("last_visit_on", models.DateField(null=True)),
                ("ended_on", models.DateField(null=True)),
                (
                    "ending",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("live", "a live birth"),
                            ("still", "a stillbirth"),
                            ("loss", "the pregnancy was lost"),
                            ("not_known", "not known"),
                            ("twice", "written down twice"),
                        ],
                        max_length=10,
                    ),
                ),
                ("written_by", models.UUIDField()),
                ("written_by_name", models.CharField(max_length=120)),
                ("written_at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
            ],
            options={
                "ordering": ("-known_on", "-id"),
            },
        ),
        migrations.CreateModel(
            name="SupportPlan",
            fields=[
                ("owner_id", models.UUIDField(blank=True, db_index=True, null=True, verbose_name="owner")),
                ("due_on", models.DateField(blank=True, db_index=True, null=True, verbose_name="due on")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("made_for", models.UUIDField()),
                ("worries", rihai.kit.sealed.field.SealedText(seal="casework.support.text")),
                ("helps", rihai.kit.sealed.field.SealedText(seal="casework.support.text")),
                ("wants_to_see", rihai.kit.sealed.field.SealedText(null=True, seal="casework.support.text")),
                ("opened_on", models.DateField()),
                ("closed_on", models.DateField(null=True)),
                ("closed_why", rihai.kit.sealed.field.SealedText(null=True, seal="casework.support.text")),
                ("reviews", rihai.kit.sealed.field.SealedText(null=True, seal="casework.support.text")),
                ("written_by", models.UUIDField()),
                ("written_by_name", models.CharField(max_length=120)),
                ("written_at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
            ],
            options={
                "ordering": ("-opened_on", "-id"),
            },
        ),
        migrations.AddField(
            model_name="appointment",
            name="person",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"),
        ),
        migrations.AddField(
            model_name="baby",
            name="person",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"),
        ),
        migrations.AddField(
            model_name="dose",
            name="baby",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="doses", to="casework.baby"
            ),
        ),
        migrations.AddField(
            model_name="dose",
            name="person",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"),
        ),
        migrations.AddField(
            model_name="dutyline",
            name="person",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"),
        ),
        migrations.AddField(
            model_name="healthneed",
            name="person",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"),
        ),
        migrations.AddField(
            model_name="appointment",
            name="need",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="appointments",
                to="casework.healthneed",
            ),
        ),
        migrations.AddField(
            model_name="healthreferral",
            name="need",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="referrals", to="casework.healthneed"
            ),
        ),
        migrations.AddField(
            model_name="healthreferral",
            name="person",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"),
        ),
        migrations.AddField(
            model_name="look",
            name="line",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="looks", to="casework.dutyline"
            ),
        ),
        migrations.AddField(
            model_name="look",
            name="person",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"),
        ),
        migrations.AddField(
            model_name="pregnancy",
            name="person",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"),
        ),
        migrations.AddField(
            model_name="supportplan",
            name="person",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"),
        ),
        migrations.AddConstraint(
            model_name="dose",
            constraint=models.UniqueConstraint(fields=("baby", "code"), name="casework_a_dose_once"),
        ),
        migrations.AddConstraint(
            model_name="pregnancy",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_on", None)), fields=("person",), name="casework_one_pregnancy"
            ),
        ),
        migrations.AddConstraint(
            model_name="supportplan",
            constraint=models.UniqueConstraint(
                condition=models.Q(("closed_on", None)), fields=("person",), name="casework_one_open_support_plan"
            ),
        ),
        *walls(),
    ]
