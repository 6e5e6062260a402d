"""What a story tells goes into a table of its own, so that the wall around it follows her leave."""

from __future__ import annotations

from typing import Any

import django.db.models.deletion
import rihai.kit.ids
from django.db import migrations, models

from rihai.advocacy.walls import walls_of_words

WORDS = ("title", "called", "says")


def move(apps: Any, _schema_editor: Any) -> None:
    """The words of each story, into their own row."""
    words = apps.get_model("advocacy", "StoryWords")
    for one in apps.get_model("advocacy", "Story").objects.iterator(chunk_size=500):
        words.objects.create(story=one, **{name: getattr(one, name) for name in WORDS})


class Migration(migrations.Migration):
    """The table and its walls, what was told, and then the columns go; on PostgreSQL in this order alone: a table with
    rows just written cannot be altered."""

    dependencies = [
        ("advocacy", "0013_research_links"),
    ]

    operations = [
        migrations.CreateModel(
            name="StoryWords",
            fields=[
                (
                    "id",
                    models.UUIDField(default=rihai.kit.ids.new_id, editable=False, primary_key=True, serialize=False),
                ),
                ("title", models.CharField(max_length=160)),
                ("called", models.CharField(blank=True, max_length=80)),
                ("says", models.TextField(max_length=6000)),
                (
                    "story",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="words", to="advocacy.story"
                    ),
                ),
            ],
        ),
        *walls_of_words(),
        migrations.RunPython(move),
        *(migrations.RemoveField(model_name="story", name=name) for name in WORDS),
    ]
