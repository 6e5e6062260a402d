"""What the calendar of censuses offers the house."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.kit.offers import ActWords, After, Letter, Navigation, Offer, PlacePanel, Tick, Worklist, WorkRow
from rihai.kit.templatetags.kit import day
from rihai.people.intake.calendar.letter import NAME, asking
from rihai.people.intake.calendar.models import ExpectedCensus
from rihai.people.intake.calendar.operations import came, tick, went
from rihai.people.intake.calendar.queries import expected_for, place_seen, rhythm_of, to_ask
from rihai.people.intake.queries.censuses import MAY

ROWS = 8
ON_PLACE = 3


def to_chase(actor: Actor, on: date) -> Sequence[WorkRow]:
    """Prisons whose list is late, or due within a week and not asked for."""
    return [_row(one, on) for one in to_ask(actor, on, ROWS)] if actor.may(MAY) else []


def _row(one: ExpectedCensus, on: date) -> WorkRow:
    days = (on - one.due_on).days
    asked = _("Asked %(day)s.") % {"day": day(one.asked_on)} if one.asked_on else _("Nobody has asked for it yet.")
    return WorkRow(
        who=one.place.shown,
        url=reverse("people:calendar-place", args=[one.place_id]),
        why=_("The list of this prison is due. %(asked)s") % {"asked": asked},
        due_on=one.due_on,
        status="overdue" if days > 0 else "waiting",
        word=ngettext("%(n)s day late", "%(n)s days late", days) % {"n": days} if days > 0 else _("To ask for"),
        act=_("Ask"),
    )


def of_place(actor: Actor, place_id: int, on: date) -> dict[str, Any] | None:
    """How a prison's lists stand, for whoever takes them in there."""
    place = place_seen(place_id, actor=actor) if actor.may(MAY) else None
    rhythm = rhythm_of(place) if place else None
    if place is None or rhythm is None:
        return None
    return {"place": place, "rhythm": rhythm, "rows": expected_for(actor).filter(place=place)[:ON_PLACE], "today": on}


OFFERS: tuple[Offer, ...] = (
    Navigation(
        station="see",
        label=gettext_lazy("Calendar of censuses"),
        url="people:calendar",
        says=gettext_lazy("Which prison owes a list by which day: asked, come, late, refused."),
        capability=MAY,
        order=5,
    ),
    Worklist(name="people.expected", title=gettext_lazy("Lists to ask prisons for"), rows=to_chase, order=25),
    PlacePanel(
        name="people.calendar",
        title=gettext_lazy("Calendar of censuses"),
        template="people/intake/calendar/panel.html",
        context=of_place,
        order=13,
    ),
    Letter(
        name=NAME,
        title=gettext_lazy("Letter that asks for the list"),
        capability=MAY,
        data_class=DataClass.ORDINARY,
        write=asking,
    ),
    After(act="people.census.taken_in", run=came),
    After(act="people.census.undone", run=went),
    Tick(name="people.calendar", run=tick),
    ActWords(
        words={
            "people.census.expected": gettext_lazy("set how often the list of a prison is expected"),
            "people.census.asked": gettext_lazy("asked a prison for its list"),
            "people.census.refused": gettext_lazy("wrote down that a prison refused its list"),
            "people.census.overdue": gettext_lazy("raised that the list of a prison is late"),
        }
    ),
)
