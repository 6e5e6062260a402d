"""Policy issues as whoever reads here sees them; they name nobody."""

from __future__ import annotations

from uuid import UUID

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from rihai.advocacy.errors import NotThere
from rihai.advocacy.issues.models import Issue
from rihai.advocacy.scope import KEEP, READ
from rihai.kit.actor import Actor
from rihai.legal.matters.models import PublicFacts
from rihai.legal.matters.queries.public import public_cases


def issues_for(actor: Actor, capability: str = READ) -> QuerySet[Issue]:
    """Every policy issue."""
    return Issue.objects.all() if actor.may(capability) else Issue.objects.none()


def issue_for(pk: UUID, *, actor: Actor) -> Issue:
    """One of them, to be acted on: locked until the act is done. Raises NotThere."""
    found = issues_for(actor, KEEP).select_for_update().filter(pk=pk).first()
    if found is None:
        raise NotThere(_("There is no such policy issue."))
    return found


def cases_to_link(issue: Issue) -> QuerySet[PublicFacts]:
    """The public facts of cases brought for many that are not linked yet: what legal lets everybody here know."""
    return public_cases().exclude(pk__in=issue.cases.values("facts_id"))
