"""What briefings, targets and action plans hand up to the agenda of a committee, for the place it covers."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from rihai.coordination.briefing.models import Will
from rihai.coordination.briefing.queries import promises_due
from rihai.coordination.plans.queries import late
from rihai.coordination.scope import inner
from rihai.coordination.targets.queries import courses, targets_for
from rihai.coordination.targets.shown import says
from rihai.kit.actor import Actor
from rihai.kit.offers import AgendaFor, AgendaRow, AgendaSource


def activities(actor: Actor, wanted: AgendaFor, on: date) -> tuple[Sequence[AgendaRow], int]:
    """Activities of action plans whose day has passed, the longest overdue first."""
    rows = late(actor, on).filter(plan__place__in=inner(wanted.place_id))
    found = [
        AgendaRow(
            key=f"activity:{one.pk}", title=one.plan.institution, place_id=one.plan.place_id, since=one.due_on,
            says=_("%(says)s (%(who)s)") % {"says": one.says, "who": one.responsible},
            url=reverse("coordination:plan", args=[one.plan_id]),
        )
        for one in rows[: wanted.most]
    ]  # fmt: skip
    return found, rows.count()


def promises(actor: Actor, wanted: AgendaFor, on: date) -> tuple[Sequence[AgendaRow], int]:
    """What actors said to a briefing they would do by a day that has come."""
    rows = promises_due(actor, on).filter(line__briefing__place__in=inner(wanted.place_id))
    found = [
        AgendaRow(
            key=f"promise:{one.line_id}", title=one.line.says_ur if _is_urdu() else one.line.says_en, since=one.due_on,
            place_id=one.line.briefing.place_id, says=f"{one.by_name}: {one.says or Will(one.kind).label}",
            url=reverse("coordination:briefing", args=[one.line.briefing_id]),
        )
        for one in rows[: wanted.most]
    ]  # fmt: skip
    return found, rows.count()


def beyond(actor: Actor, wanted: AgendaFor, _on: date) -> tuple[Sequence[AgendaRow], int]:
    """Targets for people under trial whose newest list stands beyond the path."""
    rows = targets_for(actor).filter(ended_on=None, place__in=inner(wanted.place_id))
    found = [
        AgendaRow(
            key=f"target:{course.target.pk}", title=course.target.place.shown, place_id=course.target.place_id,
            since=course.latest.on, says=says(course), url=reverse("coordination:target", args=[course.target.pk]),
        )
        for course in courses(rows)
        if course.latest and course.status[1] == "beyond"
    ]  # fmt: skip
    return found[: wanted.most], len(found)


def _is_urdu() -> bool:
    return (get_language() or "en").startswith("ur")


SOURCES = (
    AgendaSource(
        name="coordination.activities", title=gettext_lazy("Overdue activities of action plans"), rows=activities,
        order=72,
    ),
    AgendaSource(
        name="coordination.promises", title=gettext_lazy("Promised in answer to a briefing, and due"), rows=promises,
        order=74,
    ),
    AgendaSource(
        name="coordination.targets", title=gettext_lazy("Targets beyond their path"), rows=beyond, order=76
    ),
)  # fmt: skip
