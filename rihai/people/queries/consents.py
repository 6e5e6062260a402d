"""Whether a person allows something today; asked by every sharing and export, each time anew."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from uuid import UUID

from rihai.accounts.operations.house import as_house
from rihai.people.models import Consent


def consents_that_hold(
    person_ids: Iterable[UUID], *, purpose: str, on: date, at: datetime
) -> dict[UUID, list[Consent]]:
    """The consents of these persons for a purpose that hold on a day and at a moment; each names recipient and class.

    Whether a recipient is the one named is for whoever shares to judge: people name them in their own words.
    """
    found: dict[UUID, list[Consent]] = {}
    with as_house(at):
        for one in Consent.objects.filter(person__in=list(person_ids), purpose=purpose, withdrawn_at=None):
            if one.holds(on, at):
                found.setdefault(one.person_id, []).append(one)
    return found
