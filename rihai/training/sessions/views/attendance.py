"""Who came on a day: one tap each on a phone, saved as one goes; without script one form."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from rihai.errors import NotFound, Refused
from rihai.kit.audit.reads import listed
from rihai.kit.came import Mark, marks_in
from rihai.kit.gate import needs
from rihai.kit.ids import new_id
from rihai.kit.views.asked import actor_of
from rihai.training.pages import one_of
from rihai.training.reach import KEEP, told_sessions
from rihai.training.sessions.models import Came, Enrolment, SessionDay
from rihai.training.sessions.operations.attending import mark_day
from rihai.training.sessions.operations.planning import OPEN
from rihai.training.sessions.queries import sheet
from rihai.training.sessions.views.sessions import crumbs

Rows = list[tuple[Enrolment, str]]


@needs(KEEP)
@never_cache
@require_http_methods(["GET", "POST"])
def attendance(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The sheet of a day. A page with script posts `mark`s and is answered with the keys that are kept."""
    mine = SessionDay.objects.filter(session__in=told_sessions(actor_of(request)).values("pk"))
    day = one_of(mine.select_related("session__curriculum__course", "session__place"), pk)
    rows = sheet(day)
    if request.method == "POST":
        return _kept(request, day, rows)
    listed(request, "training.attendance", len(rows), {"day": str(pk)})
    context = {
        "day": day, "one": day.session, "rows": rows, "codes": Came.choices, "crumbs": crumbs(day.session),
        "came": sum(said == Came.PRESENT for _row, said in rows), "page_class": "personal",
        "may": day.session.state in OPEN and day.on <= timezone.localdate(),
        "unsaved": _("%(n)s not saved yet. They stay on this phone and are sent when the signal is back."),
    }  # fmt: skip
    return render(request, "training/sessions/attendance.html", context)


def _kept(request: HttpRequest, day: SessionDay, rows: Rows) -> HttpResponse:
    now, by_script = timezone.now(), "mark" in request.POST
    marks = list(marks_in(request.POST.getlist("mark"), now) if by_script else _typed(request, rows, now))
    try:
        changed = mark_day(day_id=day.pk, marks=marks, actor=actor_of(request), at=now)
    except NotFound as missing:
        raise Http404(str(missing)) from missing
    except Refused as refusal:
        if by_script:
            return JsonResponse({"refused": str(refusal)}, status=409)
        messages.warning(request, str(refusal))
        return redirect("training:attendance", day.pk)
    if by_script:
        return JsonResponse({"kept": [str(one.key) for one in marks], "changed": changed})
    says = ngettext("%(n)d row was saved.", "%(n)d rows were saved.", changed) % {"n": changed}
    messages.success(request, says)
    return redirect("training:session", day.session_id)


def _typed(request: HttpRequest, rows: Rows, now: datetime) -> Iterator[Mark]:
    """What the form says without script; with the button "all present", whoever is not marked is present."""
    everybody = "all" in request.POST
    for row, stands in rows:
        came = request.POST.get(f"came-{row.pk}", "") or (Came.PRESENT if everybody else "")
        if came and came != stands:
            yield Mark(row.pk, came, new_id(), now)
