"""What services do when two persons turn out to be one, or two after all: rows go along, and back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from rihai.accounts.operations.house import as_house
from rihai.casework.services.models import MOVED
from rihai.kit.offers import Done
from rihai.people.models import Person


def follow_merge(done: Done) -> None:
    """Everything of the one is the other's; whose it was when it was written stays in the row."""
    carry(MOVED, done)


def follow_parting(done: Done) -> None:
    """What was written for the one who was gone goes back; what came since stays with the one kept."""
    give_back(MOVED, done)


def carry(models: Sequence[Any], done: Done) -> None:
    """Rows of these tables go to the person kept."""
    keep, gone = done.person_ids
    with as_house(done.at):
        for model in models:
            model.objects.filter(person=gone).update(person=keep)


def give_back(models: Sequence[Any], done: Done) -> None:
    """Rows of these tables that were of the other, or of who had been merged into them, go back."""
    keep, gone = done.person_ids
    with as_house(done.at):
        first = once(gone)
        for model in models:
            model.objects.filter(person=keep, first_person__in=first).update(person=gone)


def once(person_id: UUID) -> set[UUID]:
    """A person and everybody who was merged into them before."""
    found, new = {person_id}, {person_id}
    while new:
        new = set(Person.objects.filter(merged_into__in=new).values_list("pk", flat=True)) - found
        found |= new
    return found
