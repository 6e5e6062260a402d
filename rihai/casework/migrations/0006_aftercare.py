"""Keeps release plans, follow-ups and the family, with their walls."""

from __future__ import annotations

import django.db.models.deletion
import rihai.kit.ids
import rihai.kit.sealed.field
from django.db import migrations, models

from rihai.casework.aftercare.walls import walls


class Migration(migrations.Migration):
    """The tables, and one wall a table."""

    dependencies = [
        ("casework", "0005_mentoring"),
        ("people", "0007_rows_cleared"),
        ("places", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="CareWord",
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
                        default="health",
                        max_length=10,
                    ),
                ),
                ("about", models.UUIDField(db_index=True)),
                ("text", rihai.kit.sealed.field.SealedText(seal="casework.careword.text")),
                ("said_by_name", models.CharField(max_length=120)),
                ("said_at", models.DateTimeField()),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
            ],
            options={
                "ordering": ("said_at", "id"),
            },
        ),
        migrations.CreateModel(
            name="ChildOutside",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("made_for", models.UUIDField()),
                ("name", models.CharField(max_length=120)),
                ("born_year", models.PositiveSmallIntegerField(null=True)),
                ("with_whom", models.CharField(blank=True, max_length=120)),
                ("where", models.CharField(blank=True, max_length=160)),
                (
                    "how",
                    models.CharField(
                        choices=[
                            ("well", "cared for"),
                            ("worry", "somebody must look"),
                            ("alone", "nobody cares for the child"),
                            ("unknown", "not known"),
                        ],
                        max_length=8,
                    ),
                ),
                ("in_school", models.BooleanField(null=True)),
                ("has_papers", models.BooleanField(null=True)),
                ("note", models.CharField(blank=True, max_length=300)),
                ("seen_on", models.DateField(null=True)),
                ("ended_on", models.DateField(null=True)),
                ("changed_by_name", models.CharField(max_length=120)),
                ("changed_at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
            ],
            options={
                "ordering": ("born_year", "id"),
            },
        ),
        migrations.CreateModel(
            name="FamilyContact",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("visit", "visit"),
                            ("call", "call"),
                            ("letter", "letter"),
                            ("session", "family session"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("wished", "wished for"),
                            ("made", "took place"),
                            ("failed", "failed"),
                            ("dropped", "not wanted any more"),
                        ],
                        default="wished",
                        max_length=8,
                    ),
                ),
                ("wished_on", models.DateField()),
                (
                    "failed_why",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("money", "no money for the way"),
                            ("far", "too far"),
                            ("gate", "not let in"),
                            ("papers", "papers missing"),
                            ("absent", "they did not come"),
                            ("refused", "they did not want to"),
                            ("moved", "the person had been moved"),
                            ("other", "another reason"),
                        ],
                        max_length=8,
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=400)),
                ("told", models.JSONField(default=list)),
                ("travel", models.DecimalField(decimal_places=2, max_digits=10, null=True)),
                ("travel_fund", models.CharField(blank=True, max_length=120)),
                ("by_name", models.CharField(max_length=120)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
                (
                    "relationship",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.relationship"
                    ),
                ),
            ],
            options={
                "ordering": ("-wished_on", "-id"),
            },
        ),
        migrations.CreateModel(
            name="FamilyTie",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("made_for", models.UUIDField()),
                (
                    "wants",
                    models.CharField(
                        blank=True,
                        choices=[("", "nobody has asked"), ("yes", "yes"), ("later", "not now"), ("no", "no")],
                        max_length=6,
                    ),
                ),
                ("ways", rihai.kit.sealed.field.SealedText(null=True, seal="casework.familytie.ways")),
                ("may_know", models.JSONField(default=list)),
                ("changed_by_name", models.CharField(max_length=120)),
                ("changed_at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
                (
                    "relationship",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.relationship"
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="ReleasePlan",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("made_for", models.UUIDField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "being made"),
                            ("after", "after release"),
                            ("returned", "back in custody"),
                            ("ended", "ended"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                (
                    "because",
                    models.CharField(
                        choices=[
                            ("law", "the law may soon open the gate"),
                            ("hand", "somebody of the office began it"),
                            ("released", "released before anybody had made a plan"),
                        ],
                        max_length=10,
                    ),
                ),
                ("begun_on", models.DateField()),
                ("begun_by_name", models.CharField(blank=True, max_length=120)),
                ("earliest_on", models.DateField(null=True)),
                ("planned_on", models.DateField(null=True)),
                ("owner_id", models.UUIDField(db_index=True, null=True)),
                ("owner_name", models.CharField(blank=True, max_length=120)),
                (
                    "gate_by",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("nobody", "nobody: wants to leave alone"),
                            ("family", "the family"),
                            ("mentor", "the mentor"),
                            ("ours", "somebody of our office"),
                            ("shelter", "a shelter home"),
                            ("other", "somebody else"),
                        ],
                        max_length=10,
                    ),
                ),
                ("gate_name", models.CharField(blank=True, max_length=120)),
                (
                    "met",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "met"), ("no", "not met"), ("unwanted", "wanted to leave alone")],
                        max_length=10,
                    ),
                ),
                ("met_note", models.CharField(blank=True, max_length=300)),
                (
                    "contact",
                    models.CharField(
                        blank=True,
                        choices=[("", "nobody has asked"), ("yes", "yes, in the ways named"), ("no", "no")],
                        max_length=4,
                    ),
                ),
                ("safe_way", rihai.kit.sealed.field.SealedText(null=True, seal="casework.plan.safe_way")),
                ("call_number", models.CharField(blank=True, max_length=40)),
                ("come_to", models.CharField(blank=True, max_length=160)),
                ("left_on", models.DateField(null=True)),
                ("returned_on", models.DateField(null=True)),
                ("ended_on", models.DateField(null=True)),
                ("ended_why", models.CharField(blank=True, max_length=160)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "episode",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.custodyepisode"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
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
                "ordering": ("-begun_on", "-id"),
            },
        ),
        migrations.CreateModel(
            name="PlanPoint",
            fields=[
                ("owner_id", models.UUIDField(blank=True, db_index=True, null=True, verbose_name="owner")),
                ("due_on", models.DateField(blank=True, db_index=True, null=True, verbose_name="due on")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("made_for", models.UUIDField()),
                ("code", models.SlugField(max_length=20)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("working", "in hand"),
                            ("done", "done"),
                            ("impossible", "not possible"),
                            ("unneeded", "not needed"),
                            ("unwanted", "not wanted by the person"),
                        ],
                        max_length=10,
                    ),
                ),
                ("evidence", models.CharField(blank=True, max_length=400)),
                ("owner_name", models.CharField(blank=True, max_length=120)),
                ("changed_by_name", models.CharField(max_length=120)),
                ("changed_at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="points", to="casework.releaseplan"
                    ),
                ),
            ],
            options={
                "ordering": ("code",),
            },
        ),
        migrations.CreateModel(
            name="OfficerDay",
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
                    "kind",
                    models.CharField(
                        choices=[
                            ("probation", "probation officer"),
                            ("parole", "parole officer"),
                            ("police", "police station: to report"),
                            ("other", "another office"),
                        ],
                        max_length=10,
                    ),
                ),
                ("officer", models.CharField(blank=True, max_length=120)),
                ("where", models.CharField(max_length=160)),
                ("at_time", models.TimeField(null=True)),
                (
                    "kept",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("kept", "kept"),
                            ("excused", "not kept, excused"),
                            ("missed", "not kept"),
                            ("off", "called off by the office"),
                        ],
                        max_length=10,
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=300)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="appointments",
                        to="casework.releaseplan",
                    ),
                ),
            ],
            options={
                "ordering": ("due_on", "id"),
            },
        ),
        migrations.CreateModel(
            name="MayBeTold",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("made_for", models.UUIDField()),
                ("who", models.CharField(max_length=120)),
                ("said_how", models.CharField(max_length=160)),
                ("said_on", models.DateField()),
                ("told_on", models.DateField(null=True)),
                ("told_by_name", models.CharField(blank=True, max_length=120)),
                ("withdrawn_at", models.DateTimeField(null=True)),
                (
                    "consent",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to="people.consent"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
                (
                    "relationship",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="people.relationship",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="tellings", to="casework.releaseplan"
                    ),
                ),
            ],
            options={
                "ordering": ("said_on", "id"),
            },
        ),
        migrations.CreateModel(
            name="HandoverMeeting",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("made_for", models.UUIDField()),
                ("held_on", models.DateField()),
                ("where", models.CharField(blank=True, max_length=120)),
                ("attendance", models.JSONField(default=dict)),
                ("decisions", models.TextField(max_length=2000)),
                ("written_by_name", models.CharField(max_length=120)),
                ("written_at", models.DateTimeField()),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="meetings", to="casework.releaseplan"
                    ),
                ),
            ],
            options={
                "ordering": ("-held_on", "-id"),
            },
        ),
        migrations.CreateModel(
            name="FollowUp",
            fields=[
                ("owner_id", models.UUIDField(blank=True, db_index=True, null=True, verbose_name="owner")),
                ("due_on", models.DateField(blank=True, db_index=True, null=True, verbose_name="due on")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("made_for", models.UUIDField()),
                ("interval", models.SlugField(max_length=8)),
                ("attempt", models.PositiveSmallIntegerField(default=1)),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("reached", "reached"),
                            ("not_reached", "not reached this time"),
                            ("not_found", "could not be found"),
                            ("no_contact", "does not want contact"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "how",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("visit", "face to face"),
                            ("phone", "by phone"),
                            ("video", "by video"),
                            ("message", "by message"),
                            ("through", "through somebody the person named"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "roof",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("safe", "a safe place"),
                            ("short", "a place for a short time"),
                            ("none", "no place"),
                            ("unsaid", "did not say"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "money",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "yes"), ("partly", "hardly"), ("no", "no"), ("unsaid", "did not say")],
                        max_length=8,
                    ),
                ),
                (
                    "cared_for",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "yes"), ("partly", "hardly"), ("no", "no"), ("unsaid", "did not say")],
                        max_length=8,
                    ),
                ),
                (
                    "safe",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "yes"), ("partly", "hardly"), ("no", "no"), ("unsaid", "did not say")],
                        max_length=8,
                    ),
                ),
                (
                    "supervision",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("none", "nobody supervises"),
                            ("yes", "in touch"),
                            ("no", "not in touch"),
                            ("unsaid", "did not say"),
                        ],
                        max_length=8,
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=600)),
                ("next_step", models.CharField(blank=True, max_length=300)),
                ("by_name", models.CharField(blank=True, max_length=120)),
                ("dropped_at", models.DateTimeField(null=True)),
                ("dropped_why", models.CharField(blank=True, max_length=12)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="followups", to="casework.releaseplan"
                    ),
                ),
            ],
            options={
                "ordering": ("due_on", "attempt", "id"),
            },
        ),
        migrations.AddIndex(
            model_name="familycontact",
            index=models.Index(fields=["person", "state"], name="casework_contact_person"),
        ),
        migrations.AddIndex(
            model_name="releaseplan",
            index=models.Index(fields=["state", "earliest_on", "id"], name="casework_plan_state"),
        ),
        migrations.AddIndex(
            model_name="releaseplan",
            index=models.Index(fields=["person", "state"], name="casework_plan_person"),
        ),
        migrations.AddIndex(
            model_name="releaseplan",
            index=models.Index(fields=["left_on"], name="casework_plan_left"),
        ),
        migrations.AddConstraint(
            model_name="planpoint",
            constraint=models.UniqueConstraint(fields=("plan", "code"), name="casework_point_once"),
        ),
        migrations.AddIndex(
            model_name="followup",
            index=models.Index(fields=["outcome", "dropped_at", "due_on"], name="casework_followup_due"),
        ),
        migrations.AddConstraint(
            model_name="followup",
            constraint=models.UniqueConstraint(fields=("plan", "interval", "attempt"), name="casework_followup_once"),
        ),
        *walls(),
    ]
