"""Petitions say of which matter they are, and their walls ask for its team."""

from __future__ import annotations

import django.db.models.deletion
from django.db import migrations, models

from rihai.legal.papers.walls import walls_of_matters

ROWS = ("petition", "petitionfact", "petitionfile")


def _matter() -> models.ForeignKey[object, object]:
    return models.ForeignKey(
        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="legal.matter"
    )


class Migration(migrations.Migration):
    """The column on each row of a petition, then the walls anew."""

    dependencies = [("legal", "0004_release")]
    operations = [
        *(migrations.AddField(model_name=name, name="matter", field=_matter()) for name in ROWS),
        *walls_of_matters(),
    ]
