"""The pages of delay by cause, and of measures other than prison: figures of the office at the reader's places."""

from __future__ import annotations

from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from rihai.coordination.delay import shown
from rihai.coordination.delay.hearings import delay_at
from rihai.coordination.delay.instead import in_the_way, instead_at
from rihai.coordination.delay.late import late_at
from rihai.coordination.delay.offices import offices_at
from rihai.coordination.delay.span import span_of
from rihai.coordination.pages import place_asked
from rihai.coordination.scope import READ, is_everywhere
from rihai.kit.audit.reads import listed
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of
from rihai.screening.law.packs import law_on


def _span(request: HttpRequest) -> tuple[date, date]:
    """The days asked for, the last included; the half year until today where nothing sensible is asked."""
    return span_of(request.GET, timezone.localdate())


@needs(READ)
@require_GET
def delay(request: HttpRequest) -> HttpResponse:
    """Why hearings went no further, and which clocks of the law have run out."""
    place, places = place_asked(request, READ)
    first, last = _span(request)
    today, key = timezone.localdate(), place.pk if place else None
    if place is None and not is_everywhere(actor_of(request), READ):
        about = {"page_class": "ordinary", "title": _("Delay by cause")}
        return render(request, "coordination/delay/nowhere.html", about)
    found = delay_at(key, first, last + timedelta(days=1))
    late = late_at(key, today)
    listed(request, "coordination.delay", found.hearings, {"place": key or "", "first": first, "last": last})
    context = {
        "place": place, "places": places, "first": first, "last": last, "found": found, "late": late,
        "whole": is_everywhere(actor_of(request), READ), "chart": shown.causes_chart(found),
        "tables": [
            shown.rows_table(_("By cause"), _("Cause"), found.by_cause, shown.cause_text),
            shown.rows_table(_("By whose act"), _("By whose act"), found.by_act, shown.act_text),
            shown.absent_table(found.not_produced),
            shown.listed_table(_("By court"), _("Court"), found.by_court, {row.key: row.key for row in found.by_court}),
            shown.listed_table(_("By prison"), _("Prison"), found.by_prison, shown.prison_names(found.by_prison)),
        ],
        "late_table": shown.late_table(late, law_on(today), get_language() or "en"), "page_class": "ordinary",
        "may_export": actor_of(request).may("exports.make"),
    }  # fmt: skip
    return render(request, "coordination/delay/delay.html", context)


@needs(READ)
@require_GET
def instead(request: HttpRequest) -> HttpResponse:
    """Measures other than prison: possible today, used in the period, and what stood in the way."""
    place, places = place_asked(request, READ)
    first, last = _span(request)
    if place is None and not is_everywhere(actor_of(request), READ):
        about = {"page_class": "ordinary", "title": _("Measures other than prison")}
        return render(request, "coordination/delay/nowhere.html", about)
    key, end = place.pk if place else None, last + timedelta(days=1)
    rows = instead_at(key, first, end)
    listed(request, "coordination.measures", len(rows), {"place": key or "", "first": first, "last": last})
    context = {
        "place": place, "places": places, "first": first, "last": last, "table": shown.instead_table(rows),
        "whole": is_everywhere(actor_of(request), READ), "obstacles": in_the_way(key, first, end),
        "offices": offices_at(key), "page_class": "ordinary",
        "may_export": actor_of(request).may("exports.make"),
    }  # fmt: skip
    return render(request, "coordination/delay/instead.html", context)
