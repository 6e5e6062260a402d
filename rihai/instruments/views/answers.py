"""An answer as it was given, in the words of the form, with every correction beside what stood there before."""

from __future__ import annotations

from itertools import pairwise
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from rihai.errors import NotFound
from rihai.instruments.handling import FILLS, about
from rihai.instruments.openrosa.asked import files_of
from rihai.instruments.queries import answer_seen, answers_in, differences, editions_of
from rihai.instruments.views.reads import shown
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of


@needs(FILLS)
@require_GET
def answer(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One answer, for whoever the room that took it lets see it."""
    actor = actor_of(request)
    found = answer_seen(pk, actor=actor)
    if found is None:
        raise Http404(str(pk))
    given = found.answer
    shown(
        request, person_id=given.person_id, data_class=given.data_class, handler=given.handler, subject=given.subject
    )  # fmt: skip
    try:
        asked = about(found.answer.handler, found.form_id, found.answer.subject, actor=actor)[1]
    except NotFound:
        asked = None
    editions = editions_of(found.answer)
    changes = [(after, differences(before, after)) for before, after in pairwise(editions)]
    context = {
        "found": found,
        "said": answers_in(found.filled),
        "changes": list(reversed(changes)),
        "first": editions[0],
        "about": asked,
        "files": files_of(given),
        "page_class": found.answer.data_class,
    }
    return render(request, "instruments/answer.html", context)
