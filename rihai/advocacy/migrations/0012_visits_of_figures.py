"""Which inspections each release printed, so that the next one does not differ from it by those of a prison or two."""

from __future__ import annotations

from django.db import migrations, models


class Migration(migrations.Migration):
    """One column; of releases made before nothing is known."""

    dependencies = [("advocacy", "0011_walls_of_stories")]

    operations = [
        migrations.AddField(model_name="figurerelease", name="visits", field=models.JSONField(default=dict)),
    ]
