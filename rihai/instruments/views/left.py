"""What somebody who works here no more left behind, and taking it over."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from rihai.instruments.left import HANDS_OVER, left_behind
from rihai.instruments.models import Stage
from rihai.instruments.operations.left import take_over
from rihai.kit.audit.reads import listed
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of


@needs(HANDS_OVER)
@require_GET
def left(request: HttpRequest) -> HttpResponse:
    """The answers that wait for nobody."""
    rows = left_behind(actor_of(request))
    listed(request, "instruments.left", len(rows), {})
    return render(request, "instruments/left.html", {"rows": rows, "page_class": "ordinary"})


@needs(HANDS_OVER)
@require_POST
def take(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take one over."""
    kept = take_over(received_id=pk, actor=actor_of(request), at=timezone.now())
    if kept.stage == Stage.GIVEN:
        messages.success(request, _("It is given: its code said about whom it is."))
        return redirect("instruments:left")
    messages.success(request, _("It waits for you now."))
    return redirect("instruments:received", kept.pk)
