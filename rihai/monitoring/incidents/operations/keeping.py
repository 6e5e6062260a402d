"""How long an incident is kept: from its end for a time, which the team lengthens with a reason."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.standing import local_day
from rihai.days import anniversary
from rihai.kit.actor import Actor
from rihai.kit.editing import save_if_unchanged
from rihai.monitoring.incidents.models import Erasure, Incident, State
from rihai.monitoring.incidents.operations.errors import NotSo
from rihai.monitoring.incidents.operations.reach import incident_for, note

KEPT_MONTHS, REVIEWED_MONTHS, LONGEST_MONTHS = 36, 24, 120
"""From its end: what is not sealed is kept three years; torture, killing and sexual violence as long as proceedings may
come, looked at again every two. No day is set further off than ten years (standards, retention)."""


def kept_until(incident: Incident, at: datetime) -> date:
    """The day on which it is looked at again, of one that ends at a moment."""
    return anniversary(local_day(at), REVIEWED_MONTHS if incident.is_sealed else KEPT_MONTHS)


@transaction.atomic
def keep_on(*, incident_id: UUID, version: int, until: date, because: str, actor: Actor, at: datetime) -> Incident:
    """It is needed longer: until a day, with the reason; whoever asked to erase it is answered by that.

    Raises NoSuchIncident, NotSo, Changed.
    """
    one = incident_for(incident_id, actor=actor, live=False)
    today = local_day(at)
    if one.state != State.CLOSED or not because.strip():
        raise NotSo(_("A closed incident is kept longer, with the reason."))
    if not today < until <= anniversary(today, LONGEST_MONTHS):
        raise NotSo(_("Choose a day to come, ten years off at most. It is looked at again then."))
    one.keep_until, one.keep_because = until, because.strip()
    save_if_unchanged(one, version=version, fields=["keep_until", "keep_because"])
    Erasure.objects.filter(incident=one).delete()
    note(one, "kept_longer", actor=actor, at=at, detail={"until": until})
    return one
