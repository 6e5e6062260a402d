"""A table that may leave: recommendations with what became of them, as they go on the agenda of a committee."""

from __future__ import annotations

from collections.abc import Mapping

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from rihai.accounts.acting import asked_day
from rihai.kit.actor import Actor
from rihai.kit.exports import ExportSheet
from rihai.monitoring.reach import READ
from rihai.monitoring.recommendations.models import Recommendation
from rihai.monitoring.recommendations.queries import live, overdue, recommendations_for
from rihai.paper.table import Column

Asked = Mapping[str, str]


def _rows(actor: Actor, asked: Asked) -> QuerySet[Recommendation]:
    if not actor.may(READ):
        return Recommendation.objects.none()
    rows = recommendations_for(actor)
    tab = asked.get("tab", "late")
    if tab == "late":
        return overdue(rows, asked_day())
    return {"owed": live(rows), "kept": rows.filter(standing="kept")}.get(tab, rows)


def count(actor: Actor, asked: Asked) -> int:
    """How many recommendations."""
    return _rows(actor, asked).count()


def sheet(actor: Actor, asked: Asked, _language: str) -> ExportSheet:
    """One row a recommendation; nobody is named in it but authorities."""
    table = []
    for one in _rows(actor, asked).order_by("due_on", "code"):
        answered = one.responses.all()
        last = answered[len(answered) - 1] if answered else None
        table.append((
            one.code, one.place.shown, one.says, ", ".join(map(str, one.finding.rules)), one.to_whom, one.due_on,
            str(one.get_standing_display()), one.times, str(last.get_kind_display()) if last else "",
        ))  # fmt: skip
    return ExportSheet(
        title=_("Recommendations"),
        columns=(
            Column(_("Number"), "text", 10), Column(_("Place"), "text", 26), Column(_("What is asked"), "text", 60),
            Column(_("Rules"), "text", 16), Column(_("Who can really act"), "text", 26), Column(_("By when"), "date"),
            Column(_("State"), "text", 16), Column(_("How often asked"), "number", 10),
            Column(_("What the authority answered"), "text", 22),
        ),
        rows=table,
    )  # fmt: skip
