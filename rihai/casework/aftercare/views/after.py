"""After release: asking after somebody, and days with an officer."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rihai.casework.aftercare.forms import FollowUpForm, OfficerDayForm, RecordDayForm
from rihai.casework.aftercare.models import Contact
from rihai.casework.aftercare.operations import list_officer_day, record_follow_up, record_officer_day
from rihai.casework.aftercare.queries.after import followup_seen, officer_day_seen
from rihai.casework.aftercare.views.asked import form_page, found, plan_or_404
from rihai.kit.audit.reads import opened
from rihai.kit.gate import needs
from rihai.people.views.asked import actor_of, done

KEEP = "casework.keep"


@needs("people.see")
@require_http_methods(["GET", "POST"])
def follow_up(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What came of asking after somebody, in a minute."""
    row, today = found(followup_seen(pk, actor=actor_of(request)), pk), timezone.localdate()
    opened(request, row.person_id)
    form = FollowUpForm(request.POST or None, today=today, record=row, initial={"on": today})

    def act() -> Any:
        said = form.cleaned_data
        return record_follow_up(
            followup_id=row.pk, version=form.record_version, outcome=said["outcome"], on=said["on"], said=said,
            care=said["care"], again_on=said["again_on"], actor=actor_of(request), at=timezone.now(),
        )  # fmt: skip

    return _one(
        request, row, form, act, title=row.title.capitalize(), word=_("Keep it"),
        says=_("How are they? Only by the ways and at the times they named."), plan=row.plan,
        unasked=row.plan.contact == Contact.UNASKED,
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def new_day(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A day with a probation or parole officer."""
    shown = plan_or_404(request, pk)
    form = OfficerDayForm(request.POST or None, today=timezone.localdate())

    def act() -> Any:
        return list_officer_day(plan_id=shown.pk, said=form.cleaned_data, actor=actor_of(request), at=timezone.now())

    back = reverse("casework:release-plan", args=[shown.pk])
    if request.method == "POST" and form.is_valid() and done(form, act):
        messages.success(request, _("The day is written down."))
        return redirect(back)
    return form_page(
        request, form, person=shown.person, title=_("A day with an officer"), word=_("Keep the day"), back=back
    )


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def day(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Whether it was kept, and the next one."""
    row = found(officer_day_seen(pk, actor=actor_of(request)), pk)
    opened(request, row.person_id)
    form = RecordDayForm(request.POST or None, today=timezone.localdate(), record=row)

    def act() -> Any:
        said = form.cleaned_data
        return record_officer_day(
            day_id=row.pk, version=form.record_version, kept=said["kept"], reason=said["reason"],
            next_on=said["next_on"], actor=actor_of(request), at=timezone.now(),
        )  # fmt: skip

    return _one(
        request, row, form, act, title=row.get_kind_display(), word=_("Keep it"),
        says=_("Missed days have reasons; they are written down, and nobody is blamed."),
    )  # fmt: skip


def _one(request: HttpRequest, row: Any, form: Any, act: Any, **shown: Any) -> HttpResponse:
    back = reverse("casework:release-plan", args=[row.plan_id])
    if request.method == "POST" and form.is_valid() and done(form, act):
        messages.success(request, _("It is written down."))
        return redirect(back)
    return form_page(request, form, person=row.person, back=back, **shown)
