"""What can be counted of cases, for reports: distinct people, and acts, apart; within need-to-know."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import F, QuerySet
from django.utils.translation import gettext_lazy as _

from rihai.casework.cases.models import Case, CaseState
from rihai.casework.cases.queries.reach import cases_for, intakes_for
from rihai.kit.actor import Actor
from rihai.kit.offers import Measure

BY = ("programme", "setting", "outcome")


def opened(actor: Actor, first: date, end: date) -> Any:
    """Cases opened between two days, and not refused."""
    rows = cases_for(actor).exclude(state__in=(CaseState.REFUSED, CaseState.WAITING))
    return _counted(rows.filter(opened_on__gte=first, opened_on__lt=end), "opened_on")


def closed(actor: Actor, first: date, end: date) -> Any:
    """Cases closed between two days, with what came of them."""
    rows = cases_for(actor).filter(state=CaseState.CLOSED, closed_on__gte=first, closed_on__lt=end)
    return _counted(rows, "closed_on")


def came(actor: Actor, first: date, end: date) -> Any:
    """Whoever came to us between two days, whatever came of it."""
    rows = intakes_for(actor).filter(on__gte=first, on__lt=end)
    return rows.annotate(place_id=F("person__held_at_id")).values("on", "person_id", "place_id", "way", "answer")


def _counted(rows: QuerySet[Case], day: str) -> Any:
    return rows.annotate(on=F(day)).values("on", "person_id", "place_id", *BY)


MEASURES = (
    Measure(
        code="casework.people.taken_in", title=_("People with a case opened"), unit="people",
        definition=_("People for whom a case was opened in the period, under whatever programme."),
        includes=_("Each person once, however many cases; cases brought from earlier registers too."),
        excludes=_("Cases not approved or waiting for approval, and cases of which you do not see the class."),
        counted=opened, by=BY,
    ),
    Measure(
        code="casework.cases.opened", title=_("Cases opened"), unit="acts",
        definition=_("Cases opened in the period; one person may have several."),
        includes=_("Cases brought from earlier registers too, on the day they were opened then."),
        excludes=_("Cases not approved or waiting for approval, and cases of which you do not see the class."),
        counted=opened, by=BY,
    ),
    Measure(
        code="casework.cases.closed", title=_("Cases closed"), unit="acts",
        definition=_("Cases closed in the period, by what came of them."),
        includes=_("Every outcome, also who could not be found any more."),
        excludes=_("Cases opened again since."),
        counted=closed, by=BY,
    ),
    Measure(
        code="casework.people.came", title=_("People who came to us"), unit="people",
        definition=_("People whose request was written down in the period, by how it came and what came of it."),
        includes=_("Also those who were not taken, or were sent on to somebody else."),
        excludes=_("Calls to the helpline about somebody nobody has entered."),
        counted=came, by=("way", "answer"),
    ),
)  # fmt: skip
