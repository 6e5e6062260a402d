"""Pages of the invented persons: a list and one person, as later rooms will write them."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render

from rihai.accounts.asked import Asked
from rihai.accounts.queries import sight_of, who_opened
from rihai.kit.audit.reads import listed, opened
from rihai.kit.gate import signed_in
from tests.walled.queries import health_notes_for, people_for, sealed_notes_for


@signed_in
def index(request: Asked) -> HttpResponse:
    people = list(people_for(request.user))
    listed(request, "test_people.persons", len(people))
    return HttpResponse("\n".join(one.name for one in people), content_type="text/plain; charset=utf-8")


@signed_in
def person(request: Asked, pk: UUID) -> HttpResponse:
    found = people_for(request.user).filter(pk=pk).first()
    if found is None:
        raise Http404
    opened(request, found.pk)
    context = {
        "person": found,
        "sight": sight_of(request.user, found.pk),
        "health": list(health_notes_for(request.user).filter(person=found)),
        "sealed": list(sealed_notes_for(request.user).filter(person=found)),
        "openings": who_opened(found.pk, actor=request.user),
    }
    return render(request, "test_people/person.html", context)
