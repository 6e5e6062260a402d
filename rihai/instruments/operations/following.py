"""What answers do when two persons turn out to be one, or two after all; in the act's own transaction."""

from __future__ import annotations

from typing import Any

from rihai.accounts.operations.house import as_house
from rihai.instruments.models import MOVED
from rihai.kit.offers import Done


def persons_merged(done: Done) -> None:
    """Everything of the one is the other's; whom each was about when it was written is remembered in the row."""
    keep, gone = done.person_ids
    with as_house(done.at):
        for model in MOVED:
            rows: Any = model._default_manager
            rows.filter(person_id=gone).update(person_id=keep)


def persons_parted(done: Done) -> None:
    """What was written about the one who was gone goes back."""
    keep, gone = done.person_ids
    with as_house(done.at):
        for model in MOVED:
            rows: Any = model._default_manager
            rows.filter(person_id=keep, first_person=gone).update(person_id=gone)
