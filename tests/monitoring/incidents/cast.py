"""What the tests of incidents set up: who writes, who oversees, who leads, and an incident of each kind."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from rihai.accounts.acting import acting_as
from rihai.accounts.models import Account
from rihai.monitoring.incidents import operations as act
from rihai.monitoring.incidents.models import Incident, Intervention
from rihai.monitoring.incidents.operations.parts import Whom
from tests.people.world import World

HAPPENED, CALLED, SEALED_WORDS = "He sleeps among grown men", "Little Farzi", "They hung him by Falakwords"


def who(actor: Account, at: datetime | None = None) -> dict[str, Any]:
    """Who acts, and when."""
    return {"actor": actor, "at": at or timezone.now()}


def said(world: World, sub: str = "C1.1", **more: Any) -> dict[str, Any]:
    """What is said of an incident at Gulzar."""
    return {"sub": sub, "place": world.gulzar, "happened": HAPPENED, "basis": "seen", "precision": "unknown", **more}


def written(world: World, actor: Account, sub: str = "C1.1", person: UUID | None = None, **more: Any) -> Incident:
    """An incident written down now, of somebody called by a word."""
    at = more.pop("at", None) or timezone.now()
    whom = Whom(called=more.pop("called", CALLED), person_id=person)
    with acting_as(actor, at):
        return act.write_incident(said=said(world, sub, **more), whom=whom, **who(actor, at))


def consented(one: Incident, actor: Account, purpose: str = "share", receiver: str = "NCHR") -> Any:
    """A yes to sharing with somebody."""
    given = {
        "victim": one.victims.all()[0].pk, "purpose": purpose, "receiver": receiver if purpose == "share" else "",
        "is_given": True, "way": "spoken",
    }  # fmt: skip
    return act.record_consent(incident_id=one.pk, said=given, **who(actor))


def planned(one: Incident, actor: Account, kind: str = "authority", **more: Any) -> Intervention:
    """A step planned for tomorrow; without more, on a consent given now."""
    step = {"kind": kind, "receiver": "NCHR", "told": "One of ours is in danger", "ground": "consent",
            "due_on": timezone.localdate() + timedelta(days=1), **more}  # fmt: skip
    if step["ground"] == "consent" and "consent" not in step:
        step["consent"] = consented(one, actor).pk
    return act.plan_step(incident_id=one.pk, said=step, **who(actor))


def answered(step: Intervention, actor: Account, risk: str = "none_seen") -> Intervention:
    """The question about reprisal, answered for a step."""
    answer = {"risk": risk, "risk_says": "He was asked alone", "risk_done": "A watch" if risk != "none_seen" else ""}
    return act.answer_risk(step_id=step.pk, version=step.version, said=answer, **who(actor))
