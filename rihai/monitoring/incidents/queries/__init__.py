"""Which incidents an actor sees: their own team’s, and those of their places that are not sealed. Nobody else’s."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import F, Min, Q, QuerySet

from rihai.accounts.models import Account, Posting
from rihai.accounts.queries.here import accounts_who_may
from rihai.accounts.queries.sight import standing
from rihai.accounts.roles import ROLES
from rihai.accounts.standing import holding_on
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.monitoring.incidents.models import Clock, Incident, IncidentMember, IncidentVictim, Intervention, State
from rihai.monitoring.reach import covered

REPORT, OVERSEE = "monitoring.report", "monitoring.incidents"
LIVE = (State.DRAFT, State.REVIEW, State.OPEN)
SEALING = frozenset(key for key, role in ROLES.items() if DataClass.SEALED in role.classes)
"""The roles that may read what is sealed at all."""


def may_seal(actor: Actor) -> bool:
    """Whether the actor has a role today that may read what is sealed."""
    return any(post.role in SEALING for post in standing(actor).posts)


def own(actor: Actor) -> Q:
    """The incidents in whose team the actor is; a sealed one only while their role may read what is sealed."""
    mine = Q(pk__in=IncidentMember.objects.filter(account=actor.pk, until=None).values("incident_id"))
    if not actor.may(REPORT):
        return Q(pk__in=())
    return mine if may_seal(actor) else mine & Q(is_sealed=False)


def overseen(actor: Actor) -> Q:
    """The incidents of the actor's places that are not sealed, drafts too: their clocks run."""
    if not actor.may(OVERSEE):
        return Q(pk__in=())
    return covered(actor, OVERSEE) & Q(is_sealed=False)


def incidents_for(actor: Actor) -> QuerySet[Incident]:
    """Every incident the actor sees, the newest first."""
    return Incident.objects.filter(own(actor) | overseen(actor)).select_related("place")


def plain_for(actor: Actor) -> QuerySet[Incident]:
    """Those of them that are not sealed: what may be counted, listed with others and taken out."""
    return incidents_for(actor).filter(is_sealed=False)


def incident_seen(pk: UUID, *, actor: Actor) -> Incident | None:
    """One incident; None for one the actor does not see."""
    return incidents_for(actor).filter(pk=pk).first()


def works_on(actor: Actor, incident: Incident) -> bool:
    """Whether the actor is in its team, and so reads all of it and may act."""
    return Incident.objects.filter(own(actor), pk=incident.pk).exists()


def leads(actor: Actor, incident: Incident) -> bool:
    """Whether the actor leads its team."""
    return incident.team.filter(account=actor.pk, until=None, leads=True).exists()


def by_clock(rows: QuerySet[Incident]) -> QuerySet[Incident]:
    """In the order of their next clock; those without one after them."""
    nearest = Min("clocks__due_at", filter=Q(clocks__stopped_at=None))
    return rows.annotate(next_at=nearest).order_by(F("next_at").asc(nulls_last=True), "-learned_at", "pk")


def running(actor: Actor, until: datetime) -> QuerySet[Clock]:
    """The clocks of the actor's own team that run out by a moment, the nearest first."""
    mine = Incident.objects.filter(own(actor), state__in=LIVE).values("pk")
    rows = Clock.objects.filter(incident__in=mine, stopped_at=None, due_at__lte=until)
    return rows.select_related("incident__place").order_by("due_at", "pk")


def ran_out(actor: Actor, at: datetime) -> QuerySet[Clock]:
    """The clocks at the actor's places that ran out and were told upwards, of incidents that are not sealed."""
    if not actor.may(OVERSEE):
        return Clock.objects.none()
    seen = Incident.objects.filter(overseen(actor), state__in=LIVE).values("pk")
    rows = Clock.objects.filter(incident__in=seen, stopped_at=None, due_at__lt=at, rung__gt=0)
    return rows.select_related("incident__place").order_by("due_at", "pk")


def steps_due(actor: Actor, on: date) -> QuerySet[Intervention]:
    """The actor's own steps that are due by a day."""
    mine = Incident.objects.filter(own(actor), state__in=LIVE).values("pk")
    rows = Intervention.objects.filter(incident__in=mine, owner_id=actor.pk, done_on=None, due_on__lte=on)
    return rows.select_related("incident").order_by("due_on", "pk")


def to_agree(actor: Actor) -> QuerySet[Intervention]:
    """Steps without consent for which the actor is asked to be the second person."""
    mine = Incident.objects.filter(own(actor)).values("pk")
    return Intervention.objects.filter(incident__in=mine, second=actor.pk, agreed_at=None, state="planned")


def of_person(person_id: UUID, *, actor: Actor) -> QuerySet[Incident]:
    """The incidents that happened to a person, as far as the actor sees them; sealed ones by their blind index."""
    named = IncidentVictim.objects.filter(Q(person=person_id) | Q(subject_index=str(person_id)))
    return incidents_for(actor).filter(pk__in=named.values("incident_id")).order_by("-learned_at", "pk")


def nameless(actor: Actor) -> QuerySet[IncidentVictim]:
    """Those under a code alone, in live incidents of the actor's own team."""
    mine = Incident.objects.filter(own(actor), state__in=LIVE).values("pk")
    found = IncidentVictim.objects.filter(incident__in=mine, person=None, subject_index=None)
    return found.select_related("incident").order_by("-written_at", "pk")


def whole(incident: Incident, *, on_team: bool) -> dict[str, Any]:
    """Everything of an incident for its page; what names who did it or who said so for the team alone."""
    parts: dict[str, Any] = {
        "clocks": list(incident.clocks.all()),
        "victims": list(incident.victims.select_related("person")),
        "team": list(incident.team.filter(until=None).select_related("account")),
    }
    if not on_team:
        return parts
    return parts | {
        "acts": list(incident.acts.select_related("victim", "perpetrator")),
        "perpetrators": list(incident.perpetrators.all()),
        "sources": list(incident.sources.all()),
        "consents": list(incident.consents.select_related("victim")),
        "steps": list(incident.interventions.select_related("consent", "second", "recommendation")),
    }


def colleagues(incident: Incident, *, on: date) -> Sequence[Account]:
    """Who can be let in: whoever writes incidents down, of a sealed one only whose role may read what is sealed."""
    found = accounts_who_may(REPORT, on=on).exclude(
        pk__in=incident.team.filter(until=None).values("account_id")
    )  # fmt: skip
    if incident.is_sealed:
        found = found.filter(pk__in=Posting.objects.filter(holding_on(on), role__in=SEALING).values("account_id"))
    return list(found)


def sealing_colleagues(on: date) -> QuerySet[Account]:
    """Who may write down what is sealed: to name to somebody who may not."""
    held = Posting.objects.filter(holding_on(on), role__in=SEALING).values("account_id")
    return accounts_who_may(REPORT, on=on).filter(pk__in=held)


def live_codes(actor: Actor, incident: Incident) -> QuerySet[Incident]:
    """The incidents of which this one may be the second writing down: others the actor's team keeps, alike sealed."""
    return Incident.objects.filter(own(actor), is_sealed=incident.is_sealed).exclude(pk=incident.pk).order_by("code")
