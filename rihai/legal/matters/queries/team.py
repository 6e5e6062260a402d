"""Whom a lead can take into a team."""

from __future__ import annotations

from datetime import datetime

from rihai.accounts.models import Account, Posting
from rihai.accounts.roles import ROLES
from rihai.accounts.standing import holding_on, local_day
from rihai.kit.classes import DataClass
from rihai.legal.matters.models import Matter, TeamMember

MANY = 300


def colleagues_for(matter: Matter, *, at: datetime) -> list[tuple[str, str]]:
    """Accounts whose role sees legal matter and who are not in the team yet: key and name."""
    roles = [key for key, role in ROLES.items() if DataClass.LEGAL in role.classes]
    posted = Posting.objects.filter(holding_on(local_day(at)), role__in=roles).values("account_id")
    there = TeamMember.objects.filter(matter=matter, ended_at=None).values("account_id")
    found = Account.objects.filter(pk__in=posted, is_active=True).exclude(pk__in=there).order_by("name")
    return [(str(one.pk), one.name) for one in found[:MANY]]
