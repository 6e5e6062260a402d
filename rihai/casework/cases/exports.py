"""The caseload as a table that leaves the house, and what a person may be told that we hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from rihai.accounts.acting import asked_day
from rihai.accounts.models import Guarded
from rihai.accounts.operations.house import as_house
from rihai.casework.cases.models import Case, Intake
from rihai.casework.cases.programmes import programme_of
from rihai.casework.cases.queries.caseload import ALL, TABS, Asked, narrowed, told
from rihai.casework.cases.queries.reach import cases_for
from rihai.casework.cases.shown import name_of, stage_text
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.kit.exports import ExportSheet
from rihai.paper.table import Column

Filters = Mapping[str, str]


def caseload_count(actor: Actor, filters: Filters) -> int:
    """How many cases."""
    return _cases(actor, filters).count()


def caseload_sheet(actor: Actor, filters: Filters, _language: str) -> ExportSheet:
    """The cases of a tab: of ordinary programmes alone, and nobody who is guarded."""
    found = told(_cases(actor, filters), actor).order_by("review_on", "pk")
    columns = (
        Column(_("Case"), "text", 14), Column(_("Name"), "text", 26), Column(_("Programme"), "text", 26),
        Column(_("Stage"), "text", 18), Column(_("Place"), "text", 26), Column(_("Worker"), "text", 22),
        Column(_("State"), "text", 14), Column(_("Opened on"), "date"), Column(_("Last contact"), "date"),
        Column(_("Next review"), "date"), Column(_("Closed on"), "date"), Column(_("What came of it"), "text", 22),
    )  # fmt: skip
    return ExportSheet(
        title=_("Caseload"), columns=columns, rows=[_row(one) for one in found],
        note=_("Nobody who is guarded, and no case of health or of a sealed programme, stands here."),
    )  # fmt: skip


def _cases(actor: Actor, filters: Filters) -> QuerySet[Case]:
    tab = filters.get("tab", ALL)
    try:
        worker = UUID(filters["worker"]) if filters.get("worker") else None
    except ValueError:
        worker = None
    asked = Asked(tab if tab in TABS else ALL, worker, filters.get("programme", ""))
    found = narrowed(cases_for(actor), asked, actor, asked_day()).filter(data_class=DataClass.PERSONAL)
    guarded = Guarded.objects.filter(ended_at=None).values("person_id")
    return found.exclude(person__in=guarded)


def _row(one: Case) -> tuple[Any, ...]:
    return (
        one.code, name_of(one.person), programme_of(one.programme).shown, stage_text(one),
        one.place.shown if one.place else "", one.worker.name if one.worker else "", one.get_state_display(),
        one.opened_on, one.last_contact_on, one.review_on, one.closed_on, one.get_outcome_display(),
    )  # fmt: skip


def for_subject(person_id: UUID) -> Sequence[tuple[Any, Sequence[tuple[Any, Any]]]]:
    """For the person herself: what was asked and what came of it. What is sealed is never printed, nor are remarks."""
    printed = ~Q(data_class=DataClass.SEALED)
    with as_house():
        cases = list(Case.objects.filter(printed, person=person_id).select_related("worker").order_by("opened_on"))
        asked = list(Intake.objects.filter(printed, person=person_id, case=None).order_by("on"))
        return [(one.code, _of_case(one)) for one in cases] + [(str(one.on), _of_intake(one)) for one in asked]


def _of_case(one: Case) -> list[tuple[Any, Any]]:
    pairs: list[tuple[Any, Any]] = [
        (_("Programme"), programme_of(one.programme).shown), (_("State"), one.get_state_display()),
        (_("What was asked for"), one.asked), (_("Worker"), one.worker.name if one.worker else ""),
        (_("Opened on"), one.opened_on), (_("Closed on"), one.closed_on),
        (_("What came of it"), one.get_outcome_display()), (_("Why it ends"), one.closing_reason),
    ]  # fmt: skip
    return [(word, value) for word, value in pairs if value]


def _of_intake(one: Intake) -> list[tuple[Any, Any]]:
    pairs: list[tuple[Any, Any]] = [
        (_("How it came"), one.get_way_display()), (_("What was asked for"), one.asked),
        (_("What came of it"), one.get_answer_display()), (_("Why"), one.reason), (_("Sent to"), one.sent_to),
    ]  # fmt: skip
    return [(word, value) for word, value in pairs if value]
