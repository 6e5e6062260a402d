"""The inspection an act is about, locked, for those who may act on it."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext as _

from rihai.kit.actor import Actor
from rihai.monitoring.errors import NoSuchInspection, NotNow
from rihai.monitoring.inspections.models import Inspection, State
from rihai.monitoring.reach import inspection_seen, may_work


def inspection_to_work(pk: UUID, *, actor: Actor, states: tuple[str, ...] = ()) -> Inspection:
    """The inspection, locked. Raises NoSuchInspection, NotNow where it is in none of these states."""
    found = inspection_seen(pk, actor=actor)
    if found is None or not may_work(actor, found):
        raise NoSuchInspection(_("There is no such inspection."))
    locked = Inspection.objects.select_for_update(of=("self",)).select_related("place", "mandate").get(pk=pk)
    if states and locked.state not in states:
        word = str(State(locked.state).label)
        raise NotNow(_("This is not possible now. The inspection is: %(state)s.") % {"state": word})
    return locked
