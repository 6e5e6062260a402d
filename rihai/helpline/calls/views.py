"""Missed calls: whom to ring back now, written down by hand or from the exchange's list."""

from __future__ import annotations

from datetime import timedelta
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from rihai.errors import NotFound, Refused
from rihai.helpline.calls import operations
from rihai.helpline.calls.forms import ListForm, MissedForm
from rihai.helpline.calls.listed import Why
from rihai.helpline.calls.operations import Kept, TakenIn
from rihai.helpline.calls.queries import call_seen, calls_waiting
from rihai.helpline.requests.triage import is_safe_at
from rihai.helpline.requests.views.asked import act_page
from rihai.helpline.requests.views.desk import Line
from rihai.kit.audit.reads import listed
from rihai.kit.views.asked import actor_of

PAGE = 60
FORM = require_http_methods(["GET", "POST"])
WHY_NOT = {
    Why.NUMBER: gettext_lazy("no telephone number is in it"),
    Why.MOMENT: gettext_lazy("no day and time are in it"),
    Why.FAR: gettext_lazy("it lies ahead, or more than a month back"),
}


def _crumbs() -> list[tuple[str, str]]:
    return [
        (reverse("helpline:requests"), _("Requests for help")), (reverse("helpline:calls"), _("Missed calls")),
    ]  # fmt: skip


@Line
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Whom to ring back, by the last digits alone."""
    rows = list(calls_waiting(actor_of(request))[:PAGE])
    listed(request, "helpline.calls", len(rows))
    may_ring = is_safe_at((), timezone.localtime().hour)
    return render(request, "helpline/calls/index.html", {"rows": rows, "may_ring": may_ring})


@Line
@FORM
def new(request: HttpRequest) -> HttpResponse:
    """One by hand."""
    form, now = MissedForm(request.POST or None), timezone.now()

    def act() -> object:
        rang_at = now - timedelta(minutes=form.cleaned_data["ago"])
        return operations.write_missed(
            number=form.cleaned_data["number"], rang_at=rang_at, actor=actor_of(request), at=now
        )

    return act_page(
        request, form, act=act, to=reverse("helpline:calls"), title=_("A missed call"), word=_("Keep it"),
        crumbs=_crumbs(), says=_("It stands in the list."),
    )  # fmt: skip


@Line
@FORM
def take_list(request: HttpRequest) -> HttpResponse:
    """The exchange's list."""
    form = ListForm(request.POST or None, request.FILES or None)

    def act() -> object:
        given = form.cleaned_data["calls"]
        taken = operations.take_list(content=given.read(), name=given.name, actor=actor_of(request), at=timezone.now())
        messages.success(request, _in_words(taken))
        for why, lines in taken.wrong.items():
            said = {"why": WHY_NOT[why], "lines": ", ".join(map(str, lines))}
            messages.warning(request, _("Not taken in, %(why)s: line %(lines)s.") % said)
        return taken

    return act_page(
        request, form, act=act, to=reverse("helpline:calls"), title=_("Take in the list of the exchange"),
        word=_("Take it in"), crumbs=_crumbs(),
    )  # fmt: skip


def _in_words(taken: TakenIn) -> str:
    """What became of every line, in one sentence that adds up."""
    counts = {
        "lines": taken.lines, "new": taken.kept[Kept.NEW], "counted": taken.kept[Kept.COUNTED],
        "known": taken.kept[Kept.KNOWN], "answered": taken.left.get(Why.ANSWERED, 0),
        "empty": taken.left.get(Why.EMPTY, 0) + taken.left.get(Why.HEADING, 0),
        "wrong": sum(map(len, taken.wrong.values())),
    }  # fmt: skip
    says = _(
        "Of %(lines)s lines: %(new)s new, %(counted)s rang again while they wait, %(known)s known before, %(answered)s "
        "answered calls, %(empty)s empty or headings, %(wrong)s not taken in."
    )
    return says % counts


@Line
@require_safe
def ring(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The number to dial, and what came of it."""
    row = call_seen(pk, actor=actor_of(request))
    if row is None:
        raise Http404(str(pk))
    listed(request, "helpline.call", 1, {"call": pk})
    may_ring = is_safe_at((), timezone.localtime().hour)
    return render(request, "helpline/calls/ring.html", {"row": row, "may_ring": may_ring, "crumbs": _crumbs()})


@Line
@require_POST
def back(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Reached, and its sheet is open; or not."""
    hour = timezone.localtime().hour
    reached = request.POST.get("reached") == "yes"
    try:
        one = operations.rang_back(call_id=pk, reached=reached, hour=hour, actor=actor_of(request), at=timezone.now())
    except NotFound as missing:
        raise Http404(str(pk)) from missing
    except Refused as refusal:
        messages.error(request, str(refusal))
        return redirect("helpline:calls")
    return redirect("helpline:sheet", one.pk) if one else redirect("helpline:calls")
