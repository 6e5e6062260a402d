"""The tables of public figures and of research extracts, and their walls."""

from __future__ import annotations

import django.db.models.deletion
import rihai.kit.ids
from django.db import migrations, models


from rihai.advocacy.figures.walls import walls_of_figures


class Migration(migrations.Migration):
    """The tables, then their walls."""

    dependencies = [
        ("advocacy", "0001_voice"),
        ("kit", "0002_append_only"),
    ]

    operations = [
        migrations.CreateModel(
            name="FigureRelease",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("number", models.PositiveIntegerField(unique=True)),
                ("on", models.DateField()),
                ("period", models.CharField(max_length=24)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("draft", "prepared, to be signed off"),
                            ("signed", "signed off"),
                            ("withdrawn", "withdrawn"),
                        ],
                        default="draft",
                        max_length=10,
                    ),
                ),
                ("release", models.JSONField()),
                ("prisons", models.PositiveIntegerField()),
                ("prisons_known", models.PositiveIntegerField()),
                ("lists_from", models.DateField(null=True)),
                ("lists_to", models.DateField(null=True)),
                ("replaces_en", models.CharField(blank=True, max_length=600)),
                ("replaces_ur", models.CharField(blank=True, max_length=600)),
                ("made_by", models.UUIDField()),
                ("made_by_name", models.CharField(max_length=120)),
                ("made_at", models.DateTimeField()),
                ("signed_by_name", models.CharField(blank=True, max_length=120)),
                ("signed_at", models.DateTimeField(null=True)),
                ("public_at", models.DateTimeField(null=True)),
                ("withdrawn_by_name", models.CharField(blank=True, max_length=120)),
                ("withdrawn_at", models.DateTimeField(null=True)),
                ("withdrawn_en", models.CharField(blank=True, max_length=600)),
                ("withdrawn_ur", models.CharField(blank=True, max_length=600)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "replaces",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="advocacy.figurerelease",
                    ),
                ),
            ],
            options={
                "ordering": ("-number",),
            },
        ),
        migrations.CreateModel(
            name="FigureNote",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("says_en", models.CharField(max_length=600)),
                ("says_ur", models.CharField(max_length=600)),
                ("by_name", models.CharField(max_length=120)),
                ("at", models.DateTimeField()),
                (
                    "release",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="notes", to="advocacy.figurerelease"
                    ),
                ),
            ],
            options={
                "ordering": ("at", "id"),
            },
        ),
        migrations.CreateModel(
            name="FigureTable",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("code", models.CharField(max_length=40)),
                ("order", models.PositiveSmallIntegerField()),
                ("texts", models.JSONField(default=dict)),
                ("columns", models.JSONField(default=list)),
                (
                    "release",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="tables", to="advocacy.figurerelease"
                    ),
                ),
            ],
            options={
                "ordering": ("order",),
            },
        ),
        migrations.CreateModel(
            name="FigureCell",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("order", models.PositiveIntegerField()),
                ("row", models.CharField(max_length=100)),
                ("label_en", models.CharField(max_length=300)),
                ("label_ur", models.CharField(max_length=300)),
                ("column", models.CharField(max_length=20)),
                ("number", models.PositiveBigIntegerField(null=True)),
                ("mark", models.CharField(blank=True, max_length=2)),
                (
                    "table",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="cells", to="advocacy.figuretable"
                    ),
                ),
            ],
            options={
                "ordering": ("order",),
            },
        ),
        migrations.CreateModel(
            name="FigureWithheld",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("series", models.CharField(max_length=160)),
                ("reason", models.CharField(max_length=20)),
                (
                    "release",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="withheld",
                        to="advocacy.figurerelease",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="ResearchExtract",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("on", models.DateField()),
                ("rows", models.PositiveIntegerField()),
                ("rows_withheld", models.PositiveIntegerField()),
                ("k", models.PositiveIntegerField()),
                ("diversity", models.PositiveIntegerField()),
                ("risk", models.JSONField(default=dict)),
                ("coarsened", models.JSONField(default=dict)),
                ("facts_withheld", models.JSONField(default=dict)),
                ("made_by_name", models.CharField(max_length=120)),
                ("made_at", models.DateTimeField()),
                (
                    "file",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kit.storedfile"
                    ),
                ),
            ],
            options={
                "ordering": ("-made_at", "-id"),
            },
        ),
        migrations.CreateModel(
            name="ResearchDownload",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("by_name", models.CharField(max_length=120)),
                ("receiver", models.CharField(max_length=160)),
                ("agreement", models.TextField()),
                ("at", models.DateTimeField()),
                (
                    "extract",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="downloads",
                        to="advocacy.researchextract",
                    ),
                ),
            ],
            options={
                "ordering": ("at", "id"),
            },
        ),
        migrations.CreateModel(
            name="ResearchRequest",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("researcher", models.CharField(max_length=160)),
                ("institution", models.CharField(max_length=200)),
                ("contact", models.CharField(blank=True, max_length=200)),
                ("question", models.CharField(max_length=1000)),
                ("ethics", models.CharField(max_length=300)),
                ("until_on", models.DateField()),
                (
                    "standing",
                    models.CharField(
                        choices=[
                            ("asked", "to be decided"),
                            ("approved", "approved"),
                            ("refused", "refused"),
                            ("ended", "ended"),
                        ],
                        default="asked",
                        max_length=10,
                    ),
                ),
                ("asked_by", models.UUIDField()),
                ("asked_by_name", models.CharField(max_length=120)),
                ("asked_at", models.DateTimeField()),
                ("decided_by_name", models.CharField(blank=True, max_length=120)),
                ("decided_at", models.DateTimeField(null=True)),
                ("decided_says", models.CharField(blank=True, max_length=600)),
                ("agreed_by", models.CharField(blank=True, max_length=160)),
                ("agreed_on", models.DateField(null=True)),
                ("agreement", models.TextField(blank=True)),
                ("ended_at", models.DateTimeField(null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "ethics_file",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kit.storedfile"
                    ),
                ),
            ],
            options={
                "ordering": ("-asked_at", "-id"),
            },
        ),
        migrations.AddField(
            model_name="researchextract",
            name="request",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="extracts", to="advocacy.researchrequest"
            ),
        ),
        migrations.AddIndex(
            model_name="figurerelease",
            index=models.Index(fields=["state", "-public_at"], name="advocacy_figures_public"),
        ),
        migrations.AddConstraint(
            model_name="figuretable",
            constraint=models.UniqueConstraint(fields=("release", "code"), name="advocacy_figuretable_once"),
        ),
        migrations.AddConstraint(
            model_name="figurecell",
            constraint=models.UniqueConstraint(fields=("table", "row", "column"), name="advocacy_figurecell_once"),
        ),
        *walls_of_figures(),
    ]
