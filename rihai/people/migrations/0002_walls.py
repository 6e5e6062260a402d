"""Builds the walls of people."""

from __future__ import annotations

from django.db import migrations

from rihai.people.walls import of_pair, of_people, of_person, of_person_by_row

OF_PERSON = (
    "namekey", "alias", "identifier", "criminalcase", "charge", "sentence", "hearing", "childinside",
    "custodyepisode", "movement", "placement", "relationship", "consent",
)  # fmt: skip


class Migration(migrations.Migration):
    """One wall a table."""

    dependencies = [("people", "0001_initial"), ("accounts", "0002_walls")]
    operations = [
        of_people(),
        *(of_person(f"people_{table}") for table in OF_PERSON),
        *(of_person_by_row(f"people_{table}") for table in ("statement", "difference")),
        of_pair("people_linkdecision", "one_id", "other_id"),
        of_person("people_merge", column="kept_id"),
    ]
