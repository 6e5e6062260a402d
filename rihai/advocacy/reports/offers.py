"""What reports to international bodies offer the house."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from rihai.advocacy.reports.queries import reports_for
from rihai.advocacy.scope import KEEP, READ
from rihai.kit.actor import Actor
from rihai.kit.offers import ActWords, Navigation, Offer, Worklist, WorkRow

SOON = timedelta(days=45)
ROWS = 12


def work_rows(actor: Actor, on: date) -> Sequence[WorkRow]:
    """For who keeps them: what is to be handed in."""
    due = reports_for(actor, KEEP).filter(done_on=None, due_on__lte=on + SOON).order_by("due_on", "pk")[:ROWS]
    return [
        WorkRow(
            who=one.title, url=reverse("advocacy:report", args=[one.pk]), why=str(one.get_kind_display()),
            where=f"{one.get_body_display()}, {one.session}", due_on=one.due_on,
            status="overdue" if one.is_overdue(on) else "waiting",
            word=gettext("Overdue") if one.is_overdue(on) else gettext("To hand in"), act=gettext("Open"),
        )
        for one in due
    ]  # fmt: skip


OFFERS: tuple[Offer, ...] = (
    Navigation(
        station="act", label=_("Reports to bodies"), url="advocacy:reports", capability=READ, order=96,
        group=_("Advocacy"),
        says=_("What is handed in to United Nations and national bodies, by when, and what they recommended."),
    ),
    Worklist(name="advocacy.reports", title=_("Reports to bodies"), rows=work_rows, order=48),
    ActWords(
        words={
            "advocacy.report.kept": _("planned or changed a report to a body"),
            "advocacy.report.handed_in": _("wrote that a report was handed in to a body"),
        }
    ),
)  # fmt: skip
