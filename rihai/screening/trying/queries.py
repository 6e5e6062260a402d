"""Asks of trials: what changes for the people whom an actor sees, in the classes the actor has."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Count, QuerySet

from rihai.kit.actor import Actor
from rihai.screening.queries.sight import seen
from rihai.screening.trying.models import ChangeKind, LawChange, LawTrial

PAGE = 25


def trials(most: int = 10) -> list[LawTrial]:
    """The newest comparisons."""
    return list(LawTrial.objects.select_related("kept")[:most])


def trial_of(trial_id: UUID) -> LawTrial | None:
    """One comparison; it names nobody."""
    return LawTrial.objects.select_related("kept").filter(pk=trial_id).first()


def changes_for(trial: LawTrial, actor: Actor) -> QuerySet[LawChange]:
    """What changes, of the people and in the classes that the actor sees."""
    return LawChange.objects.filter(seen(actor), trial=trial)


@dataclass(frozen=True, slots=True)
class Sum:
    """Of one provision: how many people for each kind of change."""

    provision: str
    counts: dict[str, int]


def sums(trial: LawTrial, actor: Actor) -> list[Sum]:
    """Each provision that changes anything, those that reach most people anew first."""
    rows = changes_for(trial, actor).order_by().values_list("provision", "kind")
    found: dict[str, dict[str, int]] = {}
    for provision, kind, people in rows.annotate(n=Count("person", distinct=True)):
        found.setdefault(provision, dict.fromkeys(ChangeKind.values, 0))[kind] = people
    return [Sum(name, counts) for name, counts in sorted(found.items(), key=lambda one: (-one[1]["reached"], one[0]))]


def changes(
    trial: LawTrial, *, actor: Actor, provision: str = "", kind: str = "", after: UUID | None = None
) -> tuple[list[LawChange], bool]:
    """One page of what changes, and whether there is more."""
    found = narrowed(changes_for(trial, actor), provision, kind).select_related("person", "place").order_by("pk")
    if after:
        found = found.filter(pk__gt=after)
    page = list(found[: PAGE + 1])
    return page[:PAGE], len(page) > PAGE


def narrowed(found: QuerySet[LawChange], provision: str, kind: str) -> QuerySet[LawChange]:
    """Of one provision, or of one kind."""
    if provision:
        found = found.filter(provision=provision)
    return found.filter(kind=kind) if kind in ChangeKind.values else found
