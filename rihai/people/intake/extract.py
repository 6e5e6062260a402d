"""The lists of prisons in which a person stands, for the person herself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from rihai.kit.templatetags.kit import day as day_text
from rihai.people.intake.models import CensusFile
from rihai.people.models import SourceKind, Statement


def lists_of(person_id: UUID) -> list[tuple[Any, Sequence[tuple[Any, Any]]]]:
    """Which lists, of which place and day; none for who stands in none. Asked as the house."""
    said = Statement.objects.filter(person=person_id, kind=SourceKind.CENSUS, withdrawn_at=None)
    files = CensusFile.objects.filter(pk__in=list(said.values_list("source_id", flat=True)))
    censuses = dict.fromkeys(one.census for one in files.select_related("census__place").order_by("census__true_on"))
    found = [(day_text(one.true_on), _("the list of %(place)s") % {"place": one.place.shown}) for one in censuses]
    return [(_("Lists of prisons in which you stand"), found)] if found else []
