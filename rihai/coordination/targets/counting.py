"""Counts a list of prisoners in the act that takes it in, and forgets it in the act that undoes it."""

from __future__ import annotations

from django.db.models import Count

from rihai.accounts.operations.house import as_house
from rihai.coordination.targets.models import CensusCount
from rihai.kit.offers import Done
from rihai.people.intake.models import Census, SourceRow
from rihai.people.models import LegalStatus, Person


def follow_census(done: Done) -> None:
    """Keep how many people the list names, and how many of them are under trial; one query, as the house."""
    census_id = done.detail["census"]
    with as_house(done.at):
        census = Census.objects.get(pk=census_id)
        named = SourceRow.objects.filter(census=census, makes_person=True, person_id__isnull=False)
        rows = Person.objects.filter(pk__in=named.values("person_id")).order_by()
        by_status = dict(rows.values_list("legal_status").annotate(n=Count("pk")))
        CensusCount.objects.update_or_create(
            census_id=census_id,
            defaults={
                "place_id": census.place_id, "on": census.true_on, "people": sum(by_status.values()),
                "under_trial": by_status.get(LegalStatus.UNDER_TRIAL, 0), "status_unknown": by_status.get("", 0),
                "counted_at": done.at,
            },
        )  # fmt: skip


def follow_undoing(done: Done) -> None:
    """A list that is undone counted nothing."""
    with as_house(done.at):
        CensusCount.objects.filter(census_id=done.detail["census"]).delete()
