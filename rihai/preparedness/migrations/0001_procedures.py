"""The tables of procedures, plans and drills, and their walls."""

from __future__ import annotations

import django.db.models.deletion
import rihai.kit.ids
from django.db import migrations, models

from rihai.preparedness.walls import walls_of_procedures


class Migration(migrations.Migration):
    """The tables, then their walls."""

    initial = True

    dependencies = [
        ("kit", "0002_append_only"),
        ("places", "0001_initial"),
        ("accounts", "0018_roles_of_training_preparedness_advocacy"),
    ]

    operations = [
        migrations.CreateModel(
            name="PlanStep",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("order", models.PositiveSmallIntegerField(default=0)),
                ("says", models.CharField(max_length=400)),
                ("says_ur", models.CharField(blank=True, max_length=400)),
                (
                    "post",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("superintendent", "superintendent"),
                            ("additional", "additional superintendent"),
                            ("deputy", "deputy superintendent"),
                            ("assistant", "assistant superintendent"),
                            ("women", "officer in charge of the women’s ward"),
                            ("juveniles", "officer in charge of the juveniles’ ward"),
                            ("medical", "medical officer"),
                            ("women_medical", "woman medical officer"),
                            ("dispenser", "dispenser"),
                            ("psychologist", "psychologist or welfare officer"),
                            ("duty", "duty officer, day and night"),
                            ("gate", "gate keeper"),
                            ("chief_warder", "chief warder"),
                            ("warders", "warders on duty"),
                            ("control", "control room"),
                            ("store", "store keeper"),
                            ("electrician", "electrician or generator operator"),
                            ("water", "who keeps the water running"),
                            ("records", "records office"),
                            ("inspector_general", "inspector general of prisons"),
                        ],
                        max_length=20,
                    ),
                ),
                ("minutes", models.PositiveSmallIntegerField(null=True)),
            ],
            options={
                "ordering": ("order", "id"),
            },
        ),
        migrations.CreateModel(
            name="ContingencyPlan",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "hazard",
                    models.CharField(
                        choices=[
                            ("outbreak", "outbreak of disease"),
                            ("fire", "fire"),
                            ("flood", "flood"),
                            ("quake", "earthquake"),
                            ("riot", "riot"),
                            ("hostage", "hostages taken"),
                            ("escape", "escape"),
                            ("attack", "attack from outside"),
                            ("power", "loss of power"),
                            ("water", "loss of water"),
                        ],
                        max_length=10,
                    ),
                ),
                ("review_months", models.PositiveSmallIntegerField(default=12)),
                ("made_by_name", models.CharField(max_length=120)),
                ("made_at", models.DateTimeField()),
                (
                    "owner",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="accounts.account",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.place"),
                ),
            ],
            options={
                "ordering": ("place__name", "hazard", "id"),
            },
        ),
        migrations.CreateModel(
            name="Drill",
            fields=[
                ("owner_id", models.UUIDField(blank=True, db_index=True, null=True, verbose_name="owner")),
                ("due_on", models.DateField(blank=True, db_index=True, null=True, verbose_name="due on")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "hazard",
                    models.CharField(
                        choices=[
                            ("outbreak", "outbreak of disease"),
                            ("fire", "fire"),
                            ("flood", "flood"),
                            ("quake", "earthquake"),
                            ("riot", "riot"),
                            ("hostage", "hostages taken"),
                            ("escape", "escape"),
                            ("attack", "attack from outside"),
                            ("power", "loss of power"),
                            ("water", "loss of water"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "how",
                    models.CharField(
                        choices=[("drill", "drill"), ("table", "simulation at a table")], default="drill", max_length=10
                    ),
                ),
                ("planned_on", models.DateField(null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("planned", "planned"),
                            ("held", "held, not yet evaluated"),
                            ("evaluated", "evaluated"),
                            ("not_held", "not held"),
                        ],
                        default="planned",
                        max_length=10,
                    ),
                ),
                ("led_by", models.CharField(blank=True, max_length=120)),
                ("took_part", models.PositiveIntegerField(null=True)),
                ("says", models.CharField(blank=True, max_length=1000)),
                ("answer_id", models.UUIDField(null=True)),
                ("found", models.JSONField(default=dict)),
                ("made_by_name", models.CharField(max_length=120)),
                ("made_at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "place",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.place"),
                ),
            ],
            options={
                "ordering": ("due_on", "id"),
            },
        ),
        migrations.CreateModel(
            name="AfterAction",
            fields=[
                ("owner_id", models.UUIDField(blank=True, db_index=True, null=True, verbose_name="owner")),
                ("due_on", models.DateField(blank=True, db_index=True, null=True, verbose_name="due on")),
                ("done_on", models.DateField(blank=True, null=True, verbose_name="done on")),
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "hazard",
                    models.CharField(
                        choices=[
                            ("outbreak", "outbreak of disease"),
                            ("fire", "fire"),
                            ("flood", "flood"),
                            ("quake", "earthquake"),
                            ("riot", "riot"),
                            ("hostage", "hostages taken"),
                            ("escape", "escape"),
                            ("attack", "attack from outside"),
                            ("power", "loss of power"),
                            ("water", "loss of water"),
                        ],
                        max_length=10,
                    ),
                ),
                ("emergency_id", models.UUIDField(db_index=True, null=True)),
                ("says", models.CharField(max_length=400)),
                ("whose", models.CharField(max_length=160)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "open"),
                            ("done", "said to be done"),
                            ("verified", "verified"),
                            ("dropped", "asked no more"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("done_says", models.CharField(blank=True, max_length=600)),
                ("done_by_name", models.CharField(blank=True, max_length=120)),
                ("verified_on", models.DateField(null=True)),
                ("verified_by_name", models.CharField(blank=True, max_length=120)),
                ("verified_says", models.CharField(blank=True, max_length=600)),
                ("made_by_name", models.CharField(max_length=120)),
                ("made_at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "done_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="accounts.account",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.place"),
                ),
                (
                    "drill",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="items",
                        to="preparedness.drill",
                    ),
                ),
            ],
            options={
                "ordering": ("due_on", "id"),
            },
        ),
        migrations.CreateModel(
            name="DrillRule",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "hazard",
                    models.CharField(
                        choices=[
                            ("outbreak", "outbreak of disease"),
                            ("fire", "fire"),
                            ("flood", "flood"),
                            ("quake", "earthquake"),
                            ("riot", "riot"),
                            ("hostage", "hostages taken"),
                            ("escape", "escape"),
                            ("attack", "attack from outside"),
                            ("power", "loss of power"),
                            ("water", "loss of water"),
                        ],
                        max_length=10,
                    ),
                ),
                ("every", models.PositiveSmallIntegerField()),
                ("basis", models.CharField(blank=True, max_length=300)),
                ("started_on", models.DateField()),
                ("ended_on", models.DateField(null=True)),
                ("by_name", models.CharField(max_length=120)),
                ("at", models.DateTimeField()),
                (
                    "owner",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="accounts.account",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.place"),
                ),
            ],
            options={
                "ordering": ("place__name", "hazard", "id"),
            },
        ),
        migrations.AddField(
            model_name="drill",
            name="rule",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="drills",
                to="preparedness.drillrule",
            ),
        ),
        migrations.CreateModel(
            name="DrillTime",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("minutes", models.PositiveSmallIntegerField(null=True)),
                (
                    "drill",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="times", to="preparedness.drill"
                    ),
                ),
                (
                    "step",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="preparedness.planstep"
                    ),
                ),
            ],
            options={
                "ordering": ("step__order", "id"),
            },
        ),
        migrations.CreateModel(
            name="PlanVersion",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("number", models.PositiveSmallIntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("asked", "waits for approval"),
                            ("in_force", "in force"),
                            ("replaced", "replaced"),
                            ("withdrawn", "withdrawn"),
                        ],
                        default="draft",
                        max_length=10,
                    ),
                ),
                ("changes", models.CharField(blank=True, max_length=600)),
                ("writers", models.JSONField(default=list)),
                ("made_by_name", models.CharField(max_length=120)),
                ("made_at", models.DateTimeField()),
                ("asked_by_name", models.CharField(blank=True, max_length=120)),
                ("asked_at", models.DateTimeField(null=True)),
                ("sent_back_why", models.CharField(blank=True, max_length=600)),
                ("approved_by_name", models.CharField(blank=True, max_length=120)),
                ("approved_at", models.DateTimeField(null=True)),
                ("started_on", models.DateField(null=True)),
                ("ended_on", models.DateField(null=True)),
                ("review_on", models.DateField(null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("triggers", models.TextField(blank=True)),
                ("triggers_ur", models.TextField(blank=True)),
                ("evacuation", models.TextField(blank=True)),
                ("evacuation_ur", models.TextField(blank=True)),
                ("vulnerable", models.TextField(blank=True)),
                ("vulnerable_ur", models.TextField(blank=True)),
                ("sources", models.TextField(blank=True)),
                (
                    "asked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="accounts.account",
                    ),
                ),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="versions",
                        to="preparedness.contingencyplan",
                    ),
                ),
            ],
            options={
                "ordering": ("-number",),
            },
        ),
        migrations.AddField(
            model_name="planstep",
            name="edition",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="preparedness.planversion"
            ),
        ),
        migrations.CreateModel(
            name="PlanRole",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("order", models.PositiveSmallIntegerField(default=0)),
                (
                    "post",
                    models.CharField(
                        choices=[
                            ("superintendent", "superintendent"),
                            ("additional", "additional superintendent"),
                            ("deputy", "deputy superintendent"),
                            ("assistant", "assistant superintendent"),
                            ("women", "officer in charge of the women’s ward"),
                            ("juveniles", "officer in charge of the juveniles’ ward"),
                            ("medical", "medical officer"),
                            ("women_medical", "woman medical officer"),
                            ("dispenser", "dispenser"),
                            ("psychologist", "psychologist or welfare officer"),
                            ("duty", "duty officer, day and night"),
                            ("gate", "gate keeper"),
                            ("chief_warder", "chief warder"),
                            ("warders", "warders on duty"),
                            ("control", "control room"),
                            ("store", "store keeper"),
                            ("electrician", "electrician or generator operator"),
                            ("water", "who keeps the water running"),
                            ("records", "records office"),
                            ("inspector_general", "inspector general of prisons"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "deputy",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("superintendent", "superintendent"),
                            ("additional", "additional superintendent"),
                            ("deputy", "deputy superintendent"),
                            ("assistant", "assistant superintendent"),
                            ("women", "officer in charge of the women’s ward"),
                            ("juveniles", "officer in charge of the juveniles’ ward"),
                            ("medical", "medical officer"),
                            ("women_medical", "woman medical officer"),
                            ("dispenser", "dispenser"),
                            ("psychologist", "psychologist or welfare officer"),
                            ("duty", "duty officer, day and night"),
                            ("gate", "gate keeper"),
                            ("chief_warder", "chief warder"),
                            ("warders", "warders on duty"),
                            ("control", "control room"),
                            ("store", "store keeper"),
                            ("electrician", "electrician or generator operator"),
                            ("water", "who keeps the water running"),
                            ("records", "records office"),
                            ("inspector_general", "inspector general of prisons"),
                        ],
                        max_length=20,
                    ),
                ),
                ("duty", models.CharField(max_length=400)),
                ("duty_ur", models.CharField(blank=True, max_length=400)),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="roles", to="preparedness.planversion"
                    ),
                ),
            ],
            options={
                "ordering": ("order", "id"),
            },
        ),
        migrations.CreateModel(
            name="PlanEntry",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "sort",
                    models.CharField(
                        choices=[
                            ("agency", "agency to call"),
                            ("assembly", "assembly point"),
                            ("resource", "resource"),
                        ],
                        max_length=10,
                    ),
                ),
                ("order", models.PositiveSmallIntegerField(default=0)),
                ("name", models.CharField(max_length=200)),
                ("name_ur", models.CharField(blank=True, max_length=200)),
                ("phone", models.CharField(blank=True, max_length=60)),
                ("says", models.CharField(blank=True, max_length=400)),
                ("says_ur", models.CharField(blank=True, max_length=400)),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="entries",
                        to="preparedness.planversion",
                    ),
                ),
            ],
            options={
                "ordering": ("sort", "order", "id"),
            },
        ),
        migrations.AddField(
            model_name="drill",
            name="edition",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="preparedness.planversion"
            ),
        ),
        migrations.CreateModel(
            name="PostHolder",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "post",
                    models.CharField(
                        choices=[
                            ("superintendent", "superintendent"),
                            ("additional", "additional superintendent"),
                            ("deputy", "deputy superintendent"),
                            ("assistant", "assistant superintendent"),
                            ("women", "officer in charge of the women’s ward"),
                            ("juveniles", "officer in charge of the juveniles’ ward"),
                            ("medical", "medical officer"),
                            ("women_medical", "woman medical officer"),
                            ("dispenser", "dispenser"),
                            ("psychologist", "psychologist or welfare officer"),
                            ("duty", "duty officer, day and night"),
                            ("gate", "gate keeper"),
                            ("chief_warder", "chief warder"),
                            ("warders", "warders on duty"),
                            ("control", "control room"),
                            ("store", "store keeper"),
                            ("electrician", "electrician or generator operator"),
                            ("water", "who keeps the water running"),
                            ("records", "records office"),
                            ("inspector_general", "inspector general of prisons"),
                        ],
                        max_length=20,
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                ("phone", models.CharField(blank=True, max_length=40)),
                ("started_on", models.DateField()),
                ("ended_on", models.DateField(null=True)),
                ("by_name", models.CharField(max_length=120)),
                ("at", models.DateTimeField()),
                (
                    "account",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="accounts.account",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.place"),
                ),
            ],
            options={
                "ordering": ("-started_on", "-id"),
            },
        ),
        migrations.CreateModel(
            name="Procedure",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "sort",
                    models.CharField(
                        choices=[("sop", "standard operating procedure"), ("policy", "policy")], max_length=10
                    ),
                ),
                ("code", models.CharField(max_length=30, unique=True)),
                ("title", models.CharField(max_length=200)),
                ("title_ur", models.CharField(max_length=200)),
                ("posts", models.JSONField(default=list)),
                ("days", models.PositiveSmallIntegerField(default=14)),
                ("review_months", models.PositiveSmallIntegerField(default=12)),
                ("made_by_name", models.CharField(max_length=120)),
                ("made_at", models.DateTimeField()),
                ("ended_on", models.DateField(null=True)),
                ("ended_why", models.CharField(blank=True, max_length=400)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "owner",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="accounts.account",
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
                "ordering": ("code",),
            },
        ),
        migrations.CreateModel(
            name="ProcedureVersion",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("number", models.PositiveSmallIntegerField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "draft"),
                            ("asked", "waits for approval"),
                            ("in_force", "in force"),
                            ("replaced", "replaced"),
                            ("withdrawn", "withdrawn"),
                        ],
                        default="draft",
                        max_length=10,
                    ),
                ),
                ("changes", models.CharField(blank=True, max_length=600)),
                ("writers", models.JSONField(default=list)),
                ("made_by_name", models.CharField(max_length=120)),
                ("made_at", models.DateTimeField()),
                ("asked_by_name", models.CharField(blank=True, max_length=120)),
                ("asked_at", models.DateTimeField(null=True)),
                ("sent_back_why", models.CharField(blank=True, max_length=600)),
                ("approved_by_name", models.CharField(blank=True, max_length=120)),
                ("approved_at", models.DateTimeField(null=True)),
                ("started_on", models.DateField(null=True)),
                ("ended_on", models.DateField(null=True)),
                ("review_on", models.DateField(null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("text_en", models.TextField(blank=True)),
                ("text_ur", models.TextField(blank=True)),
                ("reminded_at", models.DateTimeField(null=True)),
                (
                    "asked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="accounts.account",
                    ),
                ),
                (
                    "file_en",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kit.storedfile"
                    ),
                ),
                (
                    "file_ur",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kit.storedfile"
                    ),
                ),
                (
                    "procedure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="versions",
                        to="preparedness.procedure",
                    ),
                ),
            ],
            options={
                "ordering": ("-number",),
            },
        ),
        migrations.CreateModel(
            name="Acknowledgement",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "post",
                    models.CharField(
                        choices=[
                            ("superintendent", "superintendent"),
                            ("additional", "additional superintendent"),
                            ("deputy", "deputy superintendent"),
                            ("assistant", "assistant superintendent"),
                            ("women", "officer in charge of the women’s ward"),
                            ("juveniles", "officer in charge of the juveniles’ ward"),
                            ("medical", "medical officer"),
                            ("women_medical", "woman medical officer"),
                            ("dispenser", "dispenser"),
                            ("psychologist", "psychologist or welfare officer"),
                            ("duty", "duty officer, day and night"),
                            ("gate", "gate keeper"),
                            ("chief_warder", "chief warder"),
                            ("warders", "warders on duty"),
                            ("control", "control room"),
                            ("store", "store keeper"),
                            ("electrician", "electrician or generator operator"),
                            ("water", "who keeps the water running"),
                            ("records", "records office"),
                            ("inspector_general", "inspector general of prisons"),
                        ],
                        max_length=20,
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                ("on", models.DateField()),
                ("by_name", models.CharField(max_length=120)),
                ("at", models.DateTimeField()),
                (
                    "account",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="accounts.account",
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.place"),
                ),
                (
                    "edition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="acknowledgements",
                        to="preparedness.procedureversion",
                    ),
                ),
            ],
            options={
                "ordering": ("on", "id"),
            },
        ),
        migrations.AddConstraint(
            model_name="contingencyplan",
            constraint=models.UniqueConstraint(fields=("place", "hazard"), name="preparedness_one_plan_a_hazard"),
        ),
        migrations.AddIndex(
            model_name="afteraction",
            index=models.Index(fields=["place", "state", "due_on"], name="preparedness_items_due"),
        ),
        migrations.AddConstraint(
            model_name="drillrule",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_on", None)),
                fields=("place", "hazard"),
                name="preparedness_one_rule_of_drills",
            ),
        ),
        migrations.AddConstraint(
            model_name="drilltime",
            constraint=models.UniqueConstraint(fields=("drill", "step"), name="preparedness_time_once"),
        ),
        migrations.AddConstraint(
            model_name="planversion",
            constraint=models.UniqueConstraint(fields=("plan", "number"), name="preparedness_plan_version_once"),
        ),
        migrations.AddConstraint(
            model_name="planversion",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "in_force")), fields=("plan",), name="preparedness_one_plan_in_force"
            ),
        ),
        migrations.AddIndex(
            model_name="drill",
            index=models.Index(fields=["place", "hazard", "state"], name="preparedness_drill_of"),
        ),
        migrations.AddConstraint(
            model_name="postholder",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_on", None)), fields=("place", "post"), name="preparedness_one_holds_a_post"
            ),
        ),
        migrations.AddConstraint(
            model_name="procedureversion",
            constraint=models.UniqueConstraint(
                fields=("procedure", "number"), name="preparedness_procedure_version_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="procedureversion",
            constraint=models.UniqueConstraint(
                condition=models.Q(("state", "in_force")),
                fields=("procedure",),
                name="preparedness_one_procedure_in_force",
            ),
        ),
        migrations.AddConstraint(
            model_name="acknowledgement",
            constraint=models.UniqueConstraint(
                fields=("edition", "place", "post"), name="preparedness_acknowledged_once"
            ),
        ),
        *walls_of_procedures(),
    ]
