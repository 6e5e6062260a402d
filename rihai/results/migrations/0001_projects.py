"""The tables of results, and their walls."""

from __future__ import annotations

import django.db.models.deletion
import rihai.kit.ids
from django.conf import settings
from django.db import migrations, models

from rihai.results.walls import walls


class Migration(migrations.Migration):
    """The tables, then their walls."""

    initial = True

    dependencies = [
        ("kit", "0002_append_only"),
        ("places", "0001_initial"),
        ("accounts", "0011_roles_of_results"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="MergedSince",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("kept", models.CharField(db_index=True, max_length=24)),
                ("gone", models.CharField(db_index=True, max_length=24)),
                ("at", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Indicator",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("code", models.CharField(max_length=60)),
                ("title", models.CharField(max_length=200)),
                ("title_ur", models.CharField(blank=True, max_length=200)),
                (
                    "basis",
                    models.CharField(
                        choices=[
                            ("rows", "counted from the project’s lists of sessions"),
                            ("measure", "counted from the rooms’ own records"),
                            ("entered", "entered by hand, with evidence"),
                        ],
                        max_length=8,
                    ),
                ),
                (
                    "unit",
                    models.CharField(
                        choices=[
                            ("people", "people, each once"),
                            ("acts", "sessions, cases or acts"),
                            ("days", "days"),
                            ("things", "things or places"),
                        ],
                        max_length=8,
                    ),
                ),
                ("measure", models.CharField(blank=True, max_length=80)),
                ("narrowed", models.JSONField(default=dict)),
                ("service", models.CharField(blank=True, max_length=40)),
                ("definition", models.CharField(blank=True, max_length=500)),
                ("includes", models.CharField(blank=True, max_length=500)),
                ("excludes", models.CharField(blank=True, max_length=500)),
                ("source", models.CharField(blank=True, max_length=300)),
                ("baseline", models.PositiveIntegerField(null=True)),
                ("target", models.PositiveIntegerField(null=True)),
                ("tags", models.JSONField(default=list)),
                ("dhis2_element", models.CharField(blank=True, max_length=60)),
                ("order", models.PositiveSmallIntegerField(default=0)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "part_of",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="parts",
                        to="results.indicator",
                    ),
                ),
            ],
            options={
                "ordering": ("order", "code"),
            },
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("first", models.DateField()),
                ("end", models.DateField()),
                ("value", models.PositiveIntegerField()),
                (
                    "method",
                    models.CharField(
                        choices=[
                            ("counted", "counted one by one"),
                            ("estimated", "estimated"),
                            ("at_least", "at least so many"),
                        ],
                        max_length=9,
                    ),
                ),
                ("says", models.CharField(blank=True, max_length=1000)),
                ("by_name", models.CharField(max_length=120)),
                ("at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(null=True)),
                ("withdrawn_why", models.CharField(blank=True, max_length=400)),
                (
                    "evidence",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kit.storedfile"
                    ),
                ),
                (
                    "indicator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="entries", to="results.indicator"
                    ),
                ),
            ],
            options={
                "ordering": ("first", "at"),
            },
        ),
        migrations.CreateModel(
            name="LockedPeriod",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("first", models.DateField()),
                ("end", models.DateField()),
                ("locked_by_name", models.CharField(max_length=120)),
                ("locked_at", models.DateTimeField()),
                ("signed_by_name", models.CharField(blank=True, max_length=120)),
                ("signed_at", models.DateTimeField(null=True)),
                ("left_out", models.JSONField(default=dict)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "locked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "ordering": ("first",),
            },
        ),
        migrations.CreateModel(
            name="LockedFigure",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("value", models.PositiveIntegerField(null=True)),
                ("to_date", models.PositiveIntegerField(null=True)),
                ("mark", models.CharField(blank=True, max_length=9)),
                ("sessions", models.PositiveIntegerField(null=True)),
                ("parts", models.JSONField(default=dict)),
                ("target", models.PositiveIntegerField(null=True)),
                ("keys", models.JSONField(default=list)),
                (
                    "indicator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="locked", to="results.indicator"
                    ),
                ),
                (
                    "period",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="figures", to="results.lockedperiod"
                    ),
                ),
            ],
            options={
                "ordering": ("indicator__order", "indicator__code"),
            },
        ),
        migrations.CreateModel(
            name="Project",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("code", models.CharField(max_length=30, unique=True)),
                ("name", models.CharField(max_length=160)),
                ("name_ur", models.CharField(blank=True, max_length=160)),
                ("funders", models.JSONField(default=list)),
                ("started_on", models.DateField()),
                ("ended_on", models.DateField(null=True)),
                (
                    "grain",
                    models.CharField(
                        choices=[
                            ("month", "months"),
                            ("quarter", "quarters"),
                            ("half", "half years"),
                            ("year", "years"),
                        ],
                        default="quarter",
                        max_length=8,
                    ),
                ),
                ("services", models.JSONField(default=list)),
                ("women_only", models.BooleanField(default=False)),
                ("codes_of", models.CharField(blank=True, max_length=60)),
                ("tags", models.JSONField(default=list)),
                ("dhis2_set", models.CharField(blank=True, max_length=60)),
                ("dhis2_unit", models.CharField(blank=True, max_length=60)),
                ("made_by_name", models.CharField(max_length=120)),
                ("made_at", models.DateTimeField()),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                ("places", models.ManyToManyField(blank=True, related_name="+", to="places.place")),
            ],
            options={
                "ordering": ("-started_on", "code"),
            },
        ),
        migrations.AddField(
            model_name="lockedperiod",
            name="project",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="periods", to="results.project"
            ),
        ),
        migrations.AddField(
            model_name="indicator",
            name="project",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="indicators", to="results.project"
            ),
        ),
        migrations.CreateModel(
            name="Restatement",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("was", models.PositiveIntegerField(null=True)),
                ("now", models.PositiveIntegerField(null=True)),
                ("was_to_date", models.PositiveIntegerField(null=True)),
                ("now_to_date", models.PositiveIntegerField(null=True)),
                ("reason", models.CharField(max_length=600)),
                ("by_name", models.CharField(max_length=120)),
                ("at", models.DateTimeField()),
                (
                    "figure",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="restatements",
                        to="results.lockedfigure",
                    ),
                ),
            ],
            options={
                "ordering": ("at",),
            },
        ),
        migrations.CreateModel(
            name="SameCode",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("code", models.CharField(max_length=80)),
                ("same_as", models.CharField(max_length=80)),
                ("reason", models.CharField(max_length=400)),
                ("by_name", models.CharField(max_length=120)),
                ("at", models.DateTimeField()),
                ("parted_at", models.DateTimeField(null=True)),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="same_codes", to="results.project"
                    ),
                ),
            ],
            options={
                "ordering": ("-at",),
            },
        ),
        migrations.CreateModel(
            name="Sample",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("first", models.DateField()),
                ("end", models.DateField()),
                ("seed", models.CharField(max_length=40)),
                ("size", models.PositiveIntegerField()),
                ("drawn_from", models.PositiveIntegerField()),
                ("drawn_by_name", models.CharField(max_length=120)),
                ("drawn_at", models.DateTimeField()),
                (
                    "indicator",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="samples", to="results.indicator"
                    ),
                ),
            ],
            options={
                "ordering": ("-drawn_at",),
            },
        ),
        migrations.CreateModel(
            name="ServedFile",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("name", models.CharField(max_length=120)),
                ("digest", models.CharField(db_index=True, max_length=64)),
                (
                    "state",
                    models.CharField(
                        choices=[("to_review", "to look at"), ("taken_in", "counted"), ("undone", "undone")],
                        default="to_review",
                        max_length=9,
                    ),
                ),
                ("headings", models.JSONField(default=dict)),
                ("given_by_name", models.CharField(max_length=120)),
                ("given_at", models.DateTimeField()),
                ("taken_in_at", models.DateTimeField(null=True)),
                ("undone_at", models.DateTimeField(null=True)),
                (
                    "project",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="lists", to="results.project"
                    ),
                ),
                (
                    "stored",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kit.storedfile"
                    ),
                ),
            ],
            options={
                "ordering": ("-given_at", "-id"),
            },
        ),
        migrations.CreateModel(
            name="ServiceRow",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("sheet", models.CharField(blank=True, max_length=80)),
                ("row", models.PositiveIntegerField()),
                (
                    "verdict",
                    models.CharField(
                        choices=[
                            ("accepted", "counted"),
                            ("warned", "counted, to be looked at"),
                            ("rejected", "not counted, to mend"),
                            ("duplicate", "the same session stands already"),
                            ("no_entry", "heading, title, sum or blank"),
                        ],
                        max_length=9,
                    ),
                ),
                ("is_counted", models.BooleanField(default=False)),
                ("code", models.CharField(blank=True, max_length=80)),
                ("who", models.CharField(blank=True, max_length=80)),
                ("service", models.CharField(blank=True, max_length=40)),
                ("district", models.CharField(blank=True, max_length=80)),
                ("place", models.CharField(blank=True, max_length=80)),
                ("on", models.DateField(null=True)),
                ("sex", models.CharField(blank=True, max_length=12)),
                ("age", models.PositiveSmallIntegerField(null=True)),
                ("of", models.PositiveIntegerField(null=True)),
                ("problems", models.JSONField(default=list)),
                ("said", models.JSONField(default=dict)),
                (
                    "file",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="rows",
                        to="results.servedfile",
                    ),
                ),
                (
                    "project",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rows",
                        to="results.project",
                    ),
                ),
            ],
            options={
                "ordering": ("sheet", "row"),
            },
        ),
        migrations.CreateModel(
            name="Checked",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("number", models.PositiveIntegerField()),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("shown", "the evidence was seen and says the same"),
                            ("differs", "the evidence says something else"),
                            ("missing", "no evidence was found"),
                        ],
                        max_length=8,
                    ),
                ),
                ("says", models.CharField(blank=True, max_length=400)),
                ("by_name", models.CharField(blank=True, max_length=120)),
                ("at", models.DateTimeField(null=True)),
                (
                    "sample",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="rows", to="results.sample"
                    ),
                ),
                (
                    "row",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="results.servicerow"
                    ),
                ),
            ],
            options={
                "ordering": ("number",),
            },
        ),
        migrations.AddConstraint(
            model_name="lockedfigure",
            constraint=models.UniqueConstraint(fields=("period", "indicator"), name="results_figure_once"),
        ),
        migrations.AddConstraint(
            model_name="lockedperiod",
            constraint=models.UniqueConstraint(fields=("project", "first"), name="results_locked_once"),
        ),
        migrations.AddConstraint(
            model_name="indicator",
            constraint=models.UniqueConstraint(fields=("project", "code"), name="results_indicator_once"),
        ),
        migrations.AddConstraint(
            model_name="samecode",
            constraint=models.UniqueConstraint(
                condition=models.Q(("parted_at", None)), fields=("project", "code"), name="results_same_once"
            ),
        ),
        migrations.AddIndex(
            model_name="servicerow",
            index=models.Index(fields=["file", "verdict", "row"], name="results_row_of_file"),
        ),
        migrations.AddIndex(
            model_name="servicerow",
            index=models.Index(
                fields=["project", "is_counted", "service", "who", "on", "district"], name="results_row_counted"
            ),
        ),
        migrations.AddIndex(
            model_name="servicerow",
            index=models.Index(fields=["project", "who"], name="results_row_who"),
        ),
        migrations.AddConstraint(
            model_name="checked",
            constraint=models.UniqueConstraint(fields=("sample", "row"), name="results_checked_once"),
        ),
        *walls(),
    ]
