"""What became of every row, and how many people each kind of change is about."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Count, QuerySet

from rihai.accounts.queries import sees
from rihai.census.reading import VERDICTS
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.people.intake.models import Census, CensusChange, ChangeKind, SourceRow


def sum_of(census: Census) -> dict[str, int]:
    """How many rows have each verdict; `people` is how many persons stand in them."""
    counted = dict(_counted(SourceRow.objects.filter(census=census), "verdict"))
    people = SourceRow.objects.filter(census=census, makes_person=True).count()
    return {**{one: counted.get(one, 0) for one in VERDICTS}, "people": people}


def tally_of(census: Census) -> dict[str, int]:
    """How many people stand under each kind of change, and how many are new; for the house."""
    counted = CensusChange.objects.filter(census=census).order_by()
    found = dict(counted.values_list("kind").annotate(n=Count("person_id", distinct=True)))
    return {**found, "new": SourceRow.objects.filter(census=census, makes_person=True, person_id=None).count()}


def changes_seen(census: Census, actor: Actor, *, at: datetime | None = None) -> QuerySet[CensusChange]:
    """The changes of people whom the actor sees; of others nothing is told."""
    return CensusChange.objects.filter(sees(actor, DataClass.PERSONAL, at=at), census=census)


def seen_tally(census: Census, actor: Actor) -> dict[str, int]:
    """The same for an actor: somebody whom they do not see counts as new, for that is what the row is to them."""
    counted = changes_seen(census, actor).order_by().values_list("kind").annotate(n=Count("person_id", distinct=True))
    found = {str(kind): n for kind, n in counted}
    undecided = changes_seen(census, actor).filter(kind=ChangeKind.PROBABLY_SAME, decision="").count()
    rows = SourceRow.objects.filter(census=census, makes_person=True)
    known = rows.filter(sees(actor, DataClass.PERSONAL), person_id__isnull=False, is_new=False).count()
    return {**found, "known": known, "new": rows.count() - known, "to_decide": undecided}


def _counted(rows: QuerySet[SourceRow], name: str) -> QuerySet[SourceRow, tuple[str, int]]:
    return rows.order_by().values_list(name).annotate(n=Count("pk"))
