"""Keeps what the people of each place come to; everybody is screened again by the next tick, which fills the sums."""

from __future__ import annotations

from itertools import islice
from typing import Any

import django.db.models.deletion
from django.db import migrations, models
from django.utils import timezone

from rihai.screening.walls import of_sums


def mark_everybody(apps: Any, _editor: Any) -> None:
    """Nobody stands in a sum yet; whoever was screened is to be screened again."""
    stale, now = apps.get_model("screening", "Stale"), timezone.now()
    everybody = apps.get_model("screening", "Screened").objects.values_list("pk", flat=True)
    rows = (stale(person_id=one, since_at=now) for one in everybody.iterator())
    while chunk := list(islice(rows, 2000)):
        stale.objects.bulk_create(chunk, ignore_conflicts=True)


class Migration(migrations.Migration):
    """Two tables with their walls, and what says where a person stands in them."""

    dependencies = [
        ("people", "0007_rows_cleared"),
        ("places", "0001_initial"),
        ("screening", "0004_oldest"),
    ]

    operations = [
        migrations.CreateModel(
            name="GapCount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("fact", models.CharField(blank=True, max_length=80)),
                ("mask", models.PositiveSmallIntegerField()),
                ("people", models.IntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name="LostSum",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "under",
                    models.CharField(choices=[("all", "All"), ("law", "Law"), ("inside", "Inside")], max_length=6),
                ),
                (
                    "part",
                    models.CharField(
                        choices=[("met", "Met"), ("open", "Open"), ("until_met", "Until Met")], max_length=9
                    ),
                ),
                ("provision", models.CharField(blank=True, max_length=80)),
                ("court", models.CharField(blank=True, max_length=160)),
                ("note", models.CharField(blank=True, max_length=40)),
                ("mask", models.PositiveSmallIntegerField()),
                ("people", models.IntegerField(default=0)),
                ("days", models.BigIntegerField(default=0)),
            ],
        ),
        migrations.RemoveIndex(
            model_name="finding",
            name="screening_finding_new",
        ),
        migrations.AddField(
            model_name="finding",
            name="behind",
            field=models.CharField(blank=True, max_length=3),
        ),
        migrations.AddField(
            model_name="screened",
            name="counted",
            field=models.BooleanField(default=False),
        ),
        migrations.AddIndex(
            model_name="finding",
            index=models.Index(fields=["kind", "-reached_on", "id"], name="screening_finding_reached"),
        ),
        migrations.AddIndex(
            model_name="finding",
            index=models.Index(
                condition=models.Q(("due_on__isnull", False)),
                fields=["kind", "rank", "due_on", "id"],
                name="screening_finding_coming",
            ),
        ),
        migrations.AddField(
            model_name="gapcount",
            name="place",
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="places.place"),
        ),
        migrations.AddField(
            model_name="lostsum",
            name="place",
            field=models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name="+", to="places.place"),
        ),
        migrations.AddConstraint(
            model_name="gapcount",
            constraint=models.UniqueConstraint(fields=("place", "fact", "mask"), name="screening_gapcount_once"),
        ),
        migrations.AddConstraint(
            model_name="lostsum",
            constraint=models.UniqueConstraint(
                fields=("under", "place", "part", "provision", "court", "note", "mask"), name="screening_lostsum_once"
            ),
        ),
        of_sums("screening_gapcount"),
        of_sums("screening_lostsum"),
        migrations.RunPython(mark_everybody, migrations.RunPython.noop),
    ]
