"""Whether the actor may act on a matter; asked first in every operation."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from rihai.kit.actor import Actor
from rihai.legal.matters.models import Matter, Party, Side, State
from rihai.legal.matters.operations.errors import NoSuchMatter, NotOpen, WrongParty
from rihai.legal.matters.queries.reach import is_lead, matters_for


def matter_for(matter_id: UUID, *, actor: Actor, at: datetime, is_open: bool = True) -> Matter:
    """The matter, locked until the act is done.

    Raises NoSuchMatter for who is not of the team, NotOpen where it must be open and is not.
    """
    found = matters_for(actor, at=at).select_for_update(of=("self",)).filter(pk=matter_id).first()
    if found is None or not actor.may("legal.matters"):
        raise NoSuchMatter(_("There is no such matter."))
    if is_open and found.state == State.CHECKING:
        raise NotOpen(_("A conflict is possible in this matter. Nothing is done in it before the panel lead decides."))
    if is_open and found.state != State.OPEN:
        raise NotOpen(_("This matter is closed. Open it again to write in it."))
    return found


def led_matter(matter_id: UUID, *, actor: Actor, at: datetime, is_open: bool = True) -> Matter:
    """The matter, for whoever leads its team. Raises NoSuchMatter for the others."""
    found = matter_for(matter_id, actor=actor, at=at, is_open=is_open)
    if not is_lead(found, actor=actor, at=at):
        raise NoSuchMatter(_("Only the lead of the team may do that."))
    return found


def client_of(matter: Matter, party_id: UUID) -> Party:
    """A client of the matter who still is one. Raises WrongParty."""
    found = Party.objects.filter(pk=party_id, matter=matter, side=Side.CLIENT, ended_at=None).first()
    if found is None:
        raise WrongParty(_("Choose a client of this matter."))
    return found
