"""The list of people, and the differences between us and the prisons that wait to be decided."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_POST

from rihai.errors import NotFound
from rihai.kit.audit.reads import listed
from rihai.kit.gate import needs
from rihai.people.forms import NarrowForm
from rihai.people.operations import decide_difference
from rihai.people.queries.differences import to_decide
from rihai.people.queries.people import list_people
from rihai.people.shown.rows import row_of
from rihai.people.views.asked import actor_of, places_of, uuid_in


@needs("people.see")
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """The people the reader sees, by name, a page at a time."""
    form = NarrowForm(request.GET, places=places_of(request, served=True))
    filters = form.filters()
    said = form.cleaned_data
    today = timezone.localdate()
    after, before = uuid_in(request, "after"), uuid_in(request, "before")
    found = list_people(filters, actor=actor_of(request), after=after, before=before)
    kept = {"place": filters.place, "status": filters.status, "sex": filters.sex}
    listed(request, "people.list", len(found.people), {name: value for name, value in kept.items() if value})
    context = {
        "form": form,
        "found": found,
        "rows": [row_of(person, today) for person in found.people],
        "is_narrowed": any(kept.values()) or filters.everybody,
        "place": said.get("place"),
        "may_keep": actor_of(request).may("people.keep"),
        **_neighbours(found, {**kept, "all": "on" if filters.everybody else ""}),
    }
    return render(request, "people/index.html", context)


@needs("people.keep")
@require_GET
def differences(request: HttpRequest) -> HttpResponse:
    """Facts of which the newest census says otherwise than we wrote, person by person."""
    rows = to_decide(actor=actor_of(request))
    listed(request, "people.differences", len(rows))
    return render(request, "people/differences.html", {"rows": rows})


@needs("people.keep")
@require_POST
def decide(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Keep ours, or take theirs; then back to where it was asked."""
    keep = request.POST.get("keep")
    if keep not in {"ours", "theirs"}:
        raise Http404(keep)
    try:
        person = decide_difference(
            difference_id=pk, keep_ours=keep == "ours", actor=actor_of(request), at=timezone.now(),
            true_on=timezone.localdate(),
        )  # fmt: skip
    except NotFound as missing:
        raise Http404(str(missing)) from missing
    return (
        redirect("people:person", person.pk) if request.POST.get("on") == "person" else redirect("people:differences")
    )


def _neighbours(found: Any, kept: dict[str, Any]) -> dict[str, str]:
    """The addresses of the pages before and after; they name a person by id, never by name."""
    said = {name: value for name, value in kept.items() if value}
    people = found.people
    earlier = f"?{urlencode({**said, 'before': people[0].pk})}" if people and found.has_earlier else ""
    later = f"?{urlencode({**said, 'after': people[-1].pk})}" if people and found.has_later else ""
    return {"earlier": earlier, "later": later}
