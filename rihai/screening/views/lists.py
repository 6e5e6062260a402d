"""Who could go: today, soon, and of whom it cannot be told; and who is still inside although."""

from __future__ import annotations

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from rihai.kit.audit.reads import listed as was_listed
from rihai.kit.counting import total
from rihai.kit.gate import needs
from rihai.people.views.asked import actor_of, places_of, uuid_in
from rihai.screening.forms import KINDS, NarrowForm
from rihai.screening.law.packs import Law, law_on
from rihai.screening.queries.lists import (
    ALERTS,
    INSIDE,
    TABS,
    Asked,
    Listed,
    courts_in,
    listed,
    people_by_clock,
    people_by_tab,
    ranks_in,
    withheld,
)
from rihai.screening.queries.sight import is_everywhere
from rihai.screening.queries.standing import last_screened
from rihai.screening.shown.groups import groups_of
from rihai.screening.shown.rows import clocks_of, language, rows_of
from rihai.screening.shown.work import bulk_for, with_work

LARGEST_KEY = 9
"""Digits of the key of a place that any database holds."""


@needs("people.see")
@require_GET
def who(request: HttpRequest) -> HttpResponse:
    """Who could go, under its tabs."""
    tab = request.GET.get("by", "today")
    actor, today = actor_of(request), timezone.localdate()
    context = _context(request, tab if tab in TABS else "today")
    asked, found = context["asked"], context["found"]
    counts = people_by_tab(asked, actor=actor, today=today)
    groups = groups_of(context["rows"], found.counts, asked, context["law"], today)
    return render(request, "screening/who.html", {**context, **_tabs(asked, counts, context["said"]), "groups": groups})


@needs("people.see")
@require_GET
def inside(request: HttpRequest) -> HttpResponse:
    """Still inside although bail was granted, the sentence is over, the remand has expired …"""
    actor, today = actor_of(request), timezone.localdate()
    context = _context(request, INSIDE)
    counts = people_by_clock(context["asked"], actor=actor, today=today)
    clocks = clocks_of(context["rows"], counts, context["law"], today)
    return render(request, "screening/inside.html", {**context, "clocks": clocks, "count": total(counts.values())})


@needs("people.see")
@require_GET
def alerts(request: HttpRequest) -> HttpResponse:
    """Where the law asks somebody to act at once."""
    context = _context(request, ALERTS)
    groups = groups_of(context["rows"], context["found"].counts, context["asked"], context["law"], timezone.localdate())
    return render(request, "screening/alerts.html", {**context, "groups": groups})


def _context(request: HttpRequest, tab: str) -> dict[str, Any]:
    """What every list shows besides its lines."""
    actor, today = actor_of(request), timezone.localdate()
    law = law_on(today)
    form = _form(request, tab, law, today)
    asked = form.asked(tab, law.ranks)
    found = listed(asked, actor=actor, today=today, after=uuid_in(request, "after"), before=uuid_in(request, "before"))
    said = {name: text for name in form.fields if (text := request.GET.get(name, ""))}
    was_listed(request, f"screening.{tab}", len(found.rows), {**_filters(asked), "kind": asked.kind})
    return {
        "form": form,
        "asked": asked,
        "tab": tab,
        "found": found,
        "rows": with_work(rows_of(found.rows, law, today), actor=actor, on=today),
        "bulk": bulk_for(actor) if found.rows else [],
        "said": said,
        "is_narrowed": bool(said),
        "withheld": withheld(asked, actor=actor, today=today) if not found.has_earlier else [],
        "today": today,
        "law": law,
        "screened": last_screened(actor=actor),
        "kept": urlencode(said),
        "may_export": actor.may("exports.make"),
        "may_keep": actor.may("people.keep"),
        **_neighbours(found, {**said, "by": tab} if tab in TABS else said),
    }


def _form(request: HttpRequest, tab: str, law: Law, today: date) -> NarrowForm:
    actor, asked = actor_of(request), request.GET.get("kind", "")
    kind = asked if asked in dict(KINDS) else "release"
    place = request.GET.get("place", "")
    plain = Asked(tab=tab, kind=kind, place=int(place) if place.isdecimal() and len(place) <= LARGEST_KEY else None)
    provisions = [
        (law.by_rank[rank].id, law.by_rank[rank].title.of(language()))
        for rank in ranks_in(plain, actor=actor, today=today)
        if rank < len(law.by_rank)
    ]
    return NarrowForm(
        request.GET, places=places_of(request), plain=plain, is_wide=is_everywhere(actor), provisions=provisions,
        courts=courts_in(plain, actor=actor, today=today),
    )  # fmt: skip


def _filters(asked: Asked) -> dict[str, Any]:
    """What is written in the trail: ids and codes, never a word somebody typed."""
    told = {
        "place": asked.place, "rank": asked.rank, "sex": asked.sex, "court": "one" if asked.court else "",
        "effect": asked.effect, "lost": asked.lost, "group": asked.group,
    }  # fmt: skip
    return {name: value for name, value in told.items() if value}


def _tabs(asked: Asked, counts: dict[str, int], kept: dict[str, str]) -> dict[str, Any]:
    words = {
        "today": _("Today"), "30": _("30 days"), "60": _("60 days"), "90": _("90 days"),
        "cannot_tell": _("Cannot tell"),
    }  # fmt: skip
    tabs = [(f"?{urlencode({**kept, 'by': tab})}", words[tab], counts[tab], tab == asked.tab) for tab in TABS]
    return {"tabs": tabs, "count": counts[asked.tab]}


def _neighbours(found: Listed, kept: dict[str, str]) -> dict[str, str]:
    earlier = f"?{urlencode({**kept, 'before': found.rows[0].pk})}" if found.rows and found.has_earlier else ""
    later = f"?{urlencode({**kept, 'after': found.rows[-1].pk})}" if found.rows and found.has_later else ""
    return {"earlier": earlier, "later": later}
