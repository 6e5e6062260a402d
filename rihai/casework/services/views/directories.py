"""The directories of employers and partners; they name nobody in custody."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from rihai.casework.services.forms import EmployerForm, PartnerForm
from rihai.casework.services.forms.directory import NarrowForm
from rihai.casework.services.models import Employer, PartnerService
from rihai.casework.services.operations import keep_employer, keep_partner, may_direct
from rihai.casework.services.queries import records
from rihai.casework.services.telling import FIELDS
from rihai.casework.services.views.asked import form_page
from rihai.kit.actor import Actor
from rihai.kit.gate import signed_in
from rihai.people.views.asked import actor_of, done


def _narrowed(request: HttpRequest) -> tuple[NarrowForm, int | None, str]:
    form = NarrowForm(request.GET or None)
    if not form.is_bound or not form.is_valid():
        return form, None, ""
    district = form.cleaned_data["district"]
    return form, district.pk if district else None, form.cleaned_data["service"]


@signed_in
@require_GET
def employers(request: HttpRequest) -> HttpResponse:
    """Who gives work."""
    form, district, _service = _narrowed(request)
    stale = timezone.localdate() - records.CHECKED
    context = {"form": form, "rows": records.employers(district=district), "stale": stale}
    context["may_direct"] = may_direct(actor_of(request))
    return render(request, "casework/services/employers.html", {**context, "page_class": "ordinary"})


@signed_in
@require_GET
def partners(request: HttpRequest) -> HttpResponse:
    """Who does what, where."""
    form, district, service = _narrowed(request)
    stale = timezone.localdate() - records.CHECKED
    rows = [
        (one, [FIELDS[code][0] for code in one.needs_told if code in FIELDS])
        for one in records.partners(district=district, service_id=service)
    ]
    context = {"form": form, "rows": rows, "stale": stale, "may_direct": may_direct(actor_of(request))}
    return render(request, "casework/services/partners.html", {**context, "page_class": "ordinary"})


def _director(request: HttpRequest) -> Actor:
    actor = actor_of(request)
    if not may_direct(actor):
        raise Http404
    return actor


@signed_in
@require_http_methods(["GET", "POST"])
def employer(request: HttpRequest, pk: UUID | None = None) -> HttpResponse:
    """A new employer, or one as it is known now."""
    actor, today = _director(request), timezone.localdate()
    found = Employer.objects.filter(pk=pk).first() if pk else None
    if pk and found is None:
        raise Http404(str(pk))
    form = EmployerForm(request.POST or None, today=today, record=found, initial={} if found else {"checked_on": today})

    def act() -> Any:
        return keep_employer(
            employer_id=pk, version=form.record_version, said=form.cleaned_data, actor=actor, at=timezone.now()
        )

    if request.method == "POST" and form.is_valid() and done(form, act):
        messages.success(request, _("The directory is up to date."))
        return redirect("casework:employers")
    return form_page(request, form, "services/employer", row=found)


@signed_in
@require_http_methods(["GET", "POST"])
def partner(request: HttpRequest, pk: UUID | None = None) -> HttpResponse:
    """A new service of a partner, or one as it is known now."""
    actor, today = _director(request), timezone.localdate()
    found = PartnerService.objects.filter(pk=pk).first() if pk else None
    if pk and found is None:
        raise Http404(str(pk))
    start = {} if found else {"checked_on": today, "answers_in_days": 14, "needs_told": ["name"]}
    form = PartnerForm(request.POST or None, today=today, record=found, initial=start)

    def act() -> Any:
        return keep_partner(
            partner_id=pk, version=form.record_version, said=form.cleaned_data, actor=actor, at=timezone.now()
        )

    if request.method == "POST" and form.is_valid() and done(form, act):
        messages.success(request, _("The directory is up to date."))
        return redirect("casework:partners")
    return form_page(request, form, "services/partner", row=found)
