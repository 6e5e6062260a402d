"""Who may be one person: proposals, two records side by side, joining and parting."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from rihai.errors import NotFound, Refused
from rihai.kit.audit.reads import listed, opened
from rihai.kit.gate import needs
from rihai.people.models import LinkDecision, Merge
from rihai.people.operations import decide_link, merge_persons, unmerge_persons
from rihai.people.queries.beside import side_by_side
from rihai.people.queries.duplicates import pair_seen, suggested_duplicates, why_one
from rihai.people.views.asked import actor_of, person_or_404, places_of
from rihai.places.kinds import Kind

SAME = LinkDecision.Verdict.SAME.value


@needs("people.link")
@require_GET
def duplicates(request: HttpRequest) -> HttpResponse:
    """Persons of one place who may be one; whoever is held in a barrack is held in its prison."""
    places = [one for one in places_of(request) if one.kind != Kind.PRISON_UNIT]
    asked = request.GET.get("place", "")
    place = next((one for one in places if str(one.pk) == asked), places[0] if len(places) == 1 else None)
    rows = suggested_duplicates(place.pk, actor=actor_of(request)) if place else []
    if place:
        listed(request, "people.duplicates", len(rows), {"place": place.pk})
    return render(request, "people/duplicates.html", {"places": places, "place": place, "rows": rows})


@needs("people.link")
@require_http_methods(["GET", "POST"])
def pair(request: HttpRequest, pk: UUID, other: UUID) -> HttpResponse:
    """Two records side by side, and what a person says of them."""
    found = pair_seen(pk, other, actor=actor_of(request))
    if found is None:
        raise Http404(str(other))
    if request.method == "POST":
        return _decide(request, pk, other)
    for one in found:
        opened(request, one.pk)
    rows = side_by_side(pk, other, actor=actor_of(request))
    return render(
        request, "people/pair.html", {"one": found[0], "other": found[1], "rows": rows, "why": why_one(pk, other)}
    )


def _decide(request: HttpRequest, one: UUID, other: UUID) -> HttpResponse:
    verdict = request.POST.get("verdict", "")
    actor, now = actor_of(request), timezone.now()
    try:
        if verdict == SAME:
            merge_persons(keep_id=one, gone_id=other, actor=actor, at=now)
            messages.success(request, _("They are one person now. Nothing was lost; it can be undone on this page."))
            return redirect("people:person", one)
        decide_link(one_id=one, other_id=other, verdict=verdict, actor=actor, at=now)
    except NotFound as missing:
        raise Http404(str(missing)) from missing
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("people:pair", one, other)
    messages.success(request, _("It is remembered."))
    return redirect("people:duplicates")


@needs("people.link")
@require_http_methods(["GET", "POST"])
def part(request: HttpRequest, pk: UUID) -> HttpResponse:
    """They were two after all."""
    merge = Merge.objects.filter(pk=pk, undone_at=None).first()
    if merge is None:
        raise Http404(str(pk))
    person = person_or_404(request, merge.kept_id)
    if request.method == "POST":
        try:
            gone = unmerge_persons(merge_id=pk, actor=actor_of(request), at=timezone.now())
        except NotFound as missing:
            raise Http404(str(missing)) from missing
        except Refused as refusal:
            messages.error(request, str(refusal))
            return redirect("people:person", person.pk)
        messages.success(request, _("They are two persons again, each with what was theirs."))
        return redirect("people:person", gone.pk)
    opened(request, person.pk)
    return render(request, "people/part.html", {"merge": merge, "person": person})
