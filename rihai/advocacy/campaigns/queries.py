"""Campaigns as whoever reads here sees them; they name nobody."""

from __future__ import annotations

from uuid import UUID

from django.db.models import Count, Q, QuerySet, Sum
from django.utils.translation import gettext as _

from rihai.advocacy.campaigns.models import Campaign, CampaignEvent, ReachMethod
from rihai.advocacy.errors import NotThere
from rihai.advocacy.scope import KEEP, READ
from rihai.kit.actor import Actor


def campaigns_for(actor: Actor, capability: str = READ) -> QuerySet[Campaign]:
    """Every campaign, the newest first."""
    if not actor.may(capability):
        return Campaign.objects.none()
    return Campaign.objects.select_related("place")


def with_sums(rows: QuerySet[Campaign]) -> QuerySet[Campaign]:
    """Each with how many events it had, and whom they reached: counted and estimated stay apart."""
    counted = Q(events__method=ReachMethod.COUNTED)
    guessed = Q(events__method__in=[ReachMethod.ESTIMATED, ReachMethod.AT_LEAST])
    return rows.annotate(
        n_events=Count("events"), counted=Sum("events__reach", filter=counted),
        estimated=Sum("events__reach", filter=guessed),
    )  # fmt: skip


def campaign_for(pk: UUID, *, actor: Actor) -> Campaign:
    """One of them, to be acted on. Raises NotThere."""
    found = campaigns_for(actor, KEEP).select_for_update(of=("self",)).filter(pk=pk).first()
    if found is None:
        raise NotThere(_("There is no such campaign."))
    return found


def events_for(actor: Actor, capability: str = READ) -> QuerySet[CampaignEvent]:
    """Their events."""
    mine = campaigns_for(actor, capability).order_by().values("pk")
    return CampaignEvent.objects.filter(campaign__in=mine).select_related("campaign", "place")
