"""The list of places and the map."""

from __future__ import annotations

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from rihai.kit.audit.reads import listed as say_listed
from rihai.kit.gate import signed_in
from rihai.kit.views.asked import actor_of
from rihai.places.forms import NarrowForm
from rihai.places.kinds import ADDED, Kind
from rihai.places.mapping import MEASURES, map_page
from rihai.places.models import Place
from rihai.places.queries import Figures, ProvinceRow, listed, places_for, provinces

COLUMNS = (Kind.PRISON, Kind.COURT, Kind.POLICE_STATION, Kind.LOCK_UP, Kind.SHELTER_HOME, Kind.PARTNER_BODY)
LARGEST_KEY = 9  # digits of a key that any database holds


@signed_in
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Every place, by province and in a list that can be narrowed."""
    actor, by_province = actor_of(request), provinces()
    form = NarrowForm(request.GET or None, provinces=[row.place for row in by_province])
    asked = form.cleaned_data if form.is_bound and form.is_valid() else {}
    is_narrowed = any(asked.get(name) for name in ("q", "kind", "province"))
    province = next((row.place for row in by_province if row.place.pk == asked.get("province")), None)
    kind = asked.get("kind", "") if is_narrowed else Kind.PRISON
    found = listed(places_for(words=asked.get("q", ""), kind=kind, within=province), after=_after(request))
    say_listed(request, "places.places", len(found.rows), {"kind": kind, "province": asked.get("province")})
    return render(
        request,
        "places/index.html",
        {
            "form": form, "found": found, "is_narrowed": is_narrowed, "kind": Kind(kind).label if kind else "",
            "provinces": by_province, "table": None if is_narrowed else _table(by_province), "columns": COLUMNS,
            "later": _later(request, found.after), "export_query": _export_query(kind, asked.get("province")),
            "may_edit": actor.may("places.edit"), "may_export": actor.may("exports.make"),
        },
    )  # fmt: skip


@signed_in
@require_safe
def district_map(request: HttpRequest) -> HttpResponse:
    """The district map, with its table beside it."""
    asked = request.GET.get("of", "prisons")
    page = map_page("occupancy" if asked == "occupancy" else "prisons")
    return render(request, "places/map.html", {"page": page, "measures": MEASURES.items()})


@signed_in
@require_safe
def kinds(request: HttpRequest) -> HttpResponse:
    """Which kind of place to add."""
    within = request.GET.get("within", "")
    query = f"?within={within}" if within.isascii() and within.isdigit() else ""
    return render(request, "places/kinds.html", {"kinds": ADDED, "query": query})


def _table(by_province: list[ProvinceRow]) -> list[tuple[Place, list[tuple[str, int]], Figures]]:
    return [(row.place, [(kind.value, row.counts[kind.value]) for kind in COLUMNS], row.figures) for row in by_province]


def _after(request: HttpRequest) -> int | None:
    text = request.GET.get("after", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LARGEST_KEY else None


def _export_query(kind: str, province: int | None) -> str:
    return f"?{urlencode({'kind': kind, 'province': province or ''})}"


def _later(request: HttpRequest, after: int | None) -> str:
    kept = {name: request.GET[name] for name in ("q", "kind", "province") if request.GET.get(name)}
    return f"?{urlencode({**kept, 'after': after})}" if after else ""
