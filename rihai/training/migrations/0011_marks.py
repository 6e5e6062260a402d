"""Marks of tests stand with the codes, and with the names only whether they were reached; sheets are the house's."""

from __future__ import annotations

from typing import ClassVar

from django.db import migrations, models
from django.db.migrations.operations.base import Operation

from rihai.kit.wall import Statements
from rihai.training.walls_of_learning import SHEETS, SHEETS_BEFORE


class Migration(migrations.Migration):
    dependencies: ClassVar[list[tuple[str, str]]] = [("training", "0010_learning")]
    operations: ClassVar[list[Operation]] = [
        migrations.AddField("codeholder", "mark", models.PositiveSmallIntegerField(null=True)),
        migrations.AddField("enrolment", "has_passed", models.BooleanField(null=True)),
        Statements(SHEETS, SHEETS_BEFORE),
    ]
