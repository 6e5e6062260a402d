"""Records capacities, counts of people held and caseloads, each with its day and its source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from rihai.kit import audit
from rihai.kit.actor import Actor
from rihai.places.models import Capacity, Caseload, HeldCount, HeldPart, Place
from rihai.places.models.figures import Precision, Standard
from rihai.places.operations.errors import WrongFigure


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """When a figure was true and who says so. `as_of` None: the source gives no day."""

    source: str
    as_of: date | None = None
    precision: str = Precision.DAY
    url: str = ""
    note: str = ""

    def columns(self, today: date) -> dict[str, Any]:
        """As they are kept. Raises WrongFigure without a source or for a day to come."""
        if not self.source.strip():
            raise WrongFigure(_("A figure without a source is not kept. Write who says so."))
        if self.as_of and self.as_of > today:
            raise WrongFigure(_("The day of a figure cannot be in the future."))
        return {
            "as_of": self.as_of, "precision": self.precision, "source": self.source, "url": self.url, "note": self.note,
        }  # fmt: skip


@transaction.atomic
def record_capacity(
    *, place: Place, places: int, said: Said, actor: Actor, at: datetime, standard: str = Standard.OFFICIAL
) -> Capacity:
    """Keep how many people a place is meant for by a standard. Raises WrongFigure."""
    if standard == Standard.OTHER and not said.note:
        raise WrongFigure(_("Name the standard in the note."))
    made = Capacity.objects.create(place=place, places=places, standard=standard, **said.columns(localdate(at)))
    detail = {"places": places, "standard": standard, "as_of": said.as_of}
    audit.append("places.capacity.recorded", actor=actor, at=at, subject=place.pk, kind="place", detail=detail)
    return made


@transaction.atomic
def record_count(
    *,
    place: Place,
    total: int | None,
    parts: Mapping[tuple[str, str], int],
    said: Said,
    actor: Actor,
    at: datetime,
) -> HeldCount:
    """Keep a count of people held: its published total and rows by (who, status), as they are, also when they do not
    add up. Raises WrongFigure for a count of nothing."""
    if total is None and not parts:
        raise WrongFigure(_("Write the total, or at least one row. Leave empty what is not known; 0 means nobody."))
    count = HeldCount.objects.create(place=place, total=total, **said.columns(localdate(at)))
    HeldPart.objects.bulk_create(
        HeldPart(count=count, who=who, status=status, persons=persons) for (who, status), persons in parts.items()
    )
    detail = {"total": total, "rows": len(parts), "as_of": said.as_of}
    audit.append("places.count.recorded", actor=actor, at=at, subject=place.pk, kind="place", detail=detail)
    return count


@transaction.atomic
def record_caseload(
    *, place: Place, officers: int | None, people: int | None, said: Said, actor: Actor, at: datetime
) -> Caseload:
    """Keep the officers of a probation or parole office and the people they supervise. Raises WrongFigure."""
    if officers is None and people is None:
        raise WrongFigure(_("Write the officers, the people, or both. Leave empty what is not known."))
    made = Caseload.objects.create(place=place, officers=officers, people=people, **said.columns(localdate(at)))
    detail = {"officers": officers, "people": people, "as_of": said.as_of}
    audit.append("places.caseload.recorded", actor=actor, at=at, subject=place.pk, kind="place", detail=detail)
    return made
