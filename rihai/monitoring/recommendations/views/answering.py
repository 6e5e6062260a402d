"""Pages for authorities and lists of what is owed: drafts to answer, recommendations, and the link without account."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_http_methods

from rihai.errors import Refused
from rihai.kit.audit.reads import listed
from rihai.kit.forms import PinForm
from rihai.kit.gate import needs, public
from rihai.kit.links import HEADERS
from rihai.kit.views.asked import actor_of
from rihai.monitoring.reach import ANSWER, INSPECT, READ
from rihai.monitoring.recommendations import operations
from rihai.monitoring.recommendations.forms import AnswerForm, ByLinkForm, RespondForm
from rihai.monitoring.recommendations.operations.links import Look, live_link
from rihai.monitoring.recommendations.queries import (
    finding_seen,
    kept_of_due,
    live,
    made_again,
    overdue,
    recommendation_seen,
    recommendations_for,
)  # fmt: skip
from rihai.monitoring.recommendations.queries.response import response
from rihai.monitoring.views import done, form_page, found

PAGE = 60
TABS = ("owed", "late", "kept", "all")


@needs(READ)
@require_GET
def index(request: HttpRequest) -> HttpResponse:
    """Recommendations: owed, late, kept; and how many of those due were kept."""
    actor, today = actor_of(request), timezone.localdate()
    tab = request.GET.get("tab", "owed")
    tab = tab if tab in TABS else "owed"
    rows = recommendations_for(actor)
    narrowed = {"owed": live(rows), "late": overdue(rows, today), "kept": rows.filter(standing="kept"), "all": rows}
    shown = list(narrowed[tab].order_by("due_on", "code")[:PAGE])
    places = list(rows.order_by().values_list("place_id", flat=True).distinct())
    rates = kept_of_due(places, today)
    kept, due = sum(one[0] for one in rates.values()), sum(one[1] for one in rates.values())
    listed(request, "monitoring.recommendations", len(shown), {"tab": tab})
    context = {
        "rows": shown, "tab": tab, "today": today, "kept": kept, "due": due, "may_answer": actor.may(ANSWER),
        "may_export": actor.may("exports.make"), "share": round(100 * kept / due) if due else None,
        "response": response(rows),
    }  # fmt: skip
    return render(request, "monitoring/recommendations/index.html", context)


@needs(READ)
@require_GET
def recommendation(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One recommendation with all that was said of it."""
    actor = actor_of(request)
    row = found(recommendation_seen(pk, actor=actor), pk)
    context = {
        "row": row, "one": row.finding.inspection, "today": timezone.localdate(), "may_answer": actor.may(ANSWER),
        "may": actor.may(INSPECT), "later": made_again(row, actor=actor),
    }  # fmt: skip
    return render(request, "monitoring/recommendations/recommendation.html", context)


@needs(ANSWER)
@require_http_methods(["GET", "POST"])
def answer(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The authority answers a finding."""
    row = found(finding_seen(pk, actor=actor_of(request)), pk)
    form = AnswerForm(request.POST or None)

    def act() -> Any:
        return operations.answer_finding(
            finding_id=row.pk, says=form.cleaned_data["says"], actor=actor_of(request), at=timezone.now()
        )

    if request.method == "POST" and form.is_valid() and done(form, act):
        messages.success(request, _("Your answer is kept; it is printed beside the finding."))
        return redirect("monitoring:inspection", row.inspection_id)
    return form_page(
        request, form, title=_("Answer a finding"), word=_("Give this answer"), one=row.inspection,
        back=reverse("monitoring:inspection", args=[row.inspection_id]), before=row.says, before_title=_("The finding"),
    )  # fmt: skip


@needs(ANSWER)
@require_http_methods(["GET", "POST"])
def respond(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The authority answers a recommendation."""
    row = found(recommendation_seen(pk, actor=actor_of(request)), pk)
    form = RespondForm(request.POST or None)

    def act() -> Any:
        return operations.respond(
            recommendation_id=row.pk, said=form.cleaned_data, actor=actor_of(request), at=timezone.now()
        )

    if request.method == "POST" and form.is_valid() and done(form, act):
        messages.success(request, _("Your answer is kept. Whether it was kept is seen at the next visit."))
        return redirect("monitoring:recommendation", row.pk)
    return form_page(
        request, form, title=_("Answer recommendation %(code)s") % {"code": row.code}, word=_("Give this answer"),
        back=reverse("monitoring:recommendation", args=[row.pk]), one=row.finding.inspection, before=row.says,
        before_title=_("What is asked"),
    )  # fmt: skip


@public
@never_cache
@require_http_methods(["GET", "POST"])
def shared(request: HttpRequest, secret: str) -> HttpResponse:
    """Asks for the second secret, then shows the draft and takes answers. A link that is over shows nothing."""
    now = timezone.now()
    if request.method == "POST" and "by_name" in request.POST:
        return _taken(request, secret)
    form = PinForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        pin = form.cleaned_data["pin"]
        seen = operations.look(secret=secret, pin=pin, at=now)
        if seen.state == "open":
            return _answer(request, "open", 200, seen=seen, form=_by_link(seen, pin))
        if seen.state == "wrong":
            return _answer(request, "wrong", 403, form=PinForm())
    if live_link(secret, at=now) is None:
        return _answer(request, "gone", 404)
    return _answer(request, "ask", 400 if form.is_bound else 200, form=form)


def _taken(request: HttpRequest, secret: str) -> HttpResponse:
    """The answers that came with the code."""
    now, pin = timezone.now(), request.POST.get("pin", "")[:20]
    seen = operations.look(secret=secret, pin=pin, at=now)
    if seen.state != "open":
        return _answer(request, seen.state, 403 if seen.state == "wrong" else 404, form=PinForm())
    form = _by_link(seen, pin, request)
    if form.is_valid():
        findings, responses = form.said()
        try:
            after = operations.take_answers(
                secret=secret, pin=pin, by_name=form.cleaned_data["by_name"], findings=findings, responses=responses,
                at=now,
            )  # fmt: skip
            return _answer(request, "taken", 200, seen=after, count=len(findings) + len(responses))
        except Refused as refusal:
            form.add_error(None, str(refusal))
    return _answer(request, "open", 422, seen=seen, form=form)


def _by_link(seen: Look, pin: str, request: HttpRequest | None = None) -> ByLinkForm:
    is_draft = seen.inspection is not None and seen.inspection.state == "sent"
    findings = seen.findings if is_draft else ()
    data = request.POST if request is not None else None
    return ByLinkForm(data, findings=findings, recommendations=seen.recommendations, pin=pin)


def _answer(request: HttpRequest, state: str, status: int, **context: object) -> HttpResponse:
    page = render(request, "monitoring/recommendations/shared.html", {"state": state, **context}, status=status)
    for name, value in HEADERS.items():
        page.headers[name] = value
    return page
