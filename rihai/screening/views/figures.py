"""At risk, what is missing, and days lost."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from rihai.kit.audit.reads import listed
from rihai.kit.gate import needs
from rihai.law.labels import label
from rihai.people.typed import BY_HAND
from rihai.people.views.asked import actor_of, places_of, uuid_in
from rihai.profile.flags import FLAGS
from rihai.screening.forms import PlaceForm
from rihai.screening.queries.figures import at_risk
from rihai.screening.queries.sums import lacking, settling
from rihai.screening.shown.losses import LOST_BY, LostLine, lost_lines
from rihai.screening.shown.risks import because
from rihai.screening.shown.rows import language
from rihai.screening.shown.work import doubted
from rihai.words import say


@needs("people.see")
@require_GET
def risk(request: HttpRequest) -> HttpResponse:
    """People of groups in need of care, group by group."""
    actor, today = actor_of(request), timezone.localdate()
    form = PlaceForm(request.GET, places=places_of(request))
    asked = request.GET.get("group", "")
    code = asked if asked in FLAGS else next(iter(FLAGS))
    found = at_risk(code, form.place, actor=actor, after=uuid_in(request, "after"))
    listed(request, "screening.at_risk", len(found.rows), {"group": code, "place": form.place or ""})
    group = FLAGS[code]
    context = {
        "form": form,
        "code": code,
        "title": say(group.title, language()),
        "meaning": say(group.meaning, language()),
        "groups": [(key, say(one.title, language()), found.counts.get(key, 0)) for key, one in FLAGS.items()],
        "count": found.counts.get(code, 0),
        "rows": because(found.rows, today),
        "place": form.place or "",
        "later": f"?group={code}&at={form.place or ''}&after={found.later}" if found.later else "",
        "may_export": actor.may("exports.make"),
    }
    return render(request, "screening/risk.html", context)


@needs("people.see")
@require_GET
def missing(request: HttpRequest) -> HttpResponse:
    """Which missing facts would settle most people, and which prison to ask."""
    actor = actor_of(request)
    form = PlaceForm(request.GET, places=places_of(request))
    facts = settling(form.place, actor=actor)
    listed(request, "screening.missing", len(facts), {"place": form.place or ""})
    context = {
        "form": form,
        "facts": [(one.fact if one.fact in BY_HAND else "", label(one.fact, language()), one.people) for one in facts],
        "doubts": [(label(one.fact, language()), one.people) for one in doubted(form.place, actor=actor)],
        "most": max((one.people for one in facts), default=1),
        "places": lacking(actor=actor),
        "may_export": actor.may("exports.make"),
        "may_keep": actor.may("people.keep"),
    }
    return render(request, "screening/missing.html", context)


@needs("people.see")
@require_GET
def lost(request: HttpRequest) -> HttpResponse:
    """Days lost by prison, by cause and by court: met, and arguable; never added up."""
    actor, today = actor_of(request), timezone.localdate()
    form = PlaceForm(request.GET, places=places_of(request))
    by = request.GET.get("by", "")
    by = by if by in LOST_BY else "place"
    rows = lost_lines(by, today, actor=actor, place=form.place)
    listed(request, "screening.days_lost", len(rows), {"by": by, "place": form.place or ""})
    kept = f"&at={form.place}" if form.place else ""
    context = {
        "form": form, "by": by, "rows": rows, "total": _total(rows), "may_export": actor.may("exports.make"),
        "place": form.place or "", "tabs": [(f"?by={key}{kept}", word, key == by) for key, word in LOST_BY.items()],
    }  # fmt: skip
    return render(request, "screening/lost.html", context)


def _total(rows: Sequence[LostLine]) -> dict[str, Any]:
    """All of them; people are counted once by prison, and by cause and court once for each of the two parts."""
    names = ("met_people", "met_days", "open_people", "open_days")
    return {"name": _("In all"), **{name: sum(getattr(row.lost, name) for row in rows) for name in names}}
