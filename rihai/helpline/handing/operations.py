"""A request goes on to those who do the work: one act, one transaction; a half-done hand-over there is not."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.models import Account
from rihai.accounts.operations import notify
from rihai.accounts.queries.here import accounts_who_may
from rihai.accounts.standing import local_day
from rihai.casework.cases.models import Intake
from rihai.casework.cases.models import Way as CameBy
from rihai.casework.cases.operations import take_in
from rihai.helpline.errors import NotSo
from rihai.helpline.handing.models import HandedOn, Room
from rihai.helpline.matching.queries import person_of
from rihai.helpline.requests.models import Clock, HelpRequest
from rihai.helpline.requests.operations.reach import note, request_for
from rihai.helpline.requests.triage import What
from rihai.kit.actor import Actor
from rihai.legal.matters.operations import open_matter
from rihai.monitoring.incidents.models import Basis
from rihai.monitoring.incidents.operations import write_incident
from rihai.monitoring.incidents.operations.parts import Whom
from rihai.people.models import Person

HANDED = "helpline.handed_on"
LEADS = {Room.LEGAL: "legal.matters", Room.MONITORING: "monitoring.report"}
"""What somebody must be able to do to whom it is brought; casework has no name on it: who works there takes it."""
HOMES = {Room.LEGAL: "/legal/matters/", Room.MONITORING: "/monitoring/incidents/"}


@transaction.atomic
def hand_on(
    *, request_id: UUID, room: str, said: Mapping[str, Any], to: UUID | None = None, actor: Actor, at: datetime
) -> HandedOn:
    """Bring it to casework (an intake), a lawyer (a matter they lead) or a monitor (an allegation they keep).

    `said` has `asked`, what they are told in words; for a matter `kind`, `stage` and `ground`; for an allegation `sub`
    and `place`. Raises NoSuchRequest, NotSo, and what that room refuses: then nothing at all was done.
    """
    one = request_for(request_id, actor=actor)
    if room not in Room.values or not str(said.get("asked") or "").strip():
        raise NotSo(_("Say to whom it goes, and in your words what is asked of them."))
    if HandedOn.objects.filter(request=one, room=room).exists():
        raise NotSo(_("It was handed on there already."))
    person = person_of(one, actor=actor)
    lead = _lead(room, to, at)
    if person is None and room != Room.MONITORING:
        raise NotSo(_("Find out first who is meant: a case and a matter are somebody’s."))
    target = _brought(one, Room(room), said, person, lead, actor=actor, at=at)
    made = HandedOn.objects.create(request=one, room=room, target_id=target, to=lead, by_id=actor.pk, at=at)
    one.clocks.filter(what=What.WORK, stopped_at=None).update(
        stopped_at=at, how=Clock.How.DONE, by_name=actor.name[:120]
    )
    if lead is not None:
        notify([lead.pk], HANDED, url=HOMES[Room(room)], at=at)
    note(one, "handed_on", actor=actor, at=at, detail={"room": room, "target": target})
    return made


def leads_for(room: str, at: datetime) -> list[Account]:
    """To whom it may be brought there."""
    return list(accounts_who_may(LEADS[Room(room)], on=local_day(at))) if room in LEADS else []


def _lead(room: str, to: UUID | None, at: datetime) -> Account | None:
    if room not in LEADS:
        return None
    found = next((one for one in leads_for(room, at) if one.pk == to), None)
    if found is None:
        raise NotSo(_("Choose who goes on with it."))
    return found


def _brought(
    one: HelpRequest, room: Room, said: Mapping[str, Any], person: Person | None, lead: Account | None, *,
    actor: Actor, at: datetime,
) -> UUID:  # fmt: skip
    """The intake, matter or allegation that the other room made; its id."""
    asked = str(said["asked"]).strip()
    if room == Room.CASEWORK and person is not None:
        told = {"way": CameBy.HELPLINE, "on": local_day(at), "asked": asked, "answer": Intake.Answer.WAITING}
        intake: UUID = take_in(person_id=person.pk, said=told, actor=actor, at=at).pk
        return intake
    if room == Room.LEGAL and person is not None:
        told = {"kind": said["kind"], "stage": said["stage"], "ground": said["ground"], "note": asked}
        matter: UUID = open_matter(clients=[(person.pk, "")], said=told, lead=lead, actor=actor, at=at).pk
        return matter
    whom = Whom(called=one.said.name or one.code_shown, person_id=person.pk if person else None)
    told = {
        "sub": said.get("sub"), "place": said.get("place") or one.place, "basis": Basis.WITNESS, "happened": asked,
        "learned_at": one.began_at, "precision": "unknown",
    }  # fmt: skip
    incident: UUID = write_incident(said=told, whom=whom, lead=lead, actor=actor, at=at).pk
    return incident
