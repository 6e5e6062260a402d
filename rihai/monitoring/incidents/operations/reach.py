"""The incident an act is about, locked; and the one line each act leaves, which of a sealed one tells nothing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.monitoring.incidents.models import Incident
from rihai.monitoring.incidents.operations.errors import NoSuchIncident, NotSo
from rihai.monitoring.incidents.queries import LIVE, own


def incident_for(pk: UUID, *, actor: Actor, live: bool = True) -> Incident:
    """An incident of the actor's team, locked until the act is done.

    Raises NoSuchIncident, NotSo once it is closed (`live`), and of what is erased always.
    """
    found = Incident.objects.select_for_update(of=("self",)).filter(own(actor), pk=pk).first()
    if found is None:
        raise NoSuchIncident(_("There is no such incident."))
    if found.is_erased:
        raise NotSo(_("This incident is erased."))
    if live and found.state not in LIVE:
        raise NotSo(_("This incident is closed. Open it again first."))
    return found


def note(
    incident: Incident, verb: str, *, actor: Actor | None, at: datetime, detail: Mapping[str, Any] | None = None
) -> None:
    """The line of an act. Of a sealed incident its id and nothing else."""
    if incident.is_sealed:
        append(f"monitoring.sealed.{verb}", actor=actor, at=at, subject=incident.pk, kind="sealed")
    else:
        append(
            f"monitoring.incident.{verb}", actor=actor, at=at, subject=incident.pk, kind="incident", detail=detail
        )  # fmt: skip
