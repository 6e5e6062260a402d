"""The tables of deaths in custody, and their walls."""

from __future__ import annotations

import django.db.models.deletion
import rihai.kit.ids
import rihai.kit.sealed.field
from django.conf import settings
from django.db import migrations, models

from rihai.monitoring.walls import walls_of_deaths


class Migration(migrations.Migration):
    """The tables, then their walls."""

    dependencies = [
        ("accounts", "0009_roles_of_series"),
        ("kit", "0001_initial"),
        ("monitoring", "0003_incidents"),
        ("people", "0001_initial"),
        ("places", "0001_initial"),
    ]

    operations = [
        migrations.CreateModel(
            name="Comparison",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("title", models.CharField(max_length=200)),
                ("per_thousand", models.DecimalField(decimal_places=3, max_digits=7)),
                ("source", models.CharField(max_length=300)),
                ("by_name", models.CharField(max_length=120)),
                ("at", models.DateTimeField()),
            ],
            options={
                "ordering": ("-at", "-id"),
            },
        ),
        migrations.CreateModel(
            name="Death",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("number", models.PositiveIntegerField(unique=True)),
                ("on", models.DateField()),
                ("died_at", models.DateTimeField(null=True)),
                (
                    "where",
                    models.CharField(
                        choices=[
                            ("cell", "in a cell or barrack"),
                            ("prison", "elsewhere in the prison"),
                            ("prison_hospital", "in the prison’s hospital"),
                            ("hospital", "in a hospital outside"),
                            ("escort", "on the way, under escort"),
                            ("court", "at court"),
                            ("released", "within 24 hours of a release for illness"),
                            ("unknown", "not known"),
                        ],
                        default="unknown",
                        max_length=16,
                    ),
                ),
                ("found", models.CharField(blank=True, max_length=1000)),
                ("last_seen_at", models.DateTimeField(null=True)),
                ("last_seen", models.CharField(blank=True, max_length=600)),
                ("circumstances", models.CharField(blank=True, max_length=3000)),
                (
                    "cause",
                    models.CharField(
                        choices=[
                            ("unknown", "not known, or pending"),
                            ("natural", "natural"),
                            ("suicide", "suicide"),
                            ("prisoner", "violence by another prisoner"),
                            ("staff", "violence or force by staff"),
                            ("accident", "accident"),
                            ("overdose", "overdose or poisoning"),
                            ("execution", "execution"),
                        ],
                        default="unknown",
                        max_length=10,
                    ),
                ),
                ("is_settled", models.BooleanField(default=False)),
                ("review_on", models.DateField(null=True)),
                ("learned_at", models.DateTimeField()),
                ("opened_by_name", models.CharField(max_length=120)),
                ("opened_at", models.DateTimeField()),
                ("closed_at", models.DateTimeField(null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "owner",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "place",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="places.place"),
                ),
            ],
            options={
                "ordering": ("-on", "-number"),
            },
        ),
        migrations.CreateModel(
            name="CauseWord",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "cause",
                    models.CharField(
                        choices=[
                            ("unknown", "not known, or pending"),
                            ("natural", "natural"),
                            ("suicide", "suicide"),
                            ("prisoner", "violence by another prisoner"),
                            ("staff", "violence or force by staff"),
                            ("accident", "accident"),
                            ("overdose", "overdose or poisoning"),
                            ("execution", "execution"),
                        ],
                        max_length=10,
                    ),
                ),
                ("is_settled", models.BooleanField(default=False)),
                ("said_by", models.CharField(max_length=160)),
                ("source", models.CharField(max_length=300)),
                ("by_name", models.CharField(max_length=120)),
                ("at", models.DateTimeField()),
                (
                    "death",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="causes", to="monitoring.death"
                    ),
                ),
            ],
            options={
                "ordering": ("at", "id"),
            },
        ),
        migrations.CreateModel(
            name="DeathPaper",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("title", models.CharField(max_length=160)),
                ("by_name", models.CharField(max_length=120)),
                ("at", models.DateTimeField()),
                (
                    "death",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="papers", to="monitoring.death"
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
                "ordering": ("at", "id"),
            },
        ),
        migrations.CreateModel(
            name="DeathStep",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("kin", "next of kin told"),
                            ("own_kin", "our own contact with the family"),
                            ("evidence", "evidence preserved"),
                            ("reported", "prison reported to an independent authority"),
                            ("note", "our own note to an outside authority"),
                            ("magistrate", "inquiry by a magistrate"),
                            ("post_mortem", "post-mortem"),
                            ("investigation", "investigation by an authority from outside"),
                            ("body", "body given to the family"),
                            ("outcome", "outcome of the inquiry"),
                        ],
                        max_length=14,
                    ),
                ),
                ("due_at", models.DateTimeField(null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "waits"),
                            ("done", "done"),
                            ("refused", "refused"),
                            ("none_found", "nobody found"),
                            ("not_asked", "not asked for here"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("done_at", models.DateTimeField(null=True)),
                ("by_whom", models.CharField(blank=True, max_length=160)),
                ("to_whom", models.CharField(blank=True, max_length=160)),
                ("reference", models.CharField(blank=True, max_length=120)),
                ("says", models.CharField(blank=True, max_length=1000)),
                ("by_name", models.CharField(blank=True, max_length=120)),
                ("at", models.DateTimeField(null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "death",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="steps", to="monitoring.death"
                    ),
                ),
            ],
            options={
                "ordering": ("due_at", "id"),
            },
        ),
        migrations.CreateModel(
            name="Deceased",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("made_for", models.UUIDField(null=True)),
                ("name", rihai.kit.sealed.field.SealedText(blank=True, seal="monitoring.deceased.name")),
                (
                    "death",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="deceased", to="monitoring.death"
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.CASCADE, related_name="+", to="people.person"
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="death",
            index=models.Index(fields=["place", "on"], name="monitoring_death_place"),
        ),
        migrations.AddIndex(
            model_name="deathstep",
            index=models.Index(fields=["state", "due_at"], name="monitoring_deathstep_due"),
        ),
        migrations.AddConstraint(
            model_name="deathstep",
            constraint=models.UniqueConstraint(fields=("death", "kind"), name="monitoring_deathstep_once"),
        ),
        *walls_of_deaths(),
    ]
