"""The concern an act is about, locked; and the one line each act leaves, which tells nothing but that there was one."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from rihai.helpline.concerns.models import Concern
from rihai.helpline.concerns.operations.errors import NoSuchConcern, NotSo
from rihai.helpline.concerns.queries import held
from rihai.kit.actor import Actor
from rihai.kit.audit import append

NOTICE, HERE = "helpline.concern_waits", "/helpline/concerns/"


def concern_for(pk: UUID, *, actor: Actor, live: bool = True) -> Concern:
    """A concern the actor holds, locked until the act is done. Raises NoSuchConcern, NotSo once it is closed."""
    found = Concern.objects.select_for_update(of=("self",)).filter(held(actor), pk=pk).first()
    if found is None:
        raise NoSuchConcern(_("There is no such concern."))
    if live and not found.is_live:
        raise NotSo(_("This concern is closed."))
    return found


def note(concern: Concern, verb: str, *, actor: Actor | None, at: datetime) -> None:
    """The line of an act: the concern's id and nothing else."""
    append(f"helpline.sealed.{verb}", actor=actor, at=at, subject=concern.pk, kind="sealed")
