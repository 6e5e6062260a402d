"""What the pages of papers have in common: finding what an address names, answering a refusal beside the form."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from rihai.kit.audit.reads import opened
from rihai.kit.views.asked import actor_of
from rihai.legal.papers.queries.packs import SeenPack, pack_seen
from rihai.legal.papers.queries.petitions import Standing, petition_seen, standing

PETITIONS, SHARES = "legal.matters", "legal.share"
"""Petitions are privileged, for lawyers; packs are made by whoever may share."""


def petition_or_404(request: HttpRequest, pk: UUID) -> Standing:
    """A petition and how it stands; what may not be seen is answered as if there were none."""
    actor = actor_of(request)
    petition = petition_seen(pk, actor=actor)
    found = standing(petition, actor=actor, on=timezone.localdate()) if petition else None
    if found is None:
        raise Http404(str(pk))
    opened(request, found.petition.person_id)
    return found


def pack_or_404(request: HttpRequest, pk: UUID) -> SeenPack:
    """A pack with the people in it whom the actor sees."""
    found = pack_seen(pk, actor=actor_of(request), at=timezone.now())
    if found is None:
        raise Http404(str(pk))
    return found


def page(request: HttpRequest, template: str, form: BaseForm | None = None, **context: Any) -> HttpResponse:
    """A page, with its form where it has one: 409 when the act was refused, 400 when something written was wrong."""
    status = 200
    if form is not None and form.is_bound and form.errors:
        status = 409 if form.non_field_errors() and len(form.errors) == 1 else 400
    return render(request, f"legal/papers/{template}.html", {"form": form, **context}, status=status)


def uuids(values: list[str]) -> list[UUID]:
    """The ids among what an address or a form says; what is none is left out."""
    found = []
    for one in values:
        try:
            found.append(UUID(one))
        except ValueError:
            continue
    return list(dict.fromkeys(found))
