"""The lists of prisons in which a person stands, for the person herself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from rihai.kit.templatetags.kit import day as day_text
from rihai.people.intake.models import CensusState, SourceRow


def lists_of(person_id: UUID) -> list[tuple[Any, Sequence[tuple[Any, Any]]]]:
    """Which lists, of which place and day; none for who stands in none. Asked as the house."""
    rows = SourceRow.objects.filter(person_id=person_id, census__state=CensusState.TAKEN_IN).order_by("census__true_on")
    found = [
        (day_text(row.census.true_on), _("the list of %(place)s") % {"place": row.census.place.shown})
        for row in rows.select_related("census__place").only("id", "census__true_on", "census__place")
    ]
    return [(_("Lists of prisons in which you stand"), list(dict.fromkeys(found)))] if found else []
