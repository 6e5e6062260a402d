"""Who came on a day: one tap each on a phone, saved as one goes; without script one form."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
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
from rihai.training.pages import act_page, one_of, who
from rihai.training.reach import KEEP
from rihai.training.sessions.forms import CorrectForm
from rihai.training.sessions.models import Came, Enrolment, SessionDay, SessionState
from rihai.training.sessions.operations.attending import mark_day
from rihai.training.sessions.operations.correcting import Restated, correct_day
from rihai.training.sessions.operations.planning import OPEN
from rihai.training.sessions.queries import corrected, days_told, sheet
from rihai.training.sessions.views.sessions import crumbs

Rows = list[tuple[Enrolment, str]]


@needs(KEEP)
@never_cache
@require_http_methods(["GET", "POST"])
def attendance(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The sheet of a day. A page with script posts `mark`s and is answered with the keys that are kept."""
    day = one_of(days_told(actor_of(request)), pk)
    rows = sheet(day)
    if request.method == "POST":
        return _kept(request, day, rows)
    listed(request, "training.attendance", len(rows), {"day": str(pk)})
    context = {
        "day": day, "one": day.session, "rows": rows, "codes": Came.choices, "crumbs": crumbs(day.session),
        "came": sum(said == Came.PRESENT for _row, said in rows), "page_class": "personal",
        "may": day.session.state in OPEN and day.on <= timezone.localdate(),
        "is_finished": day.session.state == SessionState.FINISHED, "corrected": list(corrected(day)),
        "unsaved": _("%(n)s not saved yet. They stay on this phone and are sent when the signal is back."),
    }  # fmt: skip
    return render(request, "training/sessions/attendance.html", context)


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def correct(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Correct who came on a day of a finished session, with a reason; what follows from it is said."""
    day = one_of(days_told(actor_of(request)), pk)
    rows = sheet(day)
    form = CorrectForm(request.POST or None, rows=rows, corrections=corrected(day).count())
    if request.method == "GET":
        listed(request, "training.attendance", len(rows), {"day": str(pk)})
    return act_page(
        request, form, title=_("Correct who came"), word=_("Correct it"), page_class="personal",
        crumbs=[*crumbs(day.session), (reverse("training:attendance", args=[pk]), _("Who came"))],
        act=lambda: correct_day(
            day_id=pk, version=form.record_version, marks=form.marks(), because=form.cleaned_data["because"],
            **who(request),
        ),
        to=lambda _made: reverse("training:session", args=[day.session_id]), says=_restated,
        standfirst=_(
            "Who finished is reckoned anew. A certificate that stands no more is withdrawn, and its code says so;"
            " whoever finished after all is given theirs."
        ),
    )  # fmt: skip


def _restated(made: Restated) -> str:
    """What a correction changed, in words."""
    said = [ngettext("%(n)d mark was corrected.", "%(n)d marks were corrected.", made.marks) % {"n": made.marks}]
    if made.undone:
        says = ngettext("%(n)d person did not finish after all.", "%(n)d people did not finish after all.", made.undone)
        said.append(says % {"n": made.undone})
    if made.withdrawn:
        says = ngettext("%(n)d certificate is withdrawn.", "%(n)d certificates are withdrawn.", made.withdrawn)
        said.append(says % {"n": made.withdrawn})
    if made.finished:
        says = ngettext("%(n)d person finished after all.", "%(n)d people finished after all.", made.finished)
        said.append(says % {"n": made.finished})
    return " ".join(said)


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
