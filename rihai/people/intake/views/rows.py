"""The rows of a census with what to mend, and what would change, person by person."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET

from rihai.accounts.queries import sees
from rihai.census.problems import CATALOGUE
from rihai.census.reading import VERDICTS
from rihai.kit.audit.reads import listed
from rihai.kit.gate import needs
from rihai.people.intake.models import ChangeKind, RowProblem
from rihai.people.intake.queries.censuses import MAY, open_rows
from rihai.people.intake.queries.changes import changes_of, shown_changes
from rihai.people.intake.queries.problems import PAGE, rows_seen, shown_rows
from rihai.people.intake.views.asked import census_or_404, links, page_in, paged
from rihai.people.views.asked import actor_of
from rihai.words import say

NEW = "new"


@needs(MAY)
@require_GET
@never_cache
def rows(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The rows of one problem, one verdict, or all of them; a page at a time."""
    census = census_or_404(request, pk)
    found = rows_seen(census, actor_of(request))
    code, verdict = request.GET.get("code", ""), request.GET.get("verdict", "")
    if code in CATALOGUE:
        found = found.filter(number__in=RowProblem.objects.filter(census=census, code=code).values("number"))
    if verdict in VERDICTS:
        found = found.filter(verdict=verdict)
    page = page_in(request)
    part, more = paged(found.order_by("number"), page, PAGE)
    listed(request, "people.census.rows", len(part), {"census": pk, "code": code[:40], "page": page})
    title = say(CATALOGUE[code].meaning, get_language() or "en") if code in CATALOGUE else ""
    context = {
        "census": census, "rows": shown_rows(part), "title_of": title,
        "verdict": verdict if verdict in VERDICTS else "",
        "mend": say(CATALOGUE[code].mend, get_language() or "en") if code in CATALOGUE else "",
    }  # fmt: skip
    return render(request, "people/intake/rows.html", {**context, **links(request, page, more)})


@needs(MAY)
@require_GET
@never_cache
def changes(request: HttpRequest, pk: UUID, kind: str) -> HttpResponse:
    """The people of one kind of change."""
    census = census_or_404(request, pk)
    actor, page = actor_of(request), page_in(request)
    if kind == NEW:
        mine = rows_seen(census, actor).filter(makes_person=True)
        fresh = mine.filter(is_new=True) if not open_rows(census, actor) else mine.exclude(sees(actor), is_new=False)
        part, more = paged(fresh.order_by("number"), page, PAGE)
        context = {"census": census, "rows": shown_rows(part), "kind": NEW}
    elif kind in ChangeKind.values:
        part, more = paged(changes_of(census, kind, actor=actor), page, PAGE)
        shown = shown_changes(census, part, actor=actor)
        context = {"census": census, "changes": shown, "kind": kind, "title_of": ChangeKind(kind).label}
    else:
        raise Http404(kind)
    listed(request, f"people.census.{kind}", len(part), {"census": pk, "page": page})
    is_open = open_rows(census, actor) and census.state == "to_review"
    return render(request, "people/intake/changes.html", {**context, "is_open": is_open, **links(request, page, more)})
