"""The desk of the line: what waits, one request with all that was done, and its sheet, saved as one types."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rihai.errors import Refused
from rihai.helpline.answers.queries import what_is_read
from rihai.helpline.calls.queries import calls_waiting
from rihai.helpline.handing.queries import handed_of
from rihai.helpline.matching.queries import allowed, person_of, was_asked
from rihai.helpline.requests import operations
from rihai.helpline.requests.forms.sheet import BeginForm, FindForm, SheetForm
from rihai.helpline.requests.models import HelpRequest, State, Step
from rihai.helpline.requests.queries import ANSWER, SUPERVISE, find_requests, requests_for, waiting_for
from rihai.helpline.requests.triage import LADDER, PRISONS_WAY, Level, Told
from rihai.helpline.requests.views.asked import request_or_404
from rihai.kit.audit.reads import listed, opened
from rihai.kit.gate import needs, signed_in
from rihai.kit.views.asked import actor_of

PAGE = 60
Line = needs(ANSWER)


def on_the_line(request: HttpRequest) -> bool:
    """Whether the actor answers the line or stands above it."""
    actor = actor_of(request)
    return actor.may(ANSWER) or actor.may(SUPERVISE)


@signed_in
@require_http_methods(["GET", "POST"])
def index(request: HttpRequest) -> HttpResponse:
    """What waits, the gravest first; or what was closed; or what a name or code finds."""
    if not on_the_line(request):
        raise Http404
    actor, now = actor_of(request), timezone.now()
    form = FindForm(request.POST or None)
    tab = "closed" if request.GET.get("tab") == "closed" else "live"
    if request.method == "POST" and form.is_valid():
        rows, tab = find_requests(actor, form.cleaned_data["words"], PAGE), "found"
    elif tab == "closed":
        rows = list(requests_for(actor).filter(state=State.CLOSED).order_by("-closed_at", "-pk")[:PAGE])
    else:
        rows = list(waiting_for(actor)[:PAGE])
    listed(request, "helpline.requests", len(rows), {"tab": tab})
    context = {
        "rows": rows, "tab": tab, "form": form, "now": now, "may_answer": actor.may(ANSWER),
        "is_cut": len(rows) == PAGE, "missed": calls_waiting(actor).count(),
    }  # fmt: skip
    return render(request, "helpline/requests/index.html", context)


@signed_in
@require_safe
def one_request(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One request: what was told, clocks, who was told, whom it is about, what they may read."""
    one, actor, now = request_or_404(request, pk), actor_of(request), timezone.now()
    person = person_of(one, actor=actor)
    if person is not None:
        opened(request, person.pk)
    return render(request, "helpline/requests/request.html", {**_shown(one, actor, now), "person": person})


def _shown(one: HelpRequest, actor: Any, now: Any) -> dict[str, Any]:
    said, steps = one.said, list(one.steps.select_related("by"))
    mine = actor.may(ANSWER) and one.owner_id == actor.pk
    return {
        "one": one, "said": said, "now": now, "clocks": list(one.clocks.all()), "steps": steps, "mine": mine,
        "may_answer": actor.may(ANSWER), "papers": list(one.papers.select_related("stored")),
        "answers": list(one.answers.select_related("made_by")), "handed": handed_of(one),
        "read": what_is_read(one, at=now), "next_rung": _next_rung(one, steps),
        "asked": was_asked(one, at=now), "allowed": allowed(one, at=now) if actor.may(ANSWER) else None,
        "is_red": one.level == Level.RED, "beware": any(sign in PRISONS_WAY for sign in said.signs),
        "may_ring": operations.may_ring(one, hour=timezone.localtime(now).hour),
        "may_second": operations.may_be_second(one, actor=actor),
    }  # fmt: skip


def _next_rung(one: HelpRequest, steps: Sequence[Step]) -> Told | None:
    """Whom to ring next, in danger to life: the first of the ladder not rung yet, until one of them is reached."""
    rung = {step.told for step in steps}
    if one.level != Level.RED or any(step.reached and step.told in LADDER for step in steps):
        return None
    return next((one for one in LADDER if one not in rung), None)


@Line
@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    """A call comes: a sheet of its own at once, its clocks begin."""
    form = BeginForm(request.POST)
    way = form.cleaned_data["way"] if form.is_valid() else "call"
    one = operations.begin(way=way, actor=actor_of(request), at=timezone.now())
    return redirect("helpline:sheet", one.pk)


@Line
@require_http_methods(["GET", "POST"])
def sheet(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The sheet; saved whenever a field is left, and by its button. Two who write see each other's difference."""
    one = request_or_404(request, pk)
    form = SheetForm(request.POST or None, record=one)
    by_itself = request.headers.get("HX-Request") == "true"
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                one = operations.write(
                    request_id=one.pk, version=form.record_version, said=form.cleaned_data, actor=actor_of(request),
                    at=timezone.now(),
                )  # fmt: skip
                if not by_itself:
                    return redirect(reverse("helpline:request", args=[one.pk]))
                status = 200
            except Refused as refusal:
                form.add_error(None, str(refusal))
                status = 409
    context = {"one": one, "form": form, "saved": by_itself and status == 200, "is_red": one.level == Level.RED}
    if by_itself:
        return render(request, "helpline/requests/saved.html", context, status=200)
    return render(request, "helpline/requests/sheet.html", {**context, "title": _title(one)}, status=status)


def _title(one: HelpRequest) -> str:
    return _("Call sheet %(code)s") % {"code": one.code_shown}
