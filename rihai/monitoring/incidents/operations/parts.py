"""Whom it happened to, what was done, who is said to have done it, and who said so."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils.translation import gettext as _

from rihai.kit.actor import Actor
from rihai.monitoring.incidents.classes import classes
from rihai.monitoring.incidents.models import (
    ActorType,
    AllegedPerpetrator,
    Incident,
    IncidentSource,
    IncidentVictim,
    SourceKind,
    ViolationAct,
)
from rihai.monitoring.incidents.operations.errors import NoSuchIncident, NotSo
from rihai.monitoring.incidents.operations.reach import incident_for, note
from rihai.people.operations.reach import person_for


@dataclass(frozen=True, slots=True, kw_only=True)
class Whom:
    """Whom it happened to: what they are called here, their own words, the person where the actor sees one."""

    called: str
    words: str = ""
    person_id: UUID | None = None


def new_victim(one: Incident, whom: Whom, *, actor: Actor, at: datetime) -> IncidentVictim:
    """The row of somebody it happened to. Raises NoSuchPerson, NotSo."""
    called = whom.called.strip()
    if not called:
        raise NotSo(_("Say what they are called here; it need not be their name."))
    person = person_for(whom.person_id, actor=actor, at=at).pk if whom.person_id else None
    if person and is_named_in(one, person):
        raise NotSo(_("This person is named here already."))
    return IncidentVictim.objects.create(
        incident=one, called=called, words=whom.words.strip() or None,
        person_id=None if one.is_sealed else person, first_person=None if one.is_sealed else person,
        subject=str(person) if person and one.is_sealed else None,
        first_subject=str(person) if person and one.is_sealed else None, **_by(actor, at),
    )  # fmt: skip


@transaction.atomic
def add_victim(*, incident_id: UUID, whom: Whom, actor: Actor, at: datetime) -> IncidentVictim:
    """Somebody else it happened to. Raises NoSuchIncident, NoSuchPerson, NotSo."""
    one = incident_for(incident_id, actor=actor)
    made = new_victim(one, whom, actor=actor, at=at)
    note(one, "victim_added", actor=actor, at=at)
    return made


@transaction.atomic
def join_person(*, victim_id: UUID, person_id: UUID, actor: Actor, at: datetime) -> IncidentVictim:
    """By their wish somebody under a code is joined to a person, once. Raises NoSuchIncident, NoSuchPerson, NotSo."""
    victim = IncidentVictim.objects.filter(pk=victim_id).first()
    if victim is None:
        raise NoSuchIncident(_("There is no such incident."))
    one = incident_for(victim.incident_id, actor=actor)
    person = person_for(person_id, actor=actor, at=at).pk
    if victim.is_named or is_named_in(one, person):
        raise NotSo(_("This person is named here already."))
    if one.is_sealed:
        victim.subject = victim.first_subject = str(person)
    else:
        victim.person_id = victim.first_person = person
    victim.save()
    note(one, "victim_joined", actor=actor, at=at)
    return victim


def is_named_in(one: Incident, person: UUID) -> bool:
    """Whether an incident names a person already, in the open or under the seal."""
    return one.victims.filter(Q(person=person) | Q(subject_index=str(person))).exists()


@transaction.atomic
def add_perpetrator(*, incident_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime) -> AllegedPerpetrator:
    """Who is said to have done it: what kind of actor, rank, unit, name where known. Raises NoSuchIncident, NotSo."""
    one = incident_for(incident_id, actor=actor)
    if said.get("kind") not in ActorType.values:
        raise NotSo(_("Say who is said to have acted."))
    known = {name: str(said.get(name) or "").strip() or None for name in ("rank", "unit", "name")}
    made = AllegedPerpetrator.objects.create(incident=one, kind=said["kind"], **known, **_by(actor, at))
    note(one, "perpetrator_added", actor=actor, at=at)
    return made


@transaction.atomic
def add_source(*, incident_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime) -> IncidentSource:
    """Who said so, in their own words. Raises NoSuchIncident, NotSo."""
    one = incident_for(incident_id, actor=actor)
    words = str(said.get("words") or "").strip()
    if said.get("kind") not in SourceKind.values or not words:
        raise NotSo(_("Say who said so, and in which words."))
    called = str(said.get("called") or "").strip() or None
    made = IncidentSource.objects.create(incident=one, kind=said["kind"], called=called, words=words, **_by(actor, at))
    note(one, "source_added", actor=actor, at=at)
    return made


@transaction.atomic
def add_act(*, incident_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime) -> ViolationAct:
    """One thing that was done; to whom and by whom are of this incident. Raises NoSuchIncident, NotSo."""
    one = incident_for(incident_id, actor=actor)
    sub = str(said.get("sub") or "")
    known = classes().get(sub.split(".", maxsplit=1)[0])
    if known is None or sub not in known.subs:
        raise NotSo(_("Choose what was done."))
    victim = _of(one.victims, said.get("victim"))
    perpetrator = _of(one.perpetrators, said.get("perpetrator"))
    made = ViolationAct.objects.create(
        incident=one, sub=sub, says=str(said.get("says") or "").strip() or None, victim=victim,
        perpetrator=perpetrator, **_by(actor, at),
    )  # fmt: skip
    note(one, "act_added", actor=actor, at=at)
    return made


def _of(rows: Any, pk: Any) -> Any:
    if not pk:
        return None
    found = rows.filter(pk=pk).first()
    if found is None:
        raise NoSuchIncident(_("There is no such incident."))
    return found


def _by(actor: Actor, at: datetime) -> dict[str, Any]:
    return {"written_by_name": actor.name[:120], "written_at": at}
