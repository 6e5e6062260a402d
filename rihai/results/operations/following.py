"""What figures do when two persons of the record turn out to be one, or two after all; in the act's own transaction."""

from __future__ import annotations

from rihai.accounts.operations.house import as_house
from rihai.kit.offers import Done
from rihai.results.counting.marks import mark_of_person
from rihai.results.models import MergedSince


def follow_merge(done: Done) -> None:
    """Two persons are one: remember their marks, so that a locked figure can say that it counts somebody twice."""
    kept, gone = (mark_of_person(one) for one in done.person_ids)
    with as_house(done.at):
        MergedSince.objects.create(kept=kept, gone=gone, at=done.at)


def follow_parting(done: Done) -> None:
    """They were two after all."""
    kept, gone = (mark_of_person(one) for one in done.person_ids)
    with as_house(done.at):
        MergedSince.objects.filter(kept=kept, gone=gone).delete()
