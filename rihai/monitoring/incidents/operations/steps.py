"""Steps for somebody: planned, asked about reprisal, agreed to where no consent carries them, sent, answered."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.operations.notices import notify
from rihai.accounts.standing import local_day
from rihai.kit.actor import Actor
from rihai.kit.editing import save_if_unchanged
from rihai.monitoring.incidents.classes import What
from rihai.monitoring.incidents.models import (
    Ground,
    Incident,
    IncidentConsent,
    Intervention,
    Outcome,
    Purpose,
    Risk,
    StepKind,
)
from rihai.monitoring.incidents.operations.errors import AskFirst, NoSuchIncident, NotSo
from rihai.monitoring.incidents.operations.reach import incident_for, note
from rihai.monitoring.incidents.operations.ringing import first_answer, stop
from rihai.monitoring.incidents.operations.team import HERE, NOTICE
from rihai.monitoring.recommendations.models import Level
from rihai.monitoring.recommendations.operations import recommend, write_finding

STOPS: dict[str, tuple[str, ...]] = {
    StepKind.AUTHORITY: (What.NOTIFY,), StepKind.COMPLAINT: (What.NOTIFY,), StepKind.LETTER: (What.NOTIFY,),
    StepKind.SAFETY: (What.NOTIFY,), StepKind.LEGAL: (What.LAWYER,), StepKind.MEDICAL: (What.EXAM, What.HEALTH),
    StepKind.FAMILY: (What.FAMILY,), StepKind.RECOMMEND: (),
}  # fmt: skip
"""The clocks that a step stops once it has gone."""
ENDED = (Outcome.DONE, Outcome.REFUSED, Outcome.NO_ANSWER, Outcome.LEFT)


@transaction.atomic
def plan_step(*, incident_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime) -> Intervention:
    """Write down what is to be done, who sees to it and by when. Nothing has gone yet.

    `said` has kind, receiver, told, ground, consent, second, owner, due_on. Raises NoSuchIncident, NotSo.
    """
    one = incident_for(incident_id, actor=actor)
    receiver, words = (str(said.get(name) or "").strip() for name in ("receiver", "told"))
    if said.get("kind") not in StepKind.values or not receiver or not words:
        raise NotSo(_("Say what is done, to whom it goes, and what they are told."))
    if said.get("ground") not in Ground.values or not said.get("due_on"):
        raise NotSo(_("Say on what it rests, and by when it is done."))
    if said["due_on"] < local_day(at):
        raise NotSo(_("The day by which must not have passed."))
    team = {each.account_id for each in one.team.filter(until=None)}
    owner = said.get("owner") or actor.pk
    if owner not in team:
        raise NotSo(_("Somebody of the team sees to it."))
    consent, second = _carried(one, said, team, actor)
    made = Intervention.objects.create(
        incident=one, kind=said["kind"], receiver=receiver, told=words, ground=said["ground"], consent=consent,
        second_id=second, owner_id=owner, due_on=said["due_on"], written_by_name=actor.name[:120], written_at=at,
    )  # fmt: skip
    if second:
        notify([second], NOTICE, url=HERE, at=at)
    note(one, "step_planned", actor=actor, at=at)
    return made


def _carried(
    one: Incident, said: Mapping[str, Any], team: set[UUID], actor: Actor
) -> tuple[IncidentConsent | None, UUID | None]:
    """The consent on which a step rests, or the second person who has to agree to it without one."""
    if said["ground"] == Ground.CONSENT:
        consent = one.consents.filter(pk__in=[said.get("consent")]).first()
        if consent is None or not consent.holds or consent.purpose not in {Purpose.SHARE, Purpose.EXAM}:
            raise NotSo(_("Choose the consent on which it rests; it must hold. Ask first, and write the answer down."))
        return consent, None
    second = said.get("second")
    if second is None or second == actor.pk or second not in team:
        raise NotSo(_("Without consent two named people decide. Choose the second, of the team."))
    return None, second


def step_for(pk: UUID, *, actor: Actor) -> tuple[Incident, Intervention]:
    """A step with its incident, both locked. Raises NoSuchIncident, NotSo."""
    found = Intervention.objects.filter(pk=pk).first()
    if found is None:
        raise NoSuchIncident(_("There is no such incident."))
    return incident_for(found.incident_id, actor=actor), found


@transaction.atomic
def answer_risk(*, step_id: UUID, version: int, said: Mapping[str, Any], actor: Actor, at: datetime) -> Intervention:
    """What may come to whoever spoke if this step is taken, and what is done about it. Raises NotSo, Changed."""
    one, step = step_for(step_id, actor=actor)
    why, what = (str(said.get(name) or "").strip() for name in ("risk_says", "risk_done"))
    if step.state != Outcome.PLANNED or said.get("risk") not in Risk.values or not why:
        raise NotSo(_("Say what may come to them, and what that rests on."))
    if said["risk"] != Risk.NONE_SEEN and not what:
        raise NotSo(_("Say what is done about it, so that the step harms nobody."))
    step.risk, step.risk_says, step.risk_done = said["risk"], why, what or None
    step.risk_at, step.risk_by_name = at, actor.name[:120]
    save_if_unchanged(
        step, version=version, fields=["risk", "risk_says", "risk_done", "risk_at", "risk_by_name"]
    )  # fmt: skip
    note(one, "risk_answered", actor=actor, at=at)
    return step


@transaction.atomic
def agree_to_step(*, step_id: UUID, actor: Actor, at: datetime) -> Intervention:
    """The second named person agrees that it goes without consent. Raises NoSuchIncident, NotSo."""
    one, step = step_for(step_id, actor=actor)
    if step.second_id != actor.pk or step.agreed_at is not None or step.state != Outcome.PLANNED:
        raise NotSo(_("You are not asked to agree to this step."))
    step.agreed_at = at
    step.version += 1
    step.save(update_fields=["agreed_at", "version"])
    note(one, "step_agreed", actor=actor, at=at)
    return step


@transaction.atomic
def send_step(*, step_id: UUID, version: int, actor: Actor, at: datetime) -> Intervention:
    """It has gone. Raises AskFirst where it must not, NoSuchIncident, NotSo, Changed."""
    one, step = step_for(step_id, actor=actor)
    may_go(step)
    step.state, step.sent_at = Outcome.SENT, at
    save_if_unchanged(step, version=version, fields=["state", "sent_at"])
    for clock in one.clocks.filter(stopped_at=None):
        if clock.what in STOPS[step.kind or ""]:
            stop(clock, "done", step.receiver or "", actor=actor, at=at)
    first_answer(one, at)
    note(one, "step_sent", actor=actor, at=at)
    return step


def may_go(step: Intervention) -> None:
    """Raises AskFirst with what is missing before a step may go, NotSo where it has gone."""
    if step.state != Outcome.PLANNED:
        raise NotSo(_("This step is not waiting to go."))
    if not step.risk:
        raise AskFirst(_("Ask about reprisal first: what may come to them if this step is taken?"))
    if step.waits_for_second:
        raise AskFirst(_("Without consent two named people decide: the second has not agreed yet."))
    if step.ground == Ground.CONSENT and (step.consent is None or not step.consent.holds):
        raise AskFirst(_("The consent it rests on does not hold any more."))


@transaction.atomic
def settle_step(
    *, step_id: UUID, version: int, state: str, answer: str, actor: Actor, at: datetime
) -> Intervention:  # fmt: skip
    """What came of it; one that has not gone can only be left. Raises NoSuchIncident, NotSo, Changed."""
    one, step = step_for(step_id, actor=actor)
    if state not in ENDED or step.done_on is not None or (step.state == Outcome.PLANNED) != (state == Outcome.LEFT):
        raise NotSo(_("A step that has gone ends with what came of it; one that has not can be left."))
    step.state, step.answer, step.done_on = state, answer.strip() or None, local_day(at)
    save_if_unchanged(step, version=version, fields=["state", "answer", "done_on"])
    note(one, "step_settled", actor=actor, at=at)
    return step


@transaction.atomic
def recommend_it(
    *, step_id: UUID, version: int, inspection_id: UUID, said: Mapping[str, Any], actor: Actor, at: datetime
) -> Intervention:
    """A step of this kind becomes a finding and a recommendation of a visit, naming nobody: verified at the next.

    `said` has finding, items, endangers, endangers_why, says, level, authority, due_on. Raises AskFirst,
    NoSuchIncident, NoSuchInspection, NotNow, NothingSaid, NotSo, Changed.
    """
    one, step = step_for(step_id, actor=actor)
    if one.is_sealed or step.kind != StepKind.RECOMMEND or said.get("level") not in Level.values:
        raise NotSo(_("Only what is not sealed is recommended, and to an authority."))
    may_go(step)
    finding = write_finding(
        inspection_id=inspection_id,
        said={
            "says": said.get("finding"), "items": said.get("items") or [], "endangers": said.get("endangers"),
            "endangers_why": said.get("endangers_why"),
        },
        actor=actor, at=at,
    )  # fmt: skip
    asked = {name: said.get(name) for name in ("says", "level", "authority", "due_on")}
    step.recommendation = recommend(finding_id=finding.pk, said=asked, actor=actor, at=at)
    step.state, step.sent_at = Outcome.SENT, at
    save_if_unchanged(step, version=version, fields=["recommendation", "state", "sent_at"])
    first_answer(one, at)
    note(one, "recommended", actor=actor, at=at)
    return step
