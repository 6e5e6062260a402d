"""Who came: one tap each on a phone, saved as one goes; without script one form."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from rihai.casework.cases.capabilities import may_keep
from rihai.casework.services.views.asked import SEES, keeper_of
from rihai.casework.sessions.models import Attendance, Came
from rihai.casework.sessions.operations import mark_attendance
from rihai.casework.sessions.queries.sessions import sheet
from rihai.casework.sessions.views.sessions import session_seen
from rihai.kit.audit.reads import listed
from rihai.kit.came import Mark, marks_in
from rihai.kit.gate import needs
from rihai.kit.ids import new_id


@needs(SEES)
@never_cache
@require_http_methods(["GET", "POST"])
def attendance(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The sheet of a session. A page with script posts `mark`s and is answered with the keys that are kept."""
    actor, found = keeper_of(request), session_seen(request, pk)
    rows = sheet(found, actor=actor)
    if request.method == "POST":
        now = timezone.now()
        by_script = "mark" in request.POST
        marks = list(marks_in(request.POST.getlist("mark"), now) if by_script else _typed(request, rows, now))
        changed = mark_attendance(session_id=found.pk, marks=marks, actor=actor, at=now)
        if by_script:
            return JsonResponse({"kept": [str(one.key) for one in marks], "changed": changed})
        said = ngettext("%(n)d row was saved.", "%(n)d rows were saved.", changed) % {"n": changed}
        messages.success(request, said)
        return redirect("casework:session", found.pk)
    listed(request, "casework.attendance", len(rows), {"session": str(pk)})
    context = {
        "session": found, "rows": rows, "codes": Came.choices, "came": sum(one.came == Came.PRESENT for one in rows),
        "may_keep": may_keep(actor, found.data_class), "page_class": found.data_class,
        "unsaved": _("%(n)s not saved yet. They stay on this phone and are sent when the signal is back."),
    }  # fmt: skip
    return render(request, "casework/sessions/attendance.html", context)


def _typed(request: HttpRequest, rows: list[Attendance], now: datetime) -> Iterator[Mark]:
    """What the form says without script; with the button "all present", whoever is not marked is present."""
    everybody = "all" in request.POST
    for row in rows:
        came = request.POST.get(f"came-{row.pk}", "") or (Came.PRESENT if everybody else "")
        if came and came != row.came:
            yield Mark(row.pk, came, new_id(), now)
