"""Decisions and actions as the actor sees them: one about a person is there for who sees that person, else nowhere."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from rihai.coordination.agenda.queries import visible
from rihai.coordination.decisions.models import Action, ActionState, Decision
from rihai.coordination.reach import of_bodies
from rihai.kit.actor import Actor
from rihai.kit.due import overdue, waiting


def decisions_for(actor: Actor) -> QuerySet[Decision]:
    """The decisions of the bodies the actor sees."""
    found = Decision.objects.filter(visible(actor), of_bodies(actor, "meeting__body"))
    return found.select_related("person", "item", "meeting__body")


def actions_for(actor: Actor) -> QuerySet[Action]:
    """The actions of the bodies the actor sees, those due first at the top."""
    found = Action.objects.filter(visible(actor), of_bodies(actor))
    return found.select_related("person", "post", "body", "decision__meeting", "file")


def action_seen(pk: UUID, *, actor: Actor) -> Action | None:
    """One action; None for one the actor does not see."""
    return actions_for(actor).filter(pk=pk).first()


def open_actions(actor: Actor) -> QuerySet[Action]:
    """Those that are still asked."""
    return waiting(actions_for(actor)).filter(state=ActionState.OPEN)


def late_actions(actor: Actor, on: date) -> QuerySet[Action]:
    """Those whose day has passed."""
    return overdue(actions_for(actor), on).filter(state=ActionState.OPEN)


def own_actions(account_id: UUID, posts: list[UUID]) -> QuerySet[Action]:
    """The open actions of an account or of the posts it holds; for members asked by the house."""
    mine = Q(owner_id=account_id) | Q(post__in=posts)
    return waiting(Action.objects.filter(mine, state=ActionState.OPEN)).select_related("body", "post", "decision__item")
