"""What the pages of research have in common."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from rihai.advocacy.research.models import ResearchExtract, ResearchRequest
from rihai.advocacy.research.queries import extract_seen, request_seen
from rihai.kit.views.asked import actor_of


def request_or_404(request: HttpRequest, pk: UUID) -> ResearchRequest:
    """The application. Raises Http404."""
    found = request_seen(pk, actor=actor_of(request))
    if found is None:
        raise Http404(str(pk))
    return found


def extract_or_404(request: HttpRequest, pk: UUID) -> ResearchExtract:
    """The extract with its application. Raises Http404."""
    found = extract_seen(pk, actor=actor_of(request))
    if found is None:
        raise Http404(str(pk))
    return found


def to_request(one: ResearchRequest) -> str:
    """The page of an application."""
    return reverse("advocacy:research", args=[one.pk])


def crumbs(one: ResearchRequest | None = None) -> list[tuple[str, str]]:
    """Where a page of an application stands."""
    rows = [(reverse("advocacy:research-index"), _("Research extracts"))]
    return [*rows, (to_request(one), one.researcher)] if one else rows
