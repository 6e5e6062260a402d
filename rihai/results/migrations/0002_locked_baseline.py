"""A locked figure keeps its baseline, as it keeps its target; those locked before get the one that stands."""

from typing import Any

from django.db import migrations, models
from django.db.models import OuterRef, Subquery


def keep_what_stands(apps: Any, _editor: Any) -> None:
    """Rows locked before take the indicator's baseline: until now reports read it from there."""
    figures, indicators = apps.get_model("results", "LockedFigure"), apps.get_model("results", "Indicator")
    stands = indicators.objects.filter(pk=OuterRef("indicator_id")).values("baseline")[:1]
    figures.objects.update(baseline=Subquery(stands))


class Migration(migrations.Migration):
    dependencies = [("results", "0001_projects")]

    operations = [
        migrations.AddField("lockedfigure", "baseline", models.PositiveIntegerField(null=True)),
        migrations.RunPython(keep_what_stands, migrations.RunPython.noop),
    ]
