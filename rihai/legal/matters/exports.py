"""The diary as a table that leaves the house, and what a person may be told that we hold."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from rihai.accounts.acting import asked_day
from rihai.accounts.operations.house import as_house
from rihai.kit.actor import Actor
from rihai.kit.exports import ExportSheet
from rihai.legal.matters.models import MatterHearing, Party, Side, State
from rihai.legal.matters.queries.diary import hearings_between, told
from rihai.paper.table import Column

AHEAD = timedelta(days=92)
Filters = Mapping[str, str]


def _days(filters: Filters) -> tuple[date, date]:
    today = asked_day()
    try:
        first = date.fromisoformat(filters.get("from", ""))
        end = date.fromisoformat(filters.get("until", ""))
    except ValueError:
        return today, today + AHEAD
    return first, end


def diary_count(actor: Actor, filters: Filters) -> int:
    """How many hearings."""
    first, end = _days(filters)
    return hearings_between(first, end, actor=actor).count()


def diary_sheet(actor: Actor, filters: Filters, _language: str) -> ExportSheet:
    """Hearings of the actor's matters by day: by code alone, since paper travels."""
    first, end = _days(filters)
    found = told(hearings_between(first, end, actor=actor), actor).order_by("listed_on", "listed_at", "id")
    columns = (
        Column(_("Day"), "date"),
        Column(_("Time"), "text", 8),
        Column(_("Matter"), "text", 14),
        Column(_("Court"), "text", 28),
        Column(_("For what"), "text", 18),
        Column(_("Came to what"), "text", 20),
        Column(_("By whose act"), "text", 24),
        Column(_("Next day"), "date"),
    )
    return ExportSheet(title=_("Diary"), columns=columns, rows=[_row(one) for one in found])


def _row(one: MatterHearing) -> tuple[Any, ...]:
    return (
        one.listed_on, one.listed_at.strftime("%H:%M") if one.listed_at else "", one.matter.code, one.court_text,
        one.get_purpose_display(), one.get_outcome_display(), one.get_adjourned_by_display(), one.next_on,
    )  # fmt: skip


def for_subject(person_id: UUID) -> Sequence[tuple[Any, Sequence[tuple[Any, Any]]]]:
    """For the person herself: that she is represented and by whom; parties of the other side stand nowhere here."""
    with as_house():
        rows = list(
            Party.objects.filter(person=person_id, side=Side.CLIENT)
            .exclude(matter__state__in=(State.CHECKING, State.DECLINED))
            .select_related("matter")
            .order_by("matter__opened_on")
        )
        return [(party.matter.code, _pairs(party)) for party in rows]


def _pairs(party: Party) -> list[tuple[Any, Any]]:
    matter = party.matter
    team = matter.team.filter(ended_at=None).select_related("account")
    pairs: list[tuple[Any, Any]] = [
        (_("Represented"), _("yes") if matter.state == State.OPEN else _("no longer")),
        (_("What we do"), matter.get_kind_display()),
        (_("By whom"), ", ".join(one.account.name for one in team)),
        (_("Counsel"), matter.counsel),
        (_("Court"), matter.court_text),
        (_("Opened on"), matter.opened_on),
    ]
    if matter.closed_on:
        pairs += [(_("Closed on"), matter.closed_on), (_("What came of it"), matter.get_outcome_display())]
    pairs.append((_("Left out"), _("Notes of counsel, and everybody else in the matter.")))
    return [(word, value) for word, value in pairs if value]
