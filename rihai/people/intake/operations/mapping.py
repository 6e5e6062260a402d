"""What headings mean is said by a person: kept for the prison's next list, and the files read anew."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from rihai.census.headings import fold
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.people.intake.models import Census, CensusLayout, CensusState
from rihai.people.intake.operations.reach import census_for
from rihai.people.intake.operations.uploading import ask_to_read
from rihai.people.intake.saved import signature_of


@transaction.atomic
def agree_headings(
    *,
    census_id: UUID,
    headings: Mapping[str, str],
    dates: str = "",
    facts: Mapping[str, Any] | None = None,
    actor: Actor,
    at: datetime,
) -> Census:
    """Keep what each heading stands for (a field of a census) as this prison's layout, and read the files with it.

    `dates` is "day_first", "month_first" or empty; `facts` hold for every row of this list alone. Raises NoSuchCensus,
    WrongState.
    """
    census = census_for(census_id, (CensusState.TO_MAP, CensusState.TO_REVIEW), actor=actor, at=at)
    said = {fold(heading): field for heading, field in headings.items() if fold(heading) and field}
    CensusLayout.objects.update_or_create(
        place=census.place,
        signature=signature_of(one.headings for one in census.files.all()),
        defaults={
            "headings": said, "dates": dates, "confirmed_by": actor.pk, "confirmed_by_name": actor.name[:120],
            "confirmed_at": at,
        },
    )  # fmt: skip
    census.facts = dict(facts or {})
    census.save(update_fields=["facts"])
    ask_to_read(census, actor=actor, at=at)
    detail = {"headings": len(said)}
    append("people.headings.agreed", actor=actor, at=at, subject=census.pk, kind="census", detail=detail)
    return census
