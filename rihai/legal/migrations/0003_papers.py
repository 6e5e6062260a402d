"""The tables of papers, and their walls."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models

import rihai.kit.ids
import rihai.kit.sealed.field
from rihai.legal.papers.walls import walls


class Migration(migrations.Migration):
    """The tables, then a wall for each that holds a person."""

    dependencies = [("legal", "0002_matters"), ("kit", "0002_append_only"), ("places", "0001_initial")]
    operations = [
        migrations.CreateModel(
            name="Pack",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("receiver", models.CharField(max_length=20)),
                ("receiver_name", models.CharField(max_length=160)),
                ("purpose", models.CharField(max_length=300)),
                ("language", models.CharField(max_length=8)),
                (
                    "state",
                    models.CharField(
                        choices=[("preparing", "in preparation"), ("sent", "handed over"), ("stopped", "stopped")],
                        default="preparing",
                        max_length=10,
                    ),
                ),
                ("use_until", models.DateField()),
                ("made_by", models.UUIDField()),
                ("made_by_name", models.CharField(max_length=120)),
                ("made_at", models.DateTimeField()),
                ("sent_at", models.DateTimeField(null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "pdf",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kit.storedfile"
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.place"
                    ),
                ),
                (
                    "sheet",
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
            name="PartnerLink",
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
                    "pack",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="links", to="legal.pack"
                    ),
                ),
            ],
            options={
                "ordering": ("-made_at", "-id"),
            },
        ),
        migrations.CreateModel(
            name="Petition",
            fields=[
                ("first_person", models.UUIDField(editable=False)),
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("template", models.CharField(max_length=40)),
                ("provision", models.CharField(blank=True, max_length=80)),
                ("case_id", models.CharField(blank=True, max_length=200)),
                ("language", models.CharField(max_length=8)),
                ("court", models.CharField(blank=True, max_length=200)),
                ("counsel", models.CharField(blank=True, max_length=120)),
                ("added", rihai.kit.sealed.field.SealedText(null=True, seal="legal.petition.added")),
                ("made_by", models.UUIDField()),
                ("made_by_name", models.CharField(max_length=120)),
                ("made_at", models.DateTimeField()),
                ("filed_on", models.DateField(null=True)),
                ("filed_court", models.CharField(blank=True, max_length=200)),
                ("filed_number", models.CharField(blank=True, max_length=60)),
                ("dropped_at", models.DateTimeField(null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
            ],
            options={
                "ordering": ("-made_at", "-id"),
            },
        ),
        migrations.CreateModel(
            name="PetitionFact",
            fields=[
                ("first_person", models.UUIDField(editable=False)),
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("path", models.CharField(max_length=300)),
                ("said", rihai.kit.sealed.field.SealedText(null=True, seal="legal.petition_fact.said")),
                ("paper", models.CharField(blank=True, max_length=160)),
                ("page", models.CharField(blank=True, max_length=20)),
                ("confirmed_by", models.UUIDField(null=True)),
                ("confirmed_by_name", models.CharField(blank=True, max_length=120)),
                ("confirmed_at", models.DateTimeField(null=True)),
                ("reopened_at", models.DateTimeField(null=True)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
                (
                    "petition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="facts", to="legal.petition"
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="PetitionFile",
            fields=[
                ("first_person", models.UUIDField(editable=False)),
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("number", models.PositiveIntegerField()),
                ("is_draft", models.BooleanField()),
                ("is_ours", models.BooleanField()),
                ("kept_by_name", models.CharField(max_length=120)),
                ("kept_at", models.DateTimeField()),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
                (
                    "petition",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="files", to="legal.petition"
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
                "ordering": ("-number",),
            },
        ),
        migrations.CreateModel(
            name="Sharing",
            fields=[
                ("first_person", models.UUIDField(editable=False)),
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("receiver", models.CharField(max_length=20)),
                ("receiver_name", models.CharField(max_length=160)),
                ("fields", models.JSONField()),
                ("copy", rihai.kit.sealed.field.SealedText(seal="legal.sharing.copy")),
                ("basis", models.CharField(max_length=20)),
                ("consent_id", models.UUIDField(db_index=True, null=True)),
                ("basis_says", models.CharField(blank=True, max_length=200)),
                ("shared_by", models.UUIDField()),
                ("shared_by_name", models.CharField(max_length=120)),
                ("shared_at", models.DateTimeField(db_index=True)),
                ("withdrawn_at", models.DateTimeField(null=True)),
                ("told_at", models.DateTimeField(null=True)),
                ("told_by_name", models.CharField(blank=True, max_length=120)),
                (
                    "pack",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="sharings", to="legal.pack"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
            ],
            options={
                "ordering": ("-shared_at", "-id"),
            },
        ),
        migrations.CreateModel(
            name="PackPerson",
            fields=[
                ("first_person", models.UUIDField(editable=False)),
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("provision", models.CharField(blank=True, max_length=80)),
                ("case_id", models.CharField(blank=True, max_length=200)),
                ("basis", models.CharField(max_length=20)),
                ("consent_id", models.UUIDField(db_index=True, null=True)),
                ("basis_says", models.CharField(blank=True, max_length=200)),
                ("guarded_because", models.CharField(blank=True, max_length=200)),
                ("guarded_by_name", models.CharField(blank=True, max_length=120)),
                ("added_by_name", models.CharField(max_length=120)),
                ("added_at", models.DateTimeField()),
                ("blocked_at", models.DateTimeField(null=True)),
                (
                    "pack",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="people", to="legal.pack"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.AddIndex(
            model_name="petition",
            index=models.Index(fields=["made_by", "filed_on"], name="legal_petition_by"),
        ),
        migrations.AddConstraint(
            model_name="petitionfact",
            constraint=models.UniqueConstraint(fields=("petition", "path"), name="legal_petition_fact_once"),
        ),
        migrations.AddConstraint(
            model_name="petitionfile",
            constraint=models.UniqueConstraint(fields=("petition", "number"), name="legal_petition_file_once"),
        ),
        *walls(),
    ]
