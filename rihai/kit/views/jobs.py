"""The page of a job: how far it is, true also after a reload, a restart, or the death of its worker."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from rihai.kit.gate import signed_in
from rihai.kit.jobs.queries import job_asked_for_by
from rihai.kit.jobs.run import job_kind, silent_after
from rihai.kit.views.asked import actor_of

STOP_ASKING = 286
"""The status at which htmx ends its polling."""


@signed_in
@require_safe
@never_cache
def job(request: HttpRequest, job_id: UUID) -> HttpResponse:
    """The whole page, or to htmx its state alone. Only who asked for the work sees it."""
    found = job_asked_for_by(actor_of(request), job_id)
    kind = job_kind(found.kind)
    shown = {
        "job": found,
        "title": kind.title,
        "problem": _(found.problem) if found.problem else "",
        "is_silent": found.state == "running" and found.beat_at < timezone.now() - silent_after(found.kind),
        "link": kind.link(found) if kind.link and found.state == "done" else None,
    }
    if request.headers.get("HX-Request"):
        return render(request, "kit/job_state.html", shown, status=STOP_ASKING if found.is_over else 200)
    return render(request, "kit/job.html", shown)
