"""How much was asked of the line in a quarter of the year, of what, and how soon it was answered."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET

from rihai.helpline.volumes.queries import ABOVE, VOLUMES, volumes
from rihai.kit.audit.reads import listed
from rihai.kit.gate import needs
from rihai.kit.templatetags.kit import day as day_text
from rihai.kit.views.asked import actor_of

QUARTERS = 8
MINUTE = timedelta(minutes=1)


@needs(VOLUMES)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """One quarter. Who does not stand above the line reads those that have ended alone: a number that grows day by day
    tells of each who came."""
    actor, today = actor_of(request), timezone.localdate()
    known = quarters(today, running=actor.may(ABOVE))
    asked = request.GET.get("from", "")
    first, end = next((one for one in known if one[0].isoformat() == asked), known[0])
    found = volumes(actor, first=first, end=end)
    if found is None:
        raise Http404
    listed(request, "helpline.volumes", 1, {"from": first.isoformat()})
    return render(request, "helpline/volumes/index.html", {
        "found": found, "first": first, "last": end - timedelta(days=1), "is_running": end > today,
        "levels": [(one, length(one.median)) for one in found.levels],
        "known": [(one, _("quarter from %(day)s") % {"day": day_text(one)}) for one, _end in known],
    })  # fmt: skip


def quarters(today: date, *, running: bool) -> list[tuple[date, date]]:
    """The quarters of the calendar, first day and the day after the last, the newest first."""
    end = date(today.year, (today.month - 1) // 3 * 3 + 1, 1)
    found = [(end, _months_on(end, 3))] if running else []
    while len(found) < QUARTERS:
        first = _months_on(end, -3)
        found.append((first, end))
        end = first
    return found


def _months_on(day: date, months: int) -> date:
    month = day.month - 1 + months
    return date(day.year + month // 12, month % 12 + 1, 1)


def length(time: Any) -> str:
    """A time in words; empty for none."""
    if time is None:
        return ""
    minutes = round(time / MINUTE)
    if minutes < 120:
        return ngettext("%(n)s minute", "%(n)s minutes", minutes) % {"n": minutes}
    hours = round(minutes / 60)
    if hours < 48:
        return ngettext("%(n)s hour", "%(n)s hours", hours) % {"n": hours}
    return ngettext("%(n)s day", "%(n)s days", round(hours / 24)) % {"n": round(hours / 24)}
