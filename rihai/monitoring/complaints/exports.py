"""The register of complaints as it may leave: what was asked of whom and how soon it was answered; nobody is named."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from rihai.kit.actor import Actor
from rihai.kit.exports import ExportSheet
from rihai.monitoring.complaints.known import title_of
from rihai.monitoring.complaints.models import Complaint
from rihai.monitoring.complaints.queries import complaints_for
from rihai.paper.table import Column

Asked = Mapping[str, str]


def _rows(actor: Actor, asked: Asked) -> QuerySet[Complaint]:
    rows, place = complaints_for(actor), asked.get("place", "")
    return rows.filter(place=int(place)) if place.isascii() and place.isdigit() and len(place) < 10 else rows


def count(actor: Actor, asked: Asked) -> int:
    """How many complaints."""
    return _rows(actor, asked).count()


def sheet(actor: Actor, asked: Asked, _language: str) -> ExportSheet:
    """One row each, without the words of who asked where the prison must not see them."""
    return ExportSheet(
        title=_("Complaints and requests"),
        columns=(
            Column(_("Number"), "number", 8), Column(_("Prison"), "text", 26), Column(_("About"), "text", 24),
            Column(_("Who asks"), "text", 18), Column(_("What is asked"), "text", 50),
            Column(_("To whom it goes"), "text", 22), Column(_("Came on"), "date"), Column(_("Answer by"), "date"),
            Column(_("Answered on"), "date"), Column(_("Days"), "number", 8), Column(_("What it comes to"), "text", 22),
            Column(_("Content"), "text", 14), Column(_("Appealed on"), "date"),
        ),
        rows=[
            (
                one.number, one.place.shown, title_of(one.kind), str(one.get_by_display()),
                _("withheld") if one.is_confidential else one.says, one.to_whom, one.received_on, one.due_on,
                one.done_on, one.days, str(one.get_result_display()),
                str(one.get_satisfied_display()) if one.satisfied else "", one.appealed_on,
            )
            for one in _rows(actor, asked).order_by("received_on", "number")
        ],
        note=_("Nobody is named. Of what the prison must not see, the words are left out."),
    )  # fmt: skip
