"""The tables of incidents, evidence and examinations, and their walls."""

from __future__ import annotations

import django.db.models.deletion
import rihai.kit.codes
import rihai.kit.ids
import rihai.kit.sealed.field
import rihai.kit.sealed.index
from django.conf import settings
from django.db import migrations, models

from rihai.monitoring.incidents.walls import walls_of_incidents


class Migration(migrations.Migration):
    """The tables, then their walls."""

    dependencies = [
        ("monitoring", "0002_recommendations"),
        ("accounts", "0010_roles_of_incidents"),
        ("kit", "0002_append_only"),
        ("people", "0008_lately"),
        ("places", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="EvidenceItem",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("name", rihai.kit.sealed.field.SealedText(seal="monitoring.evidence.text")),
                ("media_type", models.CharField(max_length=100)),
                ("what", rihai.kit.sealed.field.SealedText(seal="monitoring.evidence.text")),
                ("digest", rihai.kit.sealed.field.SealedText(seal="monitoring.evidence.text")),
                ("captured_at", models.DateTimeField()),
                ("captured_by", rihai.kit.sealed.field.SealedText(seal="monitoring.evidence.text")),
                ("how", rihai.kit.sealed.field.SealedText(seal="monitoring.evidence.text")),
                ("taken_in_at", models.DateTimeField()),
                ("taken_in_by_name", models.CharField(max_length=120)),
                (
                    "stored",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kit.storedfile"
                    ),
                ),
            ],
            options={
                "ordering": ("number",),
            },
        ),
        migrations.CreateModel(
            name="CustodyLine",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("number", models.PositiveIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("received", "taken in"),
                            ("viewed", "viewed"),
                            ("copied", "copied"),
                            ("handed", "handed over"),
                            ("returned", "returned"),
                        ],
                        max_length=10,
                    ),
                ),
                ("at", models.DateTimeField()),
                ("who", rihai.kit.sealed.field.SealedText(seal="monitoring.evidence.text")),
                ("says", rihai.kit.sealed.field.SealedText(null=True, seal="monitoring.evidence.text")),
                ("before", models.CharField(max_length=64)),
                ("digest", models.CharField(max_length=64)),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="custody",
                        to="monitoring.evidenceitem",
                    ),
                ),
            ],
            options={
                "ordering": ("number",),
            },
        ),
        migrations.CreateModel(
            name="Examination",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "protocol",
                    models.CharField(
                        choices=[
                            ("monitor", "what a trained monitor saw, without interpretation"),
                            ("istanbul", "clinical examination, Istanbul Protocol 2022"),
                            ("minnesota", "death, Minnesota Protocol 2016"),
                        ],
                        max_length=10,
                    ),
                ),
                ("text", rihai.kit.sealed.field.SealedText(seal="monitoring.examination.text")),
                ("degree", rihai.kit.sealed.field.SealedText(null=True, seal="monitoring.examination.text")),
                ("done_on", models.DateField()),
                ("written_at", models.DateTimeField()),
                (
                    "examiner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ("-done_on", "-id"),
            },
        ),
        migrations.CreateModel(
            name="BodyMark",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("text", rihai.kit.sealed.field.SealedText(seal="monitoring.examination.text")),
                ("written_at", models.DateTimeField()),
                ("struck_at", models.DateTimeField(null=True)),
                (
                    "examination",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="marks", to="monitoring.examination"
                    ),
                ),
            ],
            options={
                "ordering": ("number",),
            },
        ),
        migrations.CreateModel(
            name="Incident",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("code", models.CharField(default=rihai.kit.codes.new_code, max_length=8, unique=True)),
                ("is_sealed", models.BooleanField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("review", "in review"),
                            ("open", "open"),
                            ("closed", "closed"),
                            ("duplicate", "written down twice"),
                        ],
                        default="draft",
                        max_length=10,
                    ),
                ),
                ("text", rihai.kit.sealed.field.SealedText(seal="monitoring.incident.text")),
                ("sub", models.CharField(blank=True, max_length=6)),
                ("severity", models.CharField(blank=True, max_length=2)),
                ("first_on", models.DateField(null=True)),
                ("learned_at", models.DateTimeField()),
                ("answered_at", models.DateTimeField(null=True)),
                ("closing", rihai.kit.sealed.field.SealedText(null=True, seal="monitoring.incident.text")),
                ("closed_at", models.DateTimeField(null=True)),
                ("made_at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "duplicate_of",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="duplicates",
                        to="monitoring.incident",
                    ),
                ),
                (
                    "made_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
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
                "ordering": ("-learned_at", "-id"),
            },
        ),
        migrations.AddField(
            model_name="examination",
            name="incident",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="examinations", to="monitoring.incident"
            ),
        ),
        migrations.AddField(
            model_name="evidenceitem",
            name="incident",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="evidence", to="monitoring.incident"
            ),
        ),
        migrations.CreateModel(
            name="Clock",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("what", rihai.kit.sealed.field.SealedText(seal="monitoring.incident.text")),
                ("started_at", models.DateTimeField()),
                ("due_at", models.DateTimeField(db_index=True)),
                ("stopped_at", models.DateTimeField(null=True)),
                (
                    "how",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("done", "done"),
                            ("refused", "they do not want it: consent refused"),
                            ("no_need", "no need any more"),
                        ],
                        max_length=8,
                    ),
                ),
                ("says", rihai.kit.sealed.field.SealedText(null=True, seal="monitoring.incident.text")),
                ("by_name", models.CharField(blank=True, max_length=120)),
                ("rung", models.PositiveSmallIntegerField(default=0)),
                (
                    "incident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="clocks", to="monitoring.incident"
                    ),
                ),
            ],
            options={
                "ordering": ("due_at", "id"),
            },
        ),
        migrations.CreateModel(
            name="AllegedPerpetrator",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("written_by_name", models.CharField(max_length=120)),
                ("written_at", models.DateTimeField()),
                ("kind", rihai.kit.sealed.field.SealedText(seal="monitoring.incident.text")),
                ("rank", rihai.kit.sealed.field.SealedText(null=True, seal="monitoring.incident.text")),
                ("unit", rihai.kit.sealed.field.SealedText(null=True, seal="monitoring.incident.text")),
                ("name", rihai.kit.sealed.field.SealedText(null=True, seal="monitoring.incident.text")),
                (
                    "incident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="perpetrators",
                        to="monitoring.incident",
                    ),
                ),
            ],
            options={
                "ordering": ("written_at", "id"),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="IncidentConsent",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "purpose",
                    models.CharField(
                        choices=[
                            ("record", "that it is written down"),
                            ("name", "that it is kept under the name"),
                            ("code", "that it is kept under a code"),
                            ("share", "that it is shared with somebody"),
                            ("count", "that it is counted, without a name"),
                            ("photo", "photographs"),
                            ("exam", "a medical examination"),
                            ("contact", "to be spoken with again"),
                        ],
                        max_length=8,
                    ),
                ),
                ("receiver", rihai.kit.sealed.field.SealedText(null=True, seal="monitoring.incident.text")),
                ("is_given", models.BooleanField()),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("spoken", "spoken, alone with us"),
                            ("interpreted", "spoken, through an interpreter"),
                            ("written", "in writing"),
                            ("guardian", "the child’s own word, with the guardian’s"),
                        ],
                        max_length=12,
                    ),
                ),
                ("words", rihai.kit.sealed.field.SealedText(null=True, seal="monitoring.incident.text")),
                ("given_on", models.DateField()),
                ("withdrawn_on", models.DateField(null=True)),
                ("written_by_name", models.CharField(max_length=120)),
                ("written_at", models.DateTimeField()),
                (
                    "incident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="consents", to="monitoring.incident"
                    ),
                ),
            ],
            options={
                "ordering": ("purpose", "-written_at", "id"),
            },
        ),
        migrations.AddField(
            model_name="examination",
            name="consent",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="monitoring.incidentconsent",
            ),
        ),
        migrations.CreateModel(
            name="IncidentMember",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("leads", models.BooleanField(default=False)),
                ("since", models.DateTimeField()),
                ("until", models.DateTimeField(null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "incident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="team", to="monitoring.incident"
                    ),
                ),
            ],
            options={
                "ordering": ("-leads", "since", "id"),
            },
        ),
        migrations.CreateModel(
            name="IncidentSource",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("written_by_name", models.CharField(max_length=120)),
                ("written_at", models.DateTimeField()),
                ("kind", rihai.kit.sealed.field.SealedText(seal="monitoring.incident.text")),
                ("called", rihai.kit.sealed.field.SealedText(null=True, seal="monitoring.incident.text")),
                ("words", rihai.kit.sealed.field.SealedText(seal="monitoring.incident.text")),
                (
                    "incident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="sources", to="monitoring.incident"
                    ),
                ),
            ],
            options={
                "ordering": ("written_at", "id"),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="IncidentVictim",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("written_by_name", models.CharField(max_length=120)),
                ("written_at", models.DateTimeField()),
                ("called", rihai.kit.sealed.field.SealedText(seal="monitoring.incident.text")),
                ("words", rihai.kit.sealed.field.SealedText(null=True, seal="monitoring.incident.text")),
                ("first_person", models.UUIDField(null=True)),
                ("subject", rihai.kit.sealed.field.SealedText(null=True, seal="monitoring.incident.subject")),
                (
                    "subject_index",
                    rihai.kit.sealed.index.BlindIndex(
                        normaliser="folded", of="subject", seal="monitoring.incident.subject"
                    ),
                ),
                ("first_subject", rihai.kit.sealed.field.SealedText(null=True, seal="monitoring.incident.subject")),
                (
                    "incident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="victims", to="monitoring.incident"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="people.person"
                    ),
                ),
            ],
            options={
                "ordering": ("written_at", "id"),
                "abstract": False,
            },
        ),
        migrations.AddField(
            model_name="incidentconsent",
            name="victim",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="consents", to="monitoring.incidentvictim"
            ),
        ),
        migrations.AddField(
            model_name="examination",
            name="victim",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="examinations", to="monitoring.incidentvictim"
            ),
        ),
        migrations.CreateModel(
            name="Intervention",
            fields=[
                ("owner_id", models.UUIDField(blank=True, db_index=True, null=True, verbose_name="owner")),
                ("due_on", models.DateField(blank=True, db_index=True, null=True, verbose_name="due on")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("kind", rihai.kit.sealed.field.SealedText(seal="monitoring.incident.text")),
                ("receiver", rihai.kit.sealed.field.SealedText(seal="monitoring.incident.text")),
                ("told", rihai.kit.sealed.field.SealedText(seal="monitoring.incident.text")),
                (
                    "ground",
                    models.CharField(
                        choices=[
                            ("consent", "their consent"),
                            ("life", "danger to life"),
                            ("child", "a child in danger"),
                            ("duty", "a duty by law"),
                        ],
                        max_length=8,
                    ),
                ),
                ("agreed_at", models.DateTimeField(null=True)),
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
                ("risk_says", rihai.kit.sealed.field.SealedText(null=True, seal="monitoring.incident.text")),
                ("risk_done", rihai.kit.sealed.field.SealedText(null=True, seal="monitoring.incident.text")),
                ("risk_at", models.DateTimeField(null=True)),
                ("risk_by_name", models.CharField(blank=True, max_length=120)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "planned"),
                            ("sent", "sent"),
                            ("done", "done"),
                            ("refused", "refused"),
                            ("no_answer", "no answer"),
                            ("stopped", "stopped: consent was taken back"),
                            ("left", "not taken"),
                        ],
                        default="planned",
                        max_length=10,
                    ),
                ),
                ("sent_at", models.DateTimeField(null=True)),
                ("answer", rihai.kit.sealed.field.SealedText(null=True, seal="monitoring.incident.text")),
                ("written_by_name", models.CharField(max_length=120)),
                ("written_at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "consent",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="monitoring.incidentconsent",
                    ),
                ),
                (
                    "incident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="interventions",
                        to="monitoring.incident",
                    ),
                ),
                (
                    "recommendation",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="monitoring.recommendation",
                    ),
                ),
                (
                    "second",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("due_on", "id"),
            },
        ),
        migrations.CreateModel(
            name="Qualification",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "skill",
                    models.CharField(
                        choices=[
                            ("clinician", "clinician trained in the Istanbul Protocol"),
                            ("forensic", "forensic doctor, Minnesota Protocol"),
                        ],
                        max_length=10,
                    ),
                ),
                ("paper", models.CharField(max_length=200)),
                ("started_on", models.DateField()),
                ("ended_on", models.DateField(null=True)),
                ("confirmed_at", models.DateTimeField()),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
                (
                    "confirmed_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ("account", "skill", "-started_on", "id"),
            },
        ),
        migrations.CreateModel(
            name="ViolationAct",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("written_by_name", models.CharField(max_length=120)),
                ("written_at", models.DateTimeField()),
                ("sub", rihai.kit.sealed.field.SealedText(seal="monitoring.incident.text")),
                ("says", rihai.kit.sealed.field.SealedText(null=True, seal="monitoring.incident.text")),
                (
                    "incident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="acts", to="monitoring.incident"
                    ),
                ),
                (
                    "perpetrator",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="acts",
                        to="monitoring.allegedperpetrator",
                    ),
                ),
                (
                    "victim",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="acts",
                        to="monitoring.incidentvictim",
                    ),
                ),
            ],
            options={
                "ordering": ("written_at", "id"),
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="custodyline",
            constraint=models.UniqueConstraint(fields=("item", "number"), name="monitoring_custody_once"),
        ),
        migrations.AddConstraint(
            model_name="bodymark",
            constraint=models.UniqueConstraint(fields=("examination", "number"), name="monitoring_mark_once"),
        ),
        migrations.AddIndex(
            model_name="incident",
            index=models.Index(fields=["place", "state"], name="monitoring_incident_where"),
        ),
        migrations.AddConstraint(
            model_name="evidenceitem",
            constraint=models.UniqueConstraint(fields=("incident", "number"), name="monitoring_evidence_once"),
        ),
        migrations.AddConstraint(
            model_name="incidentmember",
            constraint=models.UniqueConstraint(
                condition=models.Q(("until", None)), fields=("incident", "account"), name="monitoring_in_team_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="intervention",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("state__in", ["planned", "stopped", "left"]),
                    models.Q(("risk", ""), _negated=True),
                    _connector="OR",
                ),
                name="monitoring_risk_before_step",
            ),
        ),
        *walls_of_incidents(),
    ]
