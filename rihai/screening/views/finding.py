"""One finding laid open."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from rihai.kit.audit.reads import opened
from rihai.kit.gate import needs
from rihai.people.views.asked import actor_of
from rihai.screening.law.packs import law_on
from rihai.screening.queries.standing import finding_seen
from rihai.screening.shown.explained import explained
from rihai.screening.shown.rows import rows_of
from rihai.screening.shown.work import with_work


@needs("people.see")
@require_GET
def finding(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Each condition with how it stands, its facts and sources; who may not see its class finds nothing."""
    actor, today = actor_of(request), timezone.localdate()
    found = finding_seen(pk, actor=actor)
    if found is None:
        raise Http404(str(pk))
    law = law_on(today)
    opened(request, found.person_id)
    (row,) = with_work(rows_of([found], law, today), actor=actor, on=today)
    context = {
        "finding": found,
        "person": found.person,
        "shown": explained(found, actor=actor, law=law),
        "row": row,
        "word": row.word,
        "lost": row.lost,
        "page_class": found.data_class,
    }
    return render(request, "screening/finding.html", context)
