"""Somebody is confirmed as qualified; an examination is written down; marks are added, and struck out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.models import Account
from rihai.accounts.standing import local_day
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.monitoring.examinations.fields import FIELDS, LEAST
from rihai.monitoring.examinations.models import (
    BodyMark,
    Degree,
    Examination,
    Lesion,
    Mark,
    Protocol,
    Qualification,
    Region,
    Side,
    Skill,
    View,
)
from rihai.monitoring.examinations.queries import QUALIFY, protocols_of
from rihai.monitoring.incidents.models import Incident, IncidentConsent, Purpose
from rihai.monitoring.incidents.operations.errors import AskFirst, NoSuchIncident, NotSo
from rihai.monitoring.incidents.operations.reach import incident_for, note


class NotQualified(NotSo):
    """Somebody writes what only a clinician or a forensic doctor may."""


@transaction.atomic
def confirm_qualified(*, account_id: UUID, skill: str, paper: str, actor: Actor, at: datetime) -> Qualification:
    """Confirm for somebody else that they are qualified, on what paper. Raises NoSuchIncident, NotSo."""
    if not actor.may(QUALIFY):
        raise NoSuchIncident(_("There is no such page."))
    account = Account.objects.filter(pk=account_id, is_active=True).first()
    if account is None or account.pk == actor.pk:
        raise NotSo(_("Nobody confirms themselves: choose a colleague who works here."))
    if skill not in Skill.values or not paper.strip():
        raise NotSo(_("Say for what they are qualified, and on what paper."))
    if Qualification.objects.filter(account=account, skill=skill, ended_on=None).exists():
        raise NotSo(_("That is confirmed already."))
    made = Qualification.objects.create(
        account=account, skill=skill, paper=paper.strip(), started_on=local_day(at), confirmed_by_id=actor.pk,
        confirmed_at=at,
    )  # fmt: skip
    append("monitoring.qualification.confirmed", actor=actor, at=at, subject=account.pk, kind="account",
           detail={"skill": skill})  # fmt: skip
    return made


@transaction.atomic
def end_qualification(*, qualification_id: UUID, actor: Actor, at: datetime) -> Qualification:
    """From today on they are not. Raises NoSuchIncident."""
    found = Qualification.objects.filter(pk=qualification_id, ended_on=None).first() if actor.may(QUALIFY) else None
    if found is None:
        raise NoSuchIncident(_("There is no such page."))
    found.ended_on = local_day(at)
    found.save(update_fields=["ended_on"])
    append("monitoring.qualification.ended", actor=actor, at=at, subject=found.account_id, kind="account",
           detail={"skill": found.skill})  # fmt: skip
    return found


@transaction.atomic
def write_examination(
    *, incident_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime
) -> Examination:  # fmt: skip
    """Write an examination down, by the protocol one is qualified for; of the living only with their consent.

    `said` has victim, protocol, done_on, degree and the fields of the protocol. Raises NoSuchIncident, NotQualified,
    AskFirst, NotSo.
    """
    one = incident_for(incident_id, actor=actor)
    protocol = said.get("protocol")
    if protocol not in Protocol.values:
        raise NotSo(_("Choose by what it is recorded."))
    if protocol not in protocols_of(actor, on=local_day(at)):
        raise NotQualified(_("This is for somebody whose qualification is confirmed. Describe what you saw and heard."))
    victim = one.victims.filter(pk__in=[said.get("victim")]).first()
    done_on = said.get("done_on")
    if victim is None or not isinstance(done_on, date) or done_on > local_day(at):
        raise NotSo(_("Say who was examined, and on which day."))
    consent = None if protocol == Protocol.MINNESOTA else _asked(one, victim.pk)
    fields = {name: str(said.get(name) or "").strip() for name in FIELDS[protocol]}
    if not fields[LEAST[protocol]]:
        raise NotSo(_("Write at least: %(field)s.") % {"field": FIELDS[protocol][LEAST[protocol]]})
    made = Examination.objects.create(
        incident=one, victim=victim, consent=consent, protocol=protocol,
        text=json.dumps({name: text for name, text in fields.items() if text}, ensure_ascii=False),
        degree=_degree(said.get("degree"), protocol), done_on=done_on, examiner_id=actor.pk, written_at=at,
    )  # fmt: skip
    note(one, "examined", actor=actor, at=at)
    return made


def _asked(one: Incident, victim: UUID) -> IncidentConsent:
    """The consent to an examination that holds. Raises AskFirst."""
    found = one.consents.filter(victim=victim, purpose=Purpose.EXAM, is_given=True, withdrawn_on=None).first()
    if found is None:
        raise AskFirst(_("Ask whether they agree to an examination, and write the answer down first."))
    return found


def _degree(degree: Any, protocol: str) -> str | None:
    """A degree is a clinician's word; a monitor never grades. Raises NotQualified, NotSo."""
    if not degree:
        return None
    if protocol != Protocol.ISTANBUL:
        raise NotQualified(_("How far account and finding agree is for a clinician to say."))
    if degree not in Degree.values:
        raise NotSo(_("Choose one of the five degrees."))
    return str(degree)


@transaction.atomic
def add_mark(*, examination_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime) -> BodyMark:
    """One more mark, by who examined. Raises NoSuchIncident, NotQualified, NotSo."""
    one, exam = own_examination(examination_id, actor=actor)
    known = {"region": Region, "side": Side, "view": View, "lesion": Lesion}
    if any(said.get(name) not in kinds.values for name, kinds in known.items()):
        raise NotSo(_("Say where it is, on which side, and what kind of mark."))
    mark = Mark(
        **{name: str(said[name]) for name in known},
        **{name: str(said.get(name) or "").strip() for name in ("length", "width", "colour", "shape", "alleged")},
        degree=_degree(said.get("degree"), exam.protocol) or "",
    )  # fmt: skip
    made = BodyMark.objects.create(
        examination=exam, number=exam.marks.count() + 1, text=mark.written(), written_at=at
    )  # fmt: skip
    note(one, "mark_added", actor=actor, at=at)
    return made


@transaction.atomic
def strike_mark(*, mark_id: UUID, actor: Actor, at: datetime) -> BodyMark:
    """It was written wrongly: struck out, and it stays. Raises NoSuchIncident."""
    found = BodyMark.objects.filter(pk=mark_id, struck_at=None).first()
    if found is None:
        raise NoSuchIncident(_("There is no such incident."))
    one, _exam = own_examination(found.examination_id, actor=actor)
    found.struck_at = at
    found.save(update_fields=["struck_at"])
    note(one, "mark_struck", actor=actor, at=at)
    return found


def own_examination(pk: UUID, *, actor: Actor) -> tuple[Incident, Examination]:
    """An examination the actor did, with its incident, locked. Raises NoSuchIncident."""
    found = Examination.objects.filter(pk=pk, examiner=actor.pk).first()
    if found is None:
        raise NoSuchIncident(_("There is no such incident."))
    return incident_for(found.incident_id, actor=actor), found
