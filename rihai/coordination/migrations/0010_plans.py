"""The tables of briefings, targets, action plans and challenges, and their walls."""

from __future__ import annotations

import django.db.models.deletion
import rihai.kit.ids
from django.db import migrations, models

from rihai.coordination.scope import walls_of_plans


class Migration(migrations.Migration):
    """The tables, then their walls."""

    dependencies = [
        ("accounts", "0014_roles_of_coordination"),
        ("coordination", "0001_bodies"),
        ("coordination", "0001_bodies"),
        ("kit", "0002_append_only"),
        ("places", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="ChallengeCriteria",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("severity", models.PositiveSmallIntegerField()),
                ("people", models.PositiveSmallIntegerField()),
                ("feasibility", models.PositiveSmallIntegerField()),
                ("reason", models.CharField(max_length=400)),
                ("by_name", models.CharField(max_length=120)),
                ("at", models.DateTimeField()),
            ],
            options={
                "ordering": ("-at", "-id"),
            },
        ),
        migrations.CreateModel(
            name="ActionPlan",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("institution", models.CharField(max_length=160)),
                ("goal", models.CharField(max_length=400)),
                ("basis", models.CharField(blank=True, max_length=600)),
                ("started_on", models.DateField()),
                ("due_on", models.DateField(null=True)),
                ("closed_on", models.DateField(null=True)),
                ("closed_why", models.CharField(blank=True, max_length=400)),
                ("made_by_name", models.CharField(max_length=120)),
                ("made_at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "place",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.place"
                    ),
                ),
            ],
            options={
                "ordering": ("-started_on", "-id"),
            },
        ),
        migrations.CreateModel(
            name="Activity",
            fields=[
                ("owner_id", models.UUIDField(blank=True, db_index=True, null=True, verbose_name="owner")),
                ("due_on", models.DateField(blank=True, db_index=True, null=True, verbose_name="due on")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("says", models.CharField(max_length=400)),
                ("responsible", models.CharField(max_length=160)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("planned", "not begun"),
                            ("begun", "begun"),
                            ("done", "done"),
                            ("given_up", "given up"),
                        ],
                        default="planned",
                        max_length=10,
                    ),
                ),
                ("made_by_name", models.CharField(max_length=120)),
                ("made_at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="activities",
                        to="coordination.actionplan",
                    ),
                ),
            ],
            options={
                "ordering": ("number",),
            },
        ),
        migrations.CreateModel(
            name="ActivityStep",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("planned", "not begun"),
                            ("begun", "begun"),
                            ("done", "done"),
                            ("given_up", "given up"),
                        ],
                        max_length=10,
                    ),
                ),
                ("due_on", models.DateField(null=True)),
                ("says", models.CharField(blank=True, max_length=600)),
                ("by_name", models.CharField(max_length=120)),
                ("at", models.DateTimeField()),
                (
                    "activity",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="coordination.activity"
                    ),
                ),
                (
                    "evidence",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kit.storedfile"
                    ),
                ),
            ],
            options={
                "ordering": ("at", "id"),
            },
        ),
        migrations.CreateModel(
            name="Briefing",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("census_on", models.DateField()),
                ("censuses", models.JSONField(default=list)),
                ("packs", models.JSONField(default=list)),
                ("counted", models.PositiveIntegerField()),
                ("printed", models.PositiveIntegerField(null=True)),
                ("made_by", models.UUIDField()),
                ("made_by_name", models.CharField(max_length=120)),
                ("made_at", models.DateTimeField()),
                ("signed_by", models.UUIDField(null=True)),
                ("signed_by_name", models.CharField(blank=True, max_length=120)),
                ("signed_at", models.DateTimeField(null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "place",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.place"),
                ),
            ],
            options={
                "ordering": ("-census_on", "place__name", "id"),
            },
        ),
        migrations.CreateModel(
            name="BriefingLine",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "to",
                    models.CharField(
                        choices=[
                            ("court", "the courts"),
                            ("prosecution", "the prosecution"),
                            ("police", "the police"),
                            ("probation", "probation and parole"),
                            ("prison", "the prisons"),
                            ("health", "the health department"),
                        ],
                        max_length=12,
                    ),
                ),
                ("order", models.PositiveSmallIntegerField()),
                (
                    "rests",
                    models.CharField(
                        choices=[
                            ("law", "what the law says"),
                            ("risk", "people at risk"),
                            ("gap", "facts that are missing"),
                            ("hearings", "hearings"),
                            ("inspection", "inspections"),
                            ("hand", "written by hand"),
                        ],
                        max_length=10,
                    ),
                ),
                ("code", models.CharField(max_length=80)),
                ("cite", models.CharField(blank=True, max_length=400)),
                ("says_en", models.CharField(max_length=400)),
                ("says_ur", models.CharField(blank=True, max_length=400)),
                ("asks_en", models.CharField(blank=True, max_length=1000)),
                ("asks_ur", models.CharField(blank=True, max_length=1000)),
                ("is_people", models.BooleanField(default=True)),
                ("is_sensitive", models.BooleanField(default=False)),
                ("met", models.PositiveIntegerField()),
                ("open", models.PositiveIntegerField(default=0)),
                ("printed_met", models.PositiveIntegerField(null=True)),
                ("printed_open", models.PositiveIntegerField(null=True)),
                ("why", models.JSONField(default=list)),
                (
                    "briefing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="lines", to="coordination.briefing"
                    ),
                ),
            ],
            options={
                "ordering": ("to", "order", "id"),
            },
        ),
        migrations.CreateModel(
            name="BriefingAnswer",
            fields=[
                ("owner_id", models.UUIDField(blank=True, db_index=True, null=True, verbose_name="owner")),
                ("due_on", models.DateField(blank=True, db_index=True, null=True, verbose_name="due on")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("will", "will be done"),
                            ("in_part", "will be done in part"),
                            ("will_not", "will not be done"),
                            ("done", "is done already"),
                        ],
                        max_length=8,
                    ),
                ),
                ("says", models.CharField(blank=True, max_length=1000)),
                ("by_name", models.CharField(max_length=160)),
                ("by_link", models.BooleanField(default=False)),
                ("at", models.DateTimeField()),
                (
                    "line",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="answers",
                        to="coordination.briefingline",
                    ),
                ),
            ],
            options={
                "ordering": ("at", "id"),
            },
        ),
        migrations.CreateModel(
            name="BriefingSending",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "to",
                    models.CharField(
                        choices=[
                            ("court", "the courts"),
                            ("prosecution", "the prosecution"),
                            ("police", "the police"),
                            ("probation", "probation and parole"),
                            ("prison", "the prisons"),
                            ("health", "the health department"),
                        ],
                        max_length=12,
                    ),
                ),
                ("receiver", models.CharField(max_length=160)),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("letter", "by letter"),
                            ("meeting", "handed over at a meeting"),
                            ("link", "by link"),
                            ("mail", "by e-mail of ours"),
                        ],
                        max_length=8,
                    ),
                ),
                ("sent_on", models.DateField()),
                ("answer_by", models.DateField()),
                ("sent_by_name", models.CharField(max_length=120)),
                ("at", models.DateTimeField()),
                (
                    "briefing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="sendings", to="coordination.briefing"
                    ),
                ),
            ],
            options={
                "ordering": ("sent_on", "id"),
            },
        ),
        migrations.CreateModel(
            name="BriefingLink",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("pin", models.CharField(max_length=200)),
                ("made_by_name", models.CharField(max_length=120)),
                ("made_at", models.DateTimeField()),
                ("ends_at", models.DateTimeField()),
                ("closed_at", models.DateTimeField(null=True)),
                ("closed_because", models.CharField(blank=True, max_length=20)),
                ("tries", models.PositiveSmallIntegerField(default=0)),
                ("looks", models.PositiveIntegerField(default=0)),
                ("last_look_at", models.DateTimeField(null=True)),
                (
                    "sending",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="links",
                        to="coordination.briefingsending",
                    ),
                ),
            ],
            options={
                "ordering": ("-made_at", "-id"),
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="CensusCount",
            fields=[
                ("census_id", models.UUIDField(primary_key=True, serialize=False)),
                ("on", models.DateField()),
                ("people", models.PositiveIntegerField()),
                ("under_trial", models.PositiveIntegerField()),
                ("status_unknown", models.PositiveIntegerField(default=0)),
                ("counted_at", models.DateTimeField()),
                (
                    "place",
                    models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="places.place"),
                ),
            ],
            options={
                "ordering": ("on", "counted_at"),
            },
        ),
        migrations.CreateModel(
            name="Challenge",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("title", models.CharField(max_length=200)),
                ("problem", models.CharField(max_length=2000)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "looked into"),
                            ("at_work", "being worked on"),
                            ("solved", "solved"),
                            ("closed", "closed without being solved"),
                        ],
                        default="open",
                        max_length=8,
                    ),
                ),
                ("severity", models.PositiveSmallIntegerField()),
                ("feasibility", models.PositiveSmallIntegerField()),
                (
                    "counted",
                    models.CharField(
                        choices=[
                            ("finding", "people whom a provision reaches, each once"),
                            ("risk", "people of a group at risk, each once"),
                            ("entered", "a figure from elsewhere, with its source"),
                            ("unknown", "nobody has counted them yet"),
                        ],
                        default="unknown",
                        max_length=8,
                    ),
                ),
                ("counts", models.CharField(blank=True, max_length=80)),
                ("entered", models.PositiveIntegerField(null=True)),
                ("method", models.CharField(blank=True, max_length=300)),
                ("plan", models.CharField(blank=True, max_length=2000)),
                ("responsible", models.CharField(blank=True, max_length=160)),
                ("review_on", models.DateField(null=True)),
                ("made_by_name", models.CharField(max_length=120)),
                ("made_at", models.DateTimeField()),
                ("ended_on", models.DateField(null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
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
            name="ChallengeEvidence",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("file", "a file"),
                            ("recommendation", "a recommendation of an inspection"),
                            ("briefing", "a line of a briefing"),
                            ("meeting", "a meeting of a body"),
                            ("elsewhere", "something published"),
                        ],
                        max_length=14,
                    ),
                ),
                ("says", models.CharField(max_length=400)),
                ("about", models.CharField(blank=True, max_length=300)),
                ("subject_id", models.UUIDField(null=True)),
                ("by_name", models.CharField(max_length=120)),
                ("at", models.DateTimeField()),
                (
                    "challenge",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="evidence",
                        to="coordination.challenge",
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
                "ordering": ("at", "id"),
            },
        ),
        migrations.CreateModel(
            name="ChallengeReview",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "looked into"),
                            ("at_work", "being worked on"),
                            ("solved", "solved"),
                            ("closed", "closed without being solved"),
                        ],
                        max_length=8,
                    ),
                ),
                ("says", models.CharField(max_length=1000)),
                ("review_on", models.DateField(null=True)),
                ("by_name", models.CharField(max_length=120)),
                ("at", models.DateTimeField()),
                (
                    "challenge",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="reviews", to="coordination.challenge"
                    ),
                ),
            ],
            options={
                "ordering": ("-at", "-id"),
            },
        ),
        migrations.CreateModel(
            name="Target",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("baseline", models.PositiveIntegerField()),
                ("baseline_on", models.DateField()),
                ("baseline_source", models.CharField(blank=True, max_length=300)),
                ("goal", models.PositiveIntegerField(null=True)),
                ("due_on", models.DateField(null=True)),
                (
                    "path",
                    models.CharField(
                        choices=[("linear", "a straight line from where it began"), ("steps", "steps written by hand")],
                        default="linear",
                        max_length=8,
                    ),
                ),
                ("steps", models.JSONField(default=list)),
                ("why", models.CharField(blank=True, max_length=600)),
                ("made_by_name", models.CharField(max_length=120)),
                ("made_at", models.DateTimeField()),
                ("ended_on", models.DateField(null=True)),
                ("ended_why", models.CharField(blank=True, max_length=400)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "place",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.place"),
                ),
            ],
            options={
                "ordering": ("place__name", "-made_at"),
            },
        ),
        migrations.CreateModel(
            name="TargetRevision",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("was", models.JSONField(default=dict)),
                ("reason", models.CharField(max_length=400)),
                ("by_name", models.CharField(max_length=120)),
                ("at", models.DateTimeField()),
                (
                    "target",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="revisions", to="coordination.target"
                    ),
                ),
            ],
            options={
                "ordering": ("-at", "-id"),
            },
        ),
        migrations.AddConstraint(
            model_name="activity",
            constraint=models.UniqueConstraint(fields=("plan", "number"), name="coordination_activity_once"),
        ),
        migrations.AddConstraint(
            model_name="briefing",
            constraint=models.UniqueConstraint(fields=("place", "census_on"), name="coordination_briefing_once"),
        ),
        migrations.AddConstraint(
            model_name="briefingline",
            constraint=models.UniqueConstraint(
                fields=("briefing", "to", "rests", "code"), name="coordination_line_once"
            ),
        ),
        migrations.AddIndex(
            model_name="censuscount",
            index=models.Index(fields=["place", "on"], name="coordination_count_of"),
        ),
        migrations.AddConstraint(
            model_name="target",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_on", None)), fields=("place",), name="coordination_target_once"
            ),
        ),
        *walls_of_plans(),
    ]
