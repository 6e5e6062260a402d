"""What is counted of commitments: those made, and those kept."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import F
from django.utils.translation import gettext_lazy as _

from rihai.advocacy.campaigns.measures import NOBODY
from rihai.advocacy.commitments.queries import commitments_for
from rihai.kit.actor import Actor
from rihai.kit.offers import Measure


def _rows(actor: Actor, day: str, first: date, end: date) -> Any:
    rows = commitments_for(actor).select_related(None).order_by().filter(**{f"{day}__gte": first, f"{day}__lt": end})
    found = rows.annotate(on=F(day), person_id=NOBODY, place_id=F("campaign__place_id"))
    return found.values("on", "person_id", "place_id", "kind", "body")


def made(actor: Actor, first: date, end: date) -> Any:
    """By the day on which they were said."""
    return _rows(actor, "made_on", first, end)


def kept(actor: Actor, first: date, end: date) -> Any:
    """By the day on which they were written down as kept."""
    return _rows(actor, "done_on", first, end)


MEASURES = (
    Measure(
        code="advocacy.commitments_made", title=_("Commitments and recommendations received"), unit="acts",
        counted=made, by=("kind", "body"),
        definition=_("What duty bearers promised or bodies recommended to them, by the day it was said."),
        includes=_("also what was broken later"), excludes=_("what was said without a source"),
    ),
    Measure(
        code="advocacy.commitments_kept", title=_("Commitments and recommendations kept"), unit="acts",
        counted=kept, by=("kind", "body"),
        definition=_("Those written down as kept, with what shows it, by that day."),
        includes=_("those kept late"), excludes=_("those kept in part"),
    ),
)  # fmt: skip
