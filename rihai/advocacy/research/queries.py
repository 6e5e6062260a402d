"""Asks: applications, for who makes extracts and for who approves them."""

from __future__ import annotations

from datetime import date
from uuid import UUID

from django.db.models import Count, QuerySet

from rihai.advocacy.research.models import ResearchExtract, ResearchRequest, Standing
from rihai.advocacy.scope import RESEARCH, SIGN
from rihai.kit.actor import Actor


def may_see(actor: Actor) -> bool:
    """Whether the actor has a part in research."""
    return actor.may(RESEARCH) or actor.may(SIGN)


def requests_for(actor: Actor) -> QuerySet[ResearchRequest]:
    """Every application, the newest first."""
    if not may_see(actor):
        return ResearchRequest.objects.none()
    return ResearchRequest.objects.annotate(extracts_made=Count("extracts", distinct=True))


def request_seen(pk: UUID, *, actor: Actor) -> ResearchRequest | None:
    """One with its extracts and who fetched them; None for one the actor does not see."""
    return (
        requests_for(actor)
        .filter(pk=pk)
        .prefetch_related("extracts__downloads", "extracts__file", "extracts__links")
        .first()
    )


def extract_seen(pk: UUID, *, actor: Actor) -> ResearchExtract | None:
    """An extract of a request that the actor sees; None where there is none."""
    rows = ResearchExtract.objects.filter(request__in=requests_for(actor).values("pk"), pk=pk)
    return rows.select_related("request").first()


def to_decide(actor: Actor) -> QuerySet[ResearchRequest]:
    """Applications that wait for the actor's decision."""
    if not actor.may(SIGN):
        return ResearchRequest.objects.none()
    return ResearchRequest.objects.filter(standing=Standing.ASKED).exclude(asked_by=actor.pk)


def is_open(request: ResearchRequest, on: date) -> bool:
    """Whether extracts may be made and handed over under it on a day."""
    return request.standing == Standing.APPROVED and request.until_on >= on and request.agreed_on is not None
