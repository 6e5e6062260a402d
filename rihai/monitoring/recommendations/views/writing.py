"""Pages of inspectors: findings, recommendations, the draft, links, verification."""

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
from django.views.decorators.http import require_http_methods, require_POST

from rihai.errors import Refused
from rihai.kit.gate import needs
from rihai.kit.views.asked import actor_of
from rihai.monitoring.inspections.queries.scored import result_of
from rihai.monitoring.reach import INSPECT
from rihai.monitoring.recommendations import operations
from rihai.monitoring.recommendations.forms import (
    ChangeFindingForm,
    FindingForm,
    LinkForm,
    RecommendForm,
    SendForm,
    VerifyForm,
)  # fmt: skip
from rihai.monitoring.recommendations.queries import finding_seen, recommendation_seen, unkept
from rihai.monitoring.recommendations.queries.proposed import proposals
from rihai.monitoring.views import done, form_page, found, inspection_or_404


@needs(INSPECT)
@require_http_methods(["GET", "POST"])
def new_finding(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write a finding."""
    one = inspection_or_404(request, pk, works=True)
    form = FindingForm(request.POST or None, result=result_of(one), initial={"items": request.GET.getlist("item")})

    def act() -> Any:
        return operations.write_finding(
            inspection_id=one.pk, said=form.cleaned_data, actor=actor_of(request), at=timezone.now()
        )

    made = done(form, act) if request.method == "POST" and form.is_valid() else None
    if made:
        messages.success(request, _("The finding is written. Ask somebody to act on it."))
        return redirect("monitoring:recommend", made.pk)
    return form_page(request, form, title=_("A finding"), word=_("Keep the finding"), back=_back(one.pk), one=one)


@needs(INSPECT)
@require_http_methods(["GET", "POST"])
def change_finding(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The words of a finding."""
    row = found(finding_seen(pk, actor=actor_of(request)), pk)
    form = ChangeFindingForm(request.POST or None, record=row)

    def act() -> Any:
        return operations.change_finding(
            finding_id=row.pk, version=form.record_version, said=form.cleaned_data, actor=actor_of(request),
            at=timezone.now(),
        )  # fmt: skip

    if request.method == "POST" and form.is_valid() and done(form, act):
        return redirect("monitoring:inspection", row.inspection_id)
    back = _back(row.inspection_id)
    return form_page(request, form, title=_("A finding"), word=_("Keep it"), back=back, one=row.inspection)


@needs(INSPECT)
@require_http_methods(["GET", "POST"])
def recommend(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Ask something of an authority."""
    row = found(finding_seen(pk, actor=actor_of(request)), pk)
    form = RecommendForm(request.POST or None, earlier=unkept(row.inspection))

    def act() -> Any:
        return operations.recommend(
            finding_id=row.pk, said=form.cleaned_data, actor=actor_of(request), at=timezone.now()
        )

    made = done(form, act) if request.method == "POST" and form.is_valid() else None
    if made:
        messages.success(request, _("Recommendation %(code)s is written.") % {"code": made.code})
        return redirect("monitoring:inspection", row.inspection_id)
    return form_page(
        request, form, title=_("A recommendation"), word=_("Recommend it"), back=_back(row.inspection_id),
        one=row.inspection, before=row.says, before_title=_("The finding"),
    )  # fmt: skip


@needs(INSPECT)
@require_http_methods(["GET", "POST"])
def send(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Send the draft to the authority."""
    one = inspection_or_404(request, pk, works=True)
    form = SendForm(request.POST or None, today=timezone.localdate())

    def act() -> Any:
        day = form.cleaned_data["answer_by"]
        return operations.send_draft(inspection_id=one.pk, answer_by=day, actor=actor_of(request), at=timezone.now())

    if request.method == "POST" and form.is_valid() and done(form, act):
        messages.success(request, _("The draft is with the authority. Make a link where nobody there has an account."))
        return redirect("monitoring:inspection", one.pk)
    return form_page(
        request, form, title=_("Send the draft"), word=_("Send it"), back=_back(one.pk), one=one,
        says=_("The authority has a set time; its answer is printed beside each finding."),
    )  # fmt: skip


@needs(INSPECT)
@require_POST
def final(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The report is final."""
    one = inspection_or_404(request, pk, works=True)
    try:
        operations.make_final(inspection_id=one.pk, actor=actor_of(request), at=timezone.now())
        messages.success(request, _("The report is final."))
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("monitoring:inspection", one.pk)


@needs(INSPECT)
@never_cache
@require_http_methods(["GET", "POST"])
def link(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A link for an authority that has no account."""
    one = inspection_or_404(request, pk, works=True)
    form = LinkForm(request.POST or None)

    def act() -> Any:
        said = form.cleaned_data
        return operations.make_link(
            inspection_id=one.pk, authority=said["authority"], days=said["days"], actor=actor_of(request),
            at=timezone.now(),
        )  # fmt: skip

    made = done(form, act) if request.method == "POST" and form.is_valid() else None
    if made:
        address = request.build_absolute_uri(reverse("monitoring:shared", args=[made.secret]))
        context = {"one": one, "address": address, "pin": made.pin}
        return render(request, "monitoring/recommendations/link.html", context)
    return form_page(
        request, form, title=_("A link for the authority"), word=_("Make the link"), back=_back(one.pk), one=one
    )


@needs(INSPECT)
@require_POST
def end_link(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Close a link."""
    closed = operations.close_link(link_id=pk, actor=actor_of(request), at=timezone.now())
    return redirect("monitoring:inspection", closed.inspection_id)


@needs(INSPECT)
@require_http_methods(["GET", "POST"])
def verify(request: HttpRequest, pk: UUID, visit: UUID) -> HttpResponse:
    """Whether a recommendation was kept, as a visit found."""
    actor = actor_of(request)
    row = found(recommendation_seen(pk, actor=actor), pk)
    one = inspection_or_404(request, visit, works=True)
    said = proposals(one, actor=actor).get(row.code, [])
    first = {"outcome": said[0].outcome, "seen": said[0].seen} if len({each.outcome for each in said}) == 1 else {}
    form = VerifyForm(request.POST or None, initial=first)

    def act() -> Any:
        given = form.cleaned_data
        return operations.verify(
            recommendation_id=row.pk, inspection_id=one.pk, outcome=given["outcome"], seen=given["seen"], actor=actor,
            at=timezone.now(),
        )  # fmt: skip

    if request.method == "POST" and form.is_valid() and done(form, act):
        messages.success(request, _("It is written down."))
        return redirect("monitoring:inspection", one.pk)
    words = "; ".join(f"{each.who}: {each.word}. {each.seen}" for each in said)
    return form_page(
        request, form, title=_("Was %(code)s kept?") % {"code": row.code}, word=_("Keep it"), back=_back(one.pk),
        one=one, says=row.says, before=words, before_title=_("What the inspectors wrote in the form"),
    )  # fmt: skip


@needs(INSPECT)
@require_POST
def withdraw(request: HttpRequest, pk: UUID) -> HttpResponse:
    """It is asked no more."""
    try:
        operations.withdraw(recommendation_id=pk, actor=actor_of(request), at=timezone.now())
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect("monitoring:recommendation", pk)


def _back(pk: UUID) -> str:
    return reverse("monitoring:inspection", args=[pk])
