"""The monthly list that prisons sign."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of
from rihai.legal.papers.monthly import prisons
from rihai.legal.papers.views.asked import page


@needs("exports.make")
@require_GET
def monthly(request: HttpRequest) -> HttpResponse:
    """Each prison with its list of Rule 395, as Excel or PDF."""
    return page(request, "monthly", prisons=prisons(actor_of(request)))
