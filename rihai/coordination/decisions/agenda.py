"""What earlier meetings asked for and is not done by its day: it comes on to the next agenda by itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rihai.coordination.decisions.models import Action
from rihai.coordination.decisions.queries import late_actions
from rihai.kit.actor import Actor
from rihai.kit.offers import AgendaFor, AgendaRow, AgendaSource
from rihai.kit.templatetags.kit import day


def _late(actor: Actor, wanted: AgendaFor, on: date) -> tuple[Sequence[AgendaRow], int]:
    rows = late_actions(actor, on).filter(body=wanted.body_id)
    return [_line(one) for one in rows[: wanted.most]], rows.count()


def _line(one: Action) -> AgendaRow:
    says = _("%(who)s, by %(day)s. Decision %(number)s of meeting %(meeting)s.")
    words = {
        "who": one.whose, "day": day(one.due_on), "number": one.decision.number, "meeting": one.decision.meeting.number,
    }  # fmt: skip
    return AgendaRow(
        key=str(one.pk), title="" if one.person_id else one.says, person_id=one.person_id, since=one.due_on,
        data_class=one.data_class, url=reverse("coordination:action", args=[one.pk]),
        says=f"{one.says} {says % words}" if one.person_id else says % words,
    )  # fmt: skip


SOURCES = (
    AgendaSource(
        name="coordination.actions", title=gettext_lazy("Actions that are overdue"), rows=_late, order=5
    ),
)  # fmt: skip
