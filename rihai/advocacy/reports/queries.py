"""Reports to international bodies as whoever reads here sees them."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from rihai.advocacy.errors import NotThere
from rihai.advocacy.reports.models import Report
from rihai.advocacy.scope import KEEP, READ
from rihai.kit.actor import Actor


def reports_for(actor: Actor, capability: str = READ) -> QuerySet[Report]:
    """Every report, that with the latest deadline first."""
    return Report.objects.select_related("file") if actor.may(capability) else Report.objects.none()


def report_for(pk: UUID, *, actor: Actor) -> Report:
    """One of them, to be acted on. Raises NotThere."""
    found = reports_for(actor, KEEP).select_related(None).select_for_update().filter(pk=pk).first()
    if found is None:
        raise NotThere(_("There is no such report."))
    return found
