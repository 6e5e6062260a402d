"""The record of the actor's own, locked; and the house acting where a counsellor's sight ends."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext as _

from rihai.casework.survivors.models import RecordState, SurvivorRecord
from rihai.casework.survivors.operations.errors import NoSuchRecord, WrongRecord
from rihai.casework.survivors.queries.records import records_for
from rihai.kit.actor import Actor


def record_for(pk: UUID, *, actor: Actor) -> SurvivorRecord:
    """The actor's own record, locked until the act is done. Raises NoSuchRecord."""
    found = records_for(actor).select_for_update(of=("self",)).filter(pk=pk).first()
    if found is None:
        raise NoSuchRecord(_("There is no such record."))
    return found


def open_record_for(pk: UUID, *, actor: Actor) -> SurvivorRecord:
    """The same while it is open. Raises NoSuchRecord, WrongRecord."""
    found = record_for(pk, actor=actor)
    if found.state != RecordState.OPEN:
        raise WrongRecord(_("This record is closed. Open it again first."))
    return found
