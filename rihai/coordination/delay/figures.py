"""What is counted of delay for projects: people whose hearing was adjourned, and those who were not produced."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import F, QuerySet
from django.utils.translation import gettext_lazy as _

from rihai.kit.actor import Actor
from rihai.kit.offers import Measure
from rihai.legal.matters.models import Party, Side
from rihai.legal.matters.models.codes import HearingOutcome, Produced
from rihai.legal.matters.queries.reach import matters_counted


def _rows(actor: Actor, first: date, end: date, **asked: str) -> QuerySet[Any, Any]:
    """Clients of matters with each of their hearings in those days."""
    hearings = {f"matter__hearings__{name}": value for name, value in asked.items()}
    days = {"matter__hearings__listed_on__gte": first, "matter__hearings__listed_on__lt": end}
    rows = Party.objects.filter(
        matter__in=matters_counted(actor).order_by().values("pk"), side=Side.CLIENT, person__isnull=False,
        matter__hearings__recorded_at__isnull=False, **days, **hearings,
    )  # fmt: skip
    found = rows.order_by().annotate(
        on=F("matter__hearings__listed_on"), place_id=F("person__held_at_id"),
        cause=F("matter__hearings__adjourned_why"),
        act=F("matter__hearings__adjourned_by"),
    )  # fmt: skip
    return found.values("on", "person_id", "place_id", "cause", "act")


def adjourned(actor: Actor, first: date, end: date) -> Any:
    """People whose hearing was put off."""
    return _rows(actor, first, end, outcome=HearingOutcome.ADJOURNED)


def absent(actor: Actor, first: date, end: date) -> Any:
    """People who were not brought to court."""
    return _rows(actor, first, end, produced=Produced.NO)


MEASURES = (
    Measure(
        code="coordination.adjourned", title=_("People whose hearing was adjourned"), unit="people", counted=adjourned,
        by=("cause", "act"), definition=_("Clients with a hearing that was put off, by cause and by whose act."),
        includes=_("every hearing that was written down"), excludes=_("hearings of which nothing is written"),
    ),
    Measure(
        code="coordination.not_produced", title=_("People not produced in court"), unit="people", counted=absent,
        definition=_("Clients who were not brought to a hearing of theirs."),
        includes=_("every hearing that was written down"), excludes=_("who needed not appear, or came by video link"),
    ),
)  # fmt: skip
