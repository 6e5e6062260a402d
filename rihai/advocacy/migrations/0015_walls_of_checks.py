"""Checks and decisions behind the wall of the words they are about: they tell how somebody might be recognised."""

from __future__ import annotations

from django.db import migrations

from rihai.advocacy.walls import walls_of_checks


class Migration(migrations.Migration):
    """Two policies, written anew."""

    dependencies = [
        ("advocacy", "0014_words_of_stories"),
    ]

    operations = [*walls_of_checks()]
