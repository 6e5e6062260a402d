"""What briefings put into My work: lists to brief on, drafts to sign, answers that are late, promises that are due."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from rihai.coordination.briefing.models import Briefing, BriefingAnswer, BriefingSending, To
from rihai.coordination.briefing.queries import promises_due, to_brief, to_sign, unanswered
from rihai.kit.actor import Actor
from rihai.kit.offers import WorkRow
from rihai.kit.templatetags.kit import day as day_text

ROWS = 12


def rows(actor: Actor, on: date) -> Sequence[WorkRow]:
    """For who plans and for who signs."""
    found = [
        *(_list(place.shown, place.pk, day) for place, day in to_brief(actor)),
        *(_draft(one) for one in to_sign(actor)[:ROWS]),
        *(_late(one) for one in unanswered(actor, on)[:ROWS]),
        *(_promise(one) for one in promises_due(actor, on)[:ROWS]),
    ]
    return found[:ROWS]


def _list(place: str, key: int, day: date) -> WorkRow:
    return WorkRow(
        who=place, url=f"{reverse('coordination:briefing-new')}?place={key}", status="waiting", word=_("New list"),
        why=_("A list of %(day)s was taken in and nobody has briefed on it.") % {"day": day_text(day)},
        act=_("Make the briefing"),
    )  # fmt: skip


def _draft(one: Briefing) -> WorkRow:
    return WorkRow(
        who=one.place.shown, url=reverse("coordination:briefing", args=[one.pk]), status="waiting", word=_("To sign"),
        why=_("A briefing made by %(who)s: read it and sign it off.") % {"who": one.made_by_name}, act=_("Read it"),
    )  # fmt: skip


def _late(one: BriefingSending) -> WorkRow:
    return WorkRow(
        who=one.receiver, url=reverse("coordination:briefing", args=[one.briefing_id]),
        where=one.briefing.place.shown, due_on=one.answer_by, status="overdue", word=_("No answer"),
        why=_("The part for %(whom)s was sent and is not answered.") % {"whom": To(one.to).label}, act=_("Ask again"),
    )  # fmt: skip


def _promise(one: BriefingAnswer) -> WorkRow:
    return WorkRow(
        who=one.by_name, url=reverse("coordination:briefing", args=[one.line.briefing_id]),
        where=one.line.briefing.place.shown, due_on=one.due_on, status="overdue", word=_("Promised by now"),
        why=_("What was said to be done by this day: ask whether it is."), act=_("Ask"),
    )  # fmt: skip
