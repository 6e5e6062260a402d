"""What committees show elsewhere: on the pages of a person and a place, as a table, as figures, for herself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import F, QuerySet, UUIDField, Value
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from rihai.accounts.acting import asked_at, asked_day
from rihai.accounts.operations.house import as_house
from rihai.coordination.agenda.models import AgendaItem, Standing
from rihai.coordination.agenda.operations import DECIDES_GUARDED
from rihai.coordination.agenda.queries import items_for
from rihai.coordination.decisions.models import Action, ActionState
from rihai.coordination.decisions.queries import actions_for, late_actions, open_actions
from rihai.coordination.meetings.models import Meeting, State
from rihai.coordination.meetings.queries import meetings_for
from rihai.coordination.reach import bodies_for
from rihai.coordination.scope import READ
from rihai.kit.actor import Actor
from rihai.kit.exports import ExportSheet
from rihai.kit.offers import Measure
from rihai.kit.templatetags.kit import day
from rihai.legal.papers.queries.packs import guarded_among
from rihai.paper.table import Column
from rihai.places.models import Inside

ROWS = 12
NOBODY = Value(None, output_field=UUIDField(null=True))


def on_person(actor: Actor, person_id: UUID, _on: date) -> dict[str, Any] | None:
    """On which agendas a person stood; and, for who may decide it, the way to put a guarded person on one."""
    may = actor.may(DECIDES_GUARDED) and person_id in guarded_among([person_id], at=asked_at())
    if not actor.may(READ):
        return {"rows": [], "may_decide": may, "person_id": person_id} if may else None
    rows = items_for(actor).filter(person=person_id).order_by("-meeting__on", "order")[:ROWS]
    found = list(rows.prefetch_related("decisions"))
    return {"rows": found, "may_decide": may, "person_id": person_id} if found or may else None


def on_place(actor: Actor, place_id: int, _on: date) -> dict[str, Any] | None:
    """The committees that cover a place."""
    around = Inside.objects.filter(inner=place_id).values("outer_id")
    rows = list(bodies_for(actor).filter(place__in=around, ended_on=None).order_by("name", "pk")[:ROWS])
    return {"rows": rows} if rows else None


def extract(person_id: UUID) -> Sequence[tuple[Any, Sequence[tuple[Any, Any]]]]:
    """On which agendas she stood under her name, and what was decided about her; asked by the house alone."""
    with as_house():
        rows = AgendaItem.objects.filter(person=person_id, standing=Standing.ON, meeting__papers__isnull=False)
        found = list(rows.select_related("meeting__body").prefetch_related("decisions").order_by("meeting__on"))
    return [
        (
            f"{one.meeting.body.shown}, {day(one.meeting.on)}",
            [
                (_("Why"), one.says),
                (_("Name given to its members"), _("yes") if one.is_named else _("no")),
                *((_("Decided"), decision.says) for decision in one.decisions.all()),
            ],
        )
        for one in found
    ]  # fmt: skip


def _asked(actor: Actor, asked: Mapping[str, str]) -> QuerySet[Action]:
    if asked.get("tab") == "late":
        return late_actions(actor, asked_day())
    return actions_for(actor).exclude(state=ActionState.OPEN) if asked.get("tab") == "done" else open_actions(actor)


def action_count(actor: Actor, asked: Mapping[str, str]) -> int:
    """How many actions."""
    return _asked(actor, asked).count()


def action_sheet(actor: Actor, asked: Mapping[str, str], _language: str) -> ExportSheet:
    """One row an action; of one about a person that there is one, without the name."""
    rows = [
        (
            one.body.shown, one.decision.meeting.number, one.decision.number,
            _("about a person") if one.person_id else one.says, one.whose, one.due_on, str(one.get_state_display()),
            one.done_on, "" if one.person_id else one.evidence,
        )
        for one in _asked(actor, asked)
    ]  # fmt: skip
    columns = (
        Column(_("Committee"), "text", 28), Column(_("The meeting"), "number", 9), Column(_("Decision"), "number", 9),
        Column(_("What is to be done"), "text", 50), Column(_("Who"), "text", 26), Column(_("By when"), "date", 12),
        Column(_("State"), "text", 14), Column(_("Done on"), "date", 12), Column(_("What shows it"), "text", 40),
    )  # fmt: skip
    return ExportSheet(title=_("Actions of committees"), columns=columns, rows=rows)


def _held(actor: Actor, first: date, end: date) -> Any:
    rows: QuerySet[Meeting] = meetings_for(actor).select_related(None).filter(state=State.HELD)
    rows = rows.filter(on__gte=first, on__lt=end).order_by()
    return rows.annotate(person_id=NOBODY, place_id=F("body__place")).values("on", "person_id", "place_id")


MEASURES = (
    Measure(
        code="coordination.meetings_held", title=gettext_lazy("Meetings of committees held"), unit="acts",
        counted=_held, definition=gettext_lazy("Meetings of committees by the day on which they were held."),
        includes=gettext_lazy("also those without a quorum, which say so"),
        excludes=gettext_lazy("meetings that were planned and not held"),
    ),
)  # fmt: skip
