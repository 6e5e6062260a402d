"""Keeps cases, with their walls."""

from __future__ import annotations

import django.db.models.deletion
import rihai.kit.ids
import rihai.kit.sealed.field
from django.conf import settings
from django.db import migrations, models

from rihai.casework.cases.walls import walls


class Migration(migrations.Migration):
    """The tables, and one wall a table."""

    initial = True

    dependencies = [
        ("people", "0007_rows_cleared"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="CaseYear",
            fields=[
                ("year", models.PositiveSmallIntegerField(primary_key=True, serialize=False)),
                ("last", models.PositiveIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name="Case",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("code", models.CharField(max_length=16, unique=True)),
                ("first_person_id", models.UUIDField(null=True)),
                ("programme", models.SlugField(db_index=False, max_length=40)),
                ("data_class", models.CharField(default="personal", max_length=8)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "waits for approval"),
                            ("open", "under way"),
                            ("refused", "not approved"),
                            ("closed", "closed"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("opened_on", models.DateField()),
                ("closed_on", models.DateField(null=True)),
                (
                    "setting",
                    models.CharField(
                        choices=[
                            ("prison", "in prison"),
                            ("police", "in police custody"),
                            ("shelter", "in a shelter home"),
                            ("probation", "on probation or parole"),
                            ("community", "in the community, never held or released"),
                        ],
                        default="prison",
                        max_length=10,
                    ),
                ),
                ("stage", models.SlugField(blank=True, db_index=False, max_length=40)),
                ("asked", rihai.kit.sealed.field.SealedText(null=True, seal="casework.case.asked")),
                ("weight", models.PositiveSmallIntegerField(default=1)),
                ("last_contact_on", models.DateField(null=True)),
                ("review_on", models.DateField(null=True)),
                ("eligibility", models.JSONField(default=list)),
                ("goes_on", models.CharField(blank=True, max_length=300)),
                ("rests_on_consent", models.BooleanField(default=False)),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("done", "what was planned is done"),
                            ("partly", "part of it is done"),
                            ("referred", "handed to another organisation"),
                            ("moved", "moved away, or out of our places"),
                            ("not_wanted", "not wanted any more"),
                            ("no_consent", "consent was taken back"),
                            ("lost", "could not be found any more"),
                            ("died", "died"),
                            ("unknown", "not written down"),
                        ],
                        max_length=12,
                    ),
                ),
                ("closing_reason", rihai.kit.sealed.field.SealedText(null=True, seal="casework.case.closing")),
                ("made_at", models.DateTimeField(null=True)),
                ("decided_at", models.DateTimeField(null=True)),
                ("register_row_id", models.UUIDField(db_index=True, null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "decided_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="people.person",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.place"
                    ),
                ),
                (
                    "worker",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("-opened_on", "-id"),
            },
        ),
        migrations.CreateModel(
            name="CaseEvent",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("opened", "opened"),
                            ("approved", "approved"),
                            ("refused", "not approved"),
                            ("offered", "offered to a colleague"),
                            ("accepted", "taken over"),
                            ("declined", "not taken over"),
                            ("taken_back", "offer taken back"),
                            ("assigned", "given to a worker"),
                            ("left", "the worker has left; nobody has it"),
                            ("stage", "next stage"),
                            ("changed", "changed"),
                            ("contact", "contact"),
                            ("reviewed", "reviewed"),
                            ("closed", "closed"),
                            ("reopened", "opened again"),
                            ("no_consent", "consent taken back"),
                        ],
                        max_length=12,
                    ),
                ),
                ("on", models.DateField()),
                ("at", models.DateTimeField()),
                ("by_name", models.CharField(blank=True, max_length=120)),
                ("whom", models.CharField(blank=True, max_length=160)),
                ("note", rihai.kit.sealed.field.SealedText(null=True, seal="casework.event.note")),
                (
                    "case",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="events",
                        to="casework.case",
                    ),
                ),
            ],
            options={
                "ordering": ("-at", "-id"),
            },
        ),
        migrations.CreateModel(
            name="HandOver",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("code", models.CharField(max_length=16)),
                ("programme", models.SlugField(db_index=False, max_length=40)),
                ("offered_at", models.DateTimeField()),
                ("note", models.CharField(blank=True, max_length=300)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("offered", "waits for an answer"),
                            ("accepted", "accepted"),
                            ("refused", "refused"),
                            ("taken_back", "taken back"),
                            ("gone", "somebody else has taken it"),
                        ],
                        default="offered",
                        max_length=10,
                    ),
                ),
                ("answered_at", models.DateTimeField(null=True)),
                ("reason", models.CharField(blank=True, max_length=300)),
                (
                    "case",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="offers", to="casework.case"
                    ),
                ),
                (
                    "offered_by",
                    models.ForeignKey(
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
                (
                    "to",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("-offered_at", "-id"),
            },
        ),
        migrations.CreateModel(
            name="Intake",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("first_person_id", models.UUIDField(null=True)),
                ("data_class", models.CharField(default="personal", max_length=8)),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("self", "asked in person"),
                            ("family", "the family asked"),
                            ("officer", "sent by an officer"),
                            ("finding", "a finding of screening"),
                            ("helpline", "the helpline"),
                            ("partner", "another organisation"),
                            ("register", "an earlier register"),
                        ],
                        max_length=10,
                    ),
                ),
                ("on", models.DateField()),
                ("asked", rihai.kit.sealed.field.SealedText(null=True, seal="casework.intake.asked")),
                ("programme", models.SlugField(blank=True, db_index=False, max_length=40)),
                (
                    "answer",
                    models.CharField(
                        choices=[
                            ("waiting", "not answered yet"),
                            ("case", "became a case"),
                            ("refused", "not taken"),
                            ("referred", "sent on to somebody else"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=300)),
                ("sent_to", models.CharField(blank=True, max_length=160)),
                ("taken_at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "case",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="intakes",
                        to="casework.case",
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
                (
                    "taken_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ("-on", "-id"),
            },
        ),
        migrations.CreateModel(
            name="Register",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("name", models.CharField(max_length=120)),
                ("digest", models.CharField(db_index=True, max_length=64)),
                ("programme", models.SlugField(blank=True, db_index=False, max_length=40)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("to_map", "headings to confirm"),
                            ("to_review", "to look at"),
                            ("taken_in", "taken in"),
                            ("undone", "undone"),
                        ],
                        default="to_map",
                        max_length=10,
                    ),
                ),
                ("mapping", models.JSONField(default=dict)),
                ("made_at", models.DateTimeField()),
                ("taken_in_at", models.DateTimeField(null=True)),
                (
                    "author",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.place"),
                ),
                (
                    "stored",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kit.storedfile"
                    ),
                ),
            ],
            options={
                "ordering": ("-made_at", "-id"),
            },
        ),
        migrations.CreateModel(
            name="RegisterRow",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("sheet", models.CharField(blank=True, max_length=120)),
                ("row", models.PositiveIntegerField()),
                (
                    "verdict",
                    models.CharField(
                        choices=[
                            ("accepted", "accepted"),
                            ("warned", "accepted with a remark"),
                            ("rejected", "left out, to mend"),
                            ("duplicate", "there already"),
                            ("no_person", "heading, title, sum or blank"),
                        ],
                        max_length=10,
                    ),
                ),
                ("said", rihai.kit.sealed.field.SealedText(null=True, seal="casework.registerrow.said")),
                ("problems", models.JSONField(default=list)),
                (
                    "link",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "nobody"),
                            ("exact", "known by an exact number"),
                            ("doubtful", "perhaps known"),
                            ("new", "new"),
                        ],
                        max_length=8,
                    ),
                ),
                ("first_person_id", models.UUIDField(null=True)),
                ("candidates", models.JSONField(default=list)),
                ("is_entered", models.BooleanField(default=False)),
                ("case_id", models.UUIDField(null=True)),
                (
                    "person",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="people.person"
                    ),
                ),
                (
                    "register",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rows",
                        to="casework.register",
                    ),
                ),
            ],
            options={
                "ordering": ("sheet", "row"),
            },
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(fields=["person", "programme"], name="casework_case_person"),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(fields=["worker", "state", "review_on"], name="casework_case_worker"),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(fields=["state", "last_contact_on"], name="casework_case_contact"),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(fields=["review_on", "id"], name="casework_case_review"),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                condition=models.Q(("closed_on__isnull", False)), fields=["closed_on"], name="casework_case_closed"
            ),
        ),
        migrations.AddIndex(
            model_name="caseevent",
            index=models.Index(fields=["case", "-at", "-id"], name="casework_event_case"),
        ),
        migrations.AddIndex(
            model_name="handover",
            index=models.Index(fields=["to", "state"], name="casework_handover_to"),
        ),
        migrations.AddConstraint(
            model_name="handover",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "offered")), fields=("case", "to"), name="casework_handover_once"
            ),
        ),
        migrations.AddIndex(
            model_name="intake",
            index=models.Index(fields=["answer", "-on", "-id"], name="casework_intake_answer"),
        ),
        migrations.AddIndex(
            model_name="registerrow",
            index=models.Index(fields=["register", "verdict", "link"], name="casework_registerrow_sum"),
        ),
        *walls(),
    ]
