"""What families read: how to find a prison, and the page of one; light, without scripts, without an account."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from rihai.helpline.public import light, light_page
from rihai.helpline.urgent.dialled import pieces
from rihai.helpline.urgent.queries import directory, prison_of, rows_of, said_of
from rihai.kit.gate import public
from rihai.places.queries.place import places_within


@public
@light
@require_safe
def prisons(request: HttpRequest) -> HttpResponse:
    """Every prison, by province and district."""
    return light_page(request, "helpline/urgent/directory.html", {"provinces": directory()})


@public
@light
@require_safe
def prison(request: HttpRequest, pk: int) -> HttpResponse:
    """One prison: what is known of visits, of what may be brought, of whom to ask; each with the day it was checked."""
    found = prison_of(pk)
    if found is None:
        raise Http404
    language = get_language() or "en"
    rows = rows_of(found, on=timezone.localdate())
    shown = [
        (row, text, spoken, pieces(text) if row.is_numbered else [])
        for row in rows
        if row.fact is not None
        for text, spoken in (row.fact.text(language),)
    ]
    return light_page(request, "helpline/urgent/prison.html", {
        "prison": found, "above": [one for one in places_within([pk])[pk] if one.kind in {"district", "province"}],
        "rows": shown, "missing": [row.topic for row in rows if row.fact is None], "said": said_of(rows),
        "old": sum(row.is_old for row in rows), "language": language,
    })  # fmt: skip
