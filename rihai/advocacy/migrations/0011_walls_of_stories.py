"""Whose story it is and its words, nearer to need-to-know; since when a use must be decided anew."""

from __future__ import annotations

from django.db import migrations, models

from rihai.advocacy.walls import narrower_walls_of_stories


class Migration(migrations.Migration):
    """A field, then the walls."""

    dependencies = [("advocacy", "0010_figures")]

    operations = [
        migrations.AddField("storyuse", "decide_since", models.DateTimeField(editable=False, null=True)),
        *narrower_walls_of_stories(),
    ]
