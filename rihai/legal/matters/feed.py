"""Hearings as an iCalendar feed (RFC 5545) with no personal data in it: the matter's code, the court, the hour.

A calendar on a telephone goes through somebody else's machine. So no name, no case of a court, no purpose and no note
stands here; whoever reads it over a shoulder learns that somebody has a case before a court.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from rihai.legal.matters.models import HearingOutcome, MatterHearing

if TYPE_CHECKING:
    from icalendar import Event

PRODUCT = "-//Rihai//Hearings//EN"
LASTS = timedelta(hours=1)
"""How long a hearing with an hour is shown to take; nobody knows it beforehand."""
FRESH = timedelta(hours=1)


def calendar(hearings: Iterable[MatterHearing]) -> bytes:
    """The feed of these hearings, whose court and matter were fetched with them.

    Days without an hour are all-day events; hours are given in UTC, which Pakistan has no summer time to confuse. No
    METHOD: RFC 5546 asks whoever publishes by one to name an organiser. Where nothing is listed the time zone stands
    alone, since a calendar of RFC 5545 holds at least one component.
    """
    from icalendar import Calendar, Timezone

    feed = Calendar()
    feed.add("prodid", PRODUCT)
    feed.add("version", "2.0")
    feed.add("x-wr-calname", _("Hearings"))
    feed.add("refresh-interval", FRESH, parameters={"value": "DURATION"})
    for one in hearings:
        feed.add_component(_event(one))
    if not feed.subcomponents:
        zone = Timezone.from_tzid(settings.TIME_ZONE)
        zone.pop("comment", None)  # the library's word of itself, which no time zone may hold (3.6.5)
        feed.add_component(zone)
    written: bytes = feed.to_ical()
    return written


def _event(hearing: MatterHearing) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", f"{hearing.pk}@{settings.SITE.split('//')[-1].split(':')[0]}")
    event.add("dtstamp", hearing.changed_at.astimezone(UTC))
    event.add("last-modified", hearing.changed_at.astimezone(UTC))
    event.add("sequence", hearing.version - 1)
    event.add("summary", hearing.matter.code)
    event.add("location", hearing.court_text)
    event.add("class", "PRIVATE")
    event.add("status", "CANCELLED" if hearing.outcome == HearingOutcome.VACATED else "CONFIRMED")
    if hearing.listed_at is None:
        event.add("dtstart", hearing.listed_on)
        event.add("dtend", hearing.listed_on + timedelta(days=1))
        event.add("transp", "TRANSPARENT")
    else:
        start = timezone.make_aware(datetime.combine(hearing.listed_on, hearing.listed_at)).astimezone(UTC)
        event.add("dtstart", start)
        event.add("dtend", start + LASTS)
    return event
