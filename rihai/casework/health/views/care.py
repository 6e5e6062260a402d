"""Needs, appointments and referrals: written and answered."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rihai.casework.health.forms import AnswerForm, BookForm, NeedForm, OutcomeForm, ReferForm
from rihai.casework.health.models import Appointment, HealthNeed, HealthReferral, State
from rihai.casework.health.operations import (
    answer_referral,
    book,
    change_need,
    refer_need,
    write_need,
    write_outcome,
)
from rihai.casework.health.operations.reach import told_before
from rihai.casework.health.operations.referring import leave_for
from rihai.casework.health.queries.care import of_health
from rihai.casework.health.views.asked import MAY, form_page, patient_or_404, row_or_404
from rihai.kit.gate import needs
from rihai.people.views.asked import actor_of

FORM = require_http_methods(["GET", "POST"])


@needs(MAY)
@FORM
def new_need(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write a need down."""
    person, today = patient_or_404(request, pk), timezone.localdate()
    form = NeedForm(request.POST or None, today=today, initial={"started_on": today, "state": State.SUSPECTED})
    return form_page(
        request, form, "need", person=person, says=_("The need is written down."),
        act=lambda: write_need(person_id=person.pk, said=form.said, actor=actor_of(request), at=timezone.now()),
    )  # fmt: skip


@needs(MAY)
@FORM
def need(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A need as it is now; what stood before is below."""
    found = row_or_404(request, HealthNeed, pk)
    form = NeedForm(request.POST or None, today=timezone.localdate(), need=found)
    return form_page(
        request, form, "need", person=found.person, need=found, before=told_before(found.history)[:10],
        says=_("The need is as you wrote it. What stood before is kept."),
        act=lambda: change_need(
            need_id=found.pk, version=form.record_version, said=form.said, actor=actor_of(request), at=timezone.now()
        ),
    )  # fmt: skip


@needs(MAY)
@FORM
def new_appointment(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Book an appointment."""
    person, actor = patient_or_404(request, pk), actor_of(request)
    open_ones = list(of_health(HealthNeed, actor).filter(person=person).exclude(state=State.SETTLED)[:50])
    form = BookForm(request.POST or None, needs=open_ones, initial={"need": request.GET.get("need", "")})
    return form_page(
        request, form, "book", person=person, says=_("The appointment is booked."),
        act=lambda: book(
            person_id=person.pk, booking=form.booking, actor=actor, at=timezone.now(),
            need_id=UUID(form.cleaned_data["need"]) if form.cleaned_data.get("need") else None,
        ),
    )  # fmt: skip


@needs(MAY)
@FORM
def appointment(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What came of an appointment."""
    found = row_or_404(request, Appointment, pk)
    form = OutcomeForm(
        request.POST or None, today=timezone.localdate(), appointment=found, initial={"version": found.version}
    )
    return form_page(
        request, form, "appointment", person=found.person, appointment=found,
        says=_("What came of the appointment is written down."),
        act=lambda: write_outcome(
            appointment_id=found.pk, version=form.cleaned_data["version"], met=form.cleaned_data["met"],
            came_of_it=form.cleaned_data.get("came_of_it", ""), on=timezone.localdate(), again=form.again,
            actor=actor_of(request), at=timezone.now(),
        ),
    )  # fmt: skip


@needs(MAY)
@FORM
def new_referral(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Put a need before a hospital or the health department, with her consent."""
    found, now = row_or_404(request, HealthNeed, pk), timezone.now()
    consents = leave_for(found.person_id, at=now)
    form = ReferForm(request.POST or None, consents=consents, need=found, today=timezone.localdate())
    return form_page(
        request, form, "refer", person=found.person, need=found, consents=consents,
        says=_("The referral is written down. Give them what stands in it, and no more."),
        act=lambda: refer_need(
            need_id=found.pk, receiver=form.cleaned_data["receiver"], told=form.cleaned_data["told"],
            consent_id=UUID(form.cleaned_data["consent"]), answer_by=form.cleaned_data["answer_by"],
            actor=actor_of(request), at=timezone.now(),
        ),
    )  # fmt: skip


@needs(MAY)
@FORM
def referral(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A referral, and what was answered."""
    found = row_or_404(request, HealthReferral, pk)
    form = AnswerForm(request.POST or None, referral=found)
    return form_page(
        request, form, "referral", person=found.person, referral=found, is_open=found.state in HealthReferral.OPEN,
        says=_("The answer is written down."),
        act=lambda: answer_referral(
            referral_id=found.pk, version=form.cleaned_data["version"], state=form.cleaned_data["state"],
            answer=form.cleaned_data.get("answer", ""), due_on=form.cleaned_data.get("due_on"),
            actor=actor_of(request), at=timezone.now(),
        ),
    )  # fmt: skip
