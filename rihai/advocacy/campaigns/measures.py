"""What is counted of campaigns: events, whom they reached (counted and estimated apart), what media brought."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import F, Q, QuerySet, UUIDField, Value
from django.utils.translation import gettext_lazy as _

from rihai.advocacy.campaigns.models import CampaignEvent, MediaItem, ReachMethod
from rihai.advocacy.campaigns.queries import campaigns_for, events_for
from rihai.kit.actor import Actor
from rihai.kit.offers import Measure

NOBODY = Value(None, output_field=UUIDField(null=True))


def _rows(rows: QuerySet[CampaignEvent], first: date, end: date) -> Any:
    found = rows.select_related(None).order_by().filter(on__gte=first, on__lt=end)
    return found.annotate(person_id=NOBODY).values("on", "person_id", "place_id", "reach", "kind")


def _reached(actor: Actor, first: date, end: date, methods: Q) -> Any:
    return _rows(events_for(actor).filter(methods), first, end)


def events(actor: Actor, first: date, end: date) -> Any:
    """Events of campaigns by their day."""
    return _rows(events_for(actor), first, end)


def counted(actor: Actor, first: date, end: date) -> Any:
    """Events whose reach was counted one by one."""
    return _reached(actor, first, end, Q(method=ReachMethod.COUNTED))


def estimated(actor: Actor, first: date, end: date) -> Any:
    """Events whose reach is less than a count."""
    return _reached(actor, first, end, Q(method__in=[ReachMethod.ESTIMATED, ReachMethod.AT_LEAST]))


def media(actor: Actor, first: date, end: date) -> Any:
    """What media brought, by its day."""
    mine = campaigns_for(actor).order_by().values("pk")
    found = MediaItem.objects.filter(campaign__in=mine, on__gte=first, on__lt=end).order_by()
    found_at = found.annotate(person_id=NOBODY, place_id=F("campaign__place_id"))
    return found_at.values("on", "person_id", "place_id", "tone")


MEASURES = (
    Measure(
        code="advocacy.events", title=_("Events of campaigns"), unit="acts", counted=events, by=("kind",),
        definition=_("Events of campaigns by the day on which they took place."),
        includes=_("also those of which nobody counted who came"),
        excludes=_("what was planned and did not take place"),
    ),
    Measure(
        code="advocacy.reach_counted", title=_("People at events of campaigns, counted at each"), unit="reach",
        counted=counted, amount="reach", by=("kind",),
        definition=_("The sum of the people counted one by one at events of campaigns."),
        includes=_("somebody who came twice, twice"), excludes=_("every number that was estimated"),
    ),
    Measure(
        code="advocacy.reach_estimated", title=_("People reached by campaigns, estimated"), unit="reach",
        counted=estimated, amount="reach", by=("kind",), mark="estimated",
        definition=_("The sum of what was estimated, or known at least, of whom events of campaigns reached."),
        includes=_("listeners, readers and viewers as the source of each number states them"),
        excludes=_("people counted one by one; it is never added to people served"),
    ),
    Measure(
        code="advocacy.media", title=_("Media items on campaigns"), unit="acts", counted=media, by=("tone",),
        definition=_("What newspapers, stations and sites brought of campaigns, by its day."),
        includes=_("also what speaks against it"), excludes=_("what the office published itself"),
    ),
)  # fmt: skip
