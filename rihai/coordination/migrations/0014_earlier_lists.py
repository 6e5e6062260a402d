"""Counts the lists that were taken in before counts were kept: targets follow them too.

From what each list said of its people, which stays in their statements when its staged rows are cleared. Counts kept in
the act that took a list in are left as they are: what was believed that day may have been corrected since.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import migrations
from django.utils import timezone

from rihai.people.projection.rows import status

TAKEN_IN, CENSUS, UNDER_TRIAL = "taken_in", "census_row", "under_trial"


def count_earlier(apps: Any, _schema: Any) -> None:
    """One row for each list taken in that has none."""
    census, counted = apps.get_model("people", "Census"), apps.get_model("coordination", "CensusCount")
    known, now = set(counted.objects.values_list("pk", flat=True)), timezone.now()
    for one in census.objects.filter(state=TAKEN_IN).exclude(pk__in=known).iterator():
        first = apps.get_model("people", "CensusFile").objects.filter(census=one.pk).order_by("number").first()
        if first is None:
            continue
        said = apps.get_model("people", "Statement").objects.filter(source_id=first.pk, kind=CENSUS, withdrawn_at=None)
        people = _statuses(said.order_by().values_list("person_id", "facts").iterator())
        counted.objects.create(
            census_id=one.pk, place_id=one.place_id, on=one.true_on, people=len(people),
            under_trial=sum(found == UNDER_TRIAL for found in people.values()),
            status_unknown=sum(not found for found in people.values()), counted_at=one.taken_in_at or now,
        )  # fmt: skip


def _statuses(said: Iterable[tuple[Any, dict[str, Any]]]) -> dict[Any, str]:
    """Each person of a list with the status it gives them; empty where it gives none."""
    found: dict[Any, str] = {}
    for person, facts in said:
        found[person] = found.get(person) or status(facts)
    return found


class Migration(migrations.Migration):
    """Rows alone; backwards nothing is done, as a count that stands harms nothing."""

    dependencies = [("coordination", "0013_files_of_answers"), ("people", "0008_lately")]

    operations = [migrations.RunPython(count_earlier, migrations.RunPython.noop)]
