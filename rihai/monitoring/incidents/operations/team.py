"""Who works on an incident: its lead lets others in; of what is not sealed those who oversee may join by themselves."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.accounts.operations.notices import notify
from rihai.accounts.queries.here import accounts_who_may
from rihai.accounts.standing import local_day
from rihai.kit.actor import Actor
from rihai.kit.offers import Done
from rihai.monitoring.incidents.models import Incident, IncidentMember, State
from rihai.monitoring.incidents.operations.errors import NoSuchIncident, NotSo
from rihai.monitoring.incidents.operations.reach import incident_for, note
from rihai.monitoring.incidents.queries import colleagues, leads, overseen

NOTICE, HERE = "monitoring.incident_waits", "/monitoring/incidents/"
"""One notice for all of them: which incident, and whether it is sealed, is not told."""
SAFEGUARDS = "monitoring.qualify"
"""Who looks after an incident nobody else is left for: the safeguarding lead, of plain ones also who supervises."""


@transaction.atomic
def add_member(
    *, incident_id: UUID, account_id: UUID, lead: bool = False, actor: Actor, at: datetime
) -> IncidentMember:  # fmt: skip
    """Let a colleague in, also once it is closed: two decide whether it is erased. Raises NoSuchIncident, NotSo."""
    one = incident_for(incident_id, actor=actor, live=False)
    if not leads(actor, one):
        raise NotSo(_("Who leads the team lets others in."))
    if account_id not in {each.pk for each in colleagues(one, on=local_day(at))}:
        raise NotSo(_("Choose a colleague who may keep such incidents."))
    with as_house(at):
        made = IncidentMember.objects.create(incident=one, account_id=account_id, leads=lead, since=at)
    notify([account_id], NOTICE, url=HERE, at=at)
    note(one, "member_added", actor=actor, at=at)
    return made


@transaction.atomic
def join_team(*, incident_id: UUID, actor: Actor, at: datetime) -> IncidentMember:
    """Join the team of an incident of one's places that is not sealed. Raises NoSuchIncident, NotSo."""
    if not Incident.objects.filter(overseen(actor), pk=incident_id).exclude(state=State.ERASED).exists():
        raise NoSuchIncident(_("There is no such incident."))
    with as_house(at):
        one = Incident.objects.select_for_update(of=("self",)).get(pk=incident_id)
        if one.team.filter(account=actor.pk, until=None).exists():
            raise NotSo(_("You are in its team."))
        made = IncidentMember.objects.create(incident=one, account_id=actor.pk, leads=True, since=at)
    note(one, "joined", actor=actor, at=at)
    return made


@transaction.atomic
def leave_team(*, incident_id: UUID, actor: Actor, at: datetime) -> Incident:
    """Leave it to the others; somebody who leads stays. Raises NoSuchIncident, NotSo."""
    one = incident_for(incident_id, actor=actor, live=False)
    with as_house(at):
        rest = one.team.filter(until=None).exclude(account=actor.pk)
        if not rest.filter(leads=True).exists():
            raise NotSo(_("Somebody who leads has to stay. Let a colleague in first, and let them lead."))
        one.team.filter(account=actor.pk, until=None).update(until=at)
    note(one, "left", actor=actor, at=at)
    return one


def follow_leaving(done: Done) -> None:
    """Somebody works here no more: an incident nobody is left for goes to the safeguarding leads, without a word."""
    with as_house(done.at):
        held = IncidentMember.objects.filter(until=None, account__is_active=False)
        alone = (
            Incident.objects.filter(pk__in=held.values("incident_id"))
            .exclude(state=State.ERASED)
            .exclude(pk__in=IncidentMember.objects.filter(until=None, account__is_active=True).values("incident_id"))
        )
        told: set[UUID] = set()
        for one in alone.select_for_update(of=("self",)).order_by("pk"):
            for account in accounts_who_may(SAFEGUARDS, on=local_day(done.at)):
                if account not in colleagues(one, on=local_day(done.at)):
                    continue
                IncidentMember.objects.create(incident=one, account=account, leads=True, since=done.at)
                told.add(account.pk)
    notify(sorted(told), NOTICE, url=HERE, at=done.at)
