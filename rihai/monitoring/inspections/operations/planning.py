"""An inspection is planned under a mandate, gets its team, and is gone to."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from rihai.accounts.models import Account
from rihai.accounts.operations.house import as_house
from rihai.accounts.standing import local_day
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.editing import save_if_unchanged
from rihai.monitoring.errors import NoSuchInspection, NothingSaid, NotNow
from rihai.monitoring.inspections.forms_known import FORMS
from rihai.monitoring.inspections.models import (
    Access,
    Inspection,
    Kind,
    Mandate,
    Part,
    Round,
    State,
    TeamMember,
)  # fmt: skip
from rihai.monitoring.inspections.operations.reach import inspection_to_work
from rihai.monitoring.inspections.queries.scored import result_of
from rihai.monitoring.numbered import save_numbered
from rihai.monitoring.reach import ANSWER, INSPECT, places_for

INSPECTION = "inspection"


@transaction.atomic
def keep_mandate(*, said: Mapping[str, Any], actor: Actor, at: datetime) -> Mandate:
    """A mandate under which inspections are made. Raises NoSuchInspection for who does not inspect."""
    if not actor.may(INSPECT):
        raise NoSuchInspection(_("There is no such inspection."))
    made = Mandate.objects.create(
        title=said["title"], body=said["body"], basis=said["basis"], started_on=said["started_on"],
        ended_on=said.get("ended_on"), made_by_name=actor.name[:120], made_at=at,
    )  # fmt: skip
    append("monitoring.mandate.kept", actor=actor, at=at, subject=made.pk, kind="mandate")
    return made


@transaction.atomic
def plan_inspection(*, said: Mapping[str, Any], actor: Actor, at: datetime) -> Inspection:
    """An inspection of a place that the actor inspects; whoever plans it leads it and rates.

    A follow-up asks again what was partly or no at the last settled visit.
    Raises NoSuchInspection, NotNow, NothingSaid.
    """
    place, mandate = said["place"], said["mandate"]
    if not places_for(actor, INSPECT).filter(pk=place.pk).exists():
        raise NoSuchInspection(_("There is no such inspection."))
    if mandate.ended_on is not None and mandate.ended_on <= said["planned_on"]:
        raise NotNow(_("The mandate has ended by that day."))
    made = _begun(said, place=place, mandate=mandate, kind=Kind.INSPECTION, actor=actor, at=at)
    detail = {"place": place.pk, "form": made.form_id, "round": made.round, "number": made.number}
    append("monitoring.inspection.planned", actor=actor, at=at, subject=made.pk, kind=INSPECTION, detail=detail)
    return made


@transaction.atomic
def start_self_assessment(*, said: Mapping[str, Any], actor: Actor, at: datetime) -> Inspection:
    """A prison assesses itself with the same instrument; kept apart from inspections. Raises NoSuchInspection."""
    place = said["place"]
    if not places_for(actor, ANSWER).filter(pk=place.pk).exists():
        raise NoSuchInspection(_("There is no such inspection."))
    given = {**said, "planned_on": local_day(at)}
    made = _begun(given, place=place, mandate=None, kind=Kind.SELF, actor=actor, at=at)
    detail = {"place": place.pk, "form": made.form_id, "round": made.round, "number": made.number}
    append("monitoring.self_assessment.begun", actor=actor, at=at, subject=made.pk, kind=INSPECTION, detail=detail)
    return made


def _begun(
    said: Mapping[str, Any], *, place: Any, mandate: Mandate | None, kind: str, actor: Actor, at: datetime
) -> Inspection:
    form_id = said["form_id"]
    if form_id not in FORMS:
        raise NothingSaid(_("Choose with which form."))
    former = Inspection.objects.filter(place=place, kind=kind, form_id=form_id, settled_at__isnull=False)
    previous = former.order_by("-planned_on", "-number").first()
    if said["round"] == Round.FOLLOW_UP and previous is None:
        raise NotNow(_("Nothing was settled there before, so that nothing can be followed up. Choose another round."))
    made = Inspection(
        place=place, kind=kind, mandate=mandate, previous=previous, form_id=form_id,
        round=said["round"], again=_again(previous) if said["round"] == Round.FOLLOW_UP else [],
        purpose=str(said.get("purpose") or "")[:300], planned_on=said["planned_on"],
        is_announced=said.get("is_announced"), made_by=actor.pk, made_by_name=actor.name[:120], made_at=at,
    )  # fmt: skip
    with as_house(at):
        save_numbered(made)
    TeamMember.objects.create(
        inspection=made, account_id=actor.pk, name=actor.name[:120], part=Part.LEAD, rates=True,
        is_woman=bool(said.get("is_woman")),
    )  # fmt: skip
    return made


def _again(previous: Inspection | None) -> list[str]:
    """What was partly or no at the last visit."""
    if previous is None:
        return []
    return [name for name, mark in result_of(previous).marks.items() if mark.value is not None and mark.value < 1]


@transaction.atomic
def add_member(*, inspection_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime) -> TeamMember:
    """Somebody who goes along: an account of ours, or an expert by name. Only an account can rate.

    Raises NoSuchInspection, NotNow, NothingSaid.
    """
    inspection = inspection_to_work(inspection_id, actor=actor, states=(State.PLANNED, State.VISITED))
    account: Account | None = said.get("account")
    name = (account.name if account is not None else str(said.get("name") or "")).strip()
    if not name or inspection.is_self:
        raise NothingSaid(_("Choose somebody who works here, or write a name."))
    try:
        with transaction.atomic():
            made = TeamMember.objects.create(
                inspection=inspection, account=account, name=name[:120], part=said["part"],
                is_woman=bool(said.get("is_woman")), rates=account is not None and bool(said.get("rates")),
            )  # fmt: skip
    except IntegrityError as twice:
        raise NotNow(_("They are in the team already.")) from twice
    detail = {"inspection": inspection.pk, "part": made.part, "rates": made.rates}
    append("monitoring.member.added", actor=actor, at=at, subject=made.pk, kind="team_member", detail=detail)
    return made


@transaction.atomic
def remove_member(*, member_id: UUID, actor: Actor, at: datetime) -> Inspection:
    """Somebody stays away after all. Raises NoSuchInspection, NotNow once they gave answers, or for who leads."""
    member = TeamMember.objects.filter(pk=member_id).first()
    if member is None:
        raise NoSuchInspection(_("There is no such inspection."))
    inspection = inspection_to_work(member.inspection_id, actor=actor, states=(State.PLANNED, State.VISITED))
    if member.answer_id is not None or member.part == Part.LEAD:
        raise NotNow(_("Who leads, or has given answers, stays in the team."))
    member.delete()
    append(
        "monitoring.member.removed", actor=actor, at=at, subject=member_id, kind="team_member",
        detail={"inspection": inspection.pk},
    )  # fmt: skip
    return inspection


@transaction.atomic
def record_visit(
    *, inspection_id: UUID, version: int, said: Mapping[str, Any], actor: Actor, at: datetime
) -> Inspection:
    """When the team came, was let in and left, whether announced, and what it was kept from.

    Raises NoSuchInspection, NotNow, NothingSaid, Changed.
    """
    inspection = inspection_to_work(inspection_id, actor=actor, states=(State.PLANNED, State.VISITED))
    if said["access"] in {Access.PART, Access.REFUSED} and not str(said.get("access_says") or "").strip():
        raise NothingSaid(_("Say what the team was kept from, by whom, with which reason."))
    fields = ["is_announced", "arrived_at", "entered_at", "left_at", "access", "access_says"]
    for name in fields:
        setattr(inspection, name, said.get(name) if name != "access_says" else str(said.get(name) or "")[:600])
    inspection.state = State.VISITED
    save_if_unchanged(inspection, version=version, fields=[*fields, "state"])
    detail = {"access": inspection.access, "minutes": inspection.waited, "announced": inspection.is_announced}
    append("monitoring.visit.recorded", actor=actor, at=at, subject=inspection.pk, kind=INSPECTION, detail=detail)
    return inspection


@transaction.atomic
def give_up(*, inspection_id: UUID, why: str, actor: Actor, at: datetime) -> Inspection:
    """It does not take place, or nothing came of it; the reason stays. Raises NoSuchInspection, NotNow, NothingSaid."""
    inspection = inspection_to_work(inspection_id, actor=actor, states=(State.PLANNED, State.VISITED))
    if not why.strip():
        raise NothingSaid(_("Say why."))
    inspection.state, inspection.access_says = State.GIVEN_UP, why.strip()[:600]
    save_if_unchanged(inspection, version=inspection.version, fields=["state", "access_says"])
    append("monitoring.inspection.given_up", actor=actor, at=at, subject=inspection.pk, kind=INSPECTION)
    return inspection


def day_of(inspection: Inspection) -> date:
    """The day of the visit: that of the entry or the arrival where known, else the planned one."""
    moment = inspection.entered_at or inspection.arrived_at
    return local_day(moment) if moment is not None else inspection.planned_on
