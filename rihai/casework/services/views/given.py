"""Referrals, things and money given, work found."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from rihai.casework.aftercare.queries.family import contacts_for
from rihai.casework.cases.capabilities import may_keep
from rihai.casework.services.catalogue import service
from rihai.casework.services.forms import AnswerForm, EndJobForm, HelpForm, JobForm, ReceivedForm, ReferForm
from rihai.casework.services.models import JobPlacement, PartnerService, Referral, ReferralState
from rihai.casework.services.operations import (
    answer_referral,
    end_job,
    give_help,
    partner_told,
    place_in_job,
    receive_referral,
    send_referral,
)
from rihai.casework.services.operations.giving import HELP
from rihai.casework.services.operations.referring import consents_for
from rihai.casework.services.queries import records
from rihai.casework.services.queries.reach import rows_for
from rihai.casework.services.telling import FIELDS
from rihai.casework.services.views.asked import SEES, form_page, given_in, keeper_of, posted
from rihai.kit.audit.reads import listed, opened
from rihai.kit.gate import needs
from rihai.people.models import Person
from rihai.people.views.asked import actor_of, done, person_or_404, uuid_in


@needs(SEES)
@require_http_methods(["GET", "POST"])
def refer(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Refer a person: choose the partner, then what it is told and on which ground."""
    actor, person, today = keeper_of(request), person_or_404(request, pk), timezone.localdate()
    opened(request, person.pk)
    partner = _partner(uuid_in(request, "partner"), actor)
    if partner is None:
        known = [one for one in records.partners() if _class_of(one) and may_keep(actor, _class_of(one))]
        return render(request, "casework/services/refer_whom.html", {"person": person, "partners": known})
    return _refer_to(request, person, partner, actor, today)


def _refer_to(request: HttpRequest, person: Person, partner: PartnerService, actor: Any, today: Any) -> HttpResponse:
    consents = consents_for(person.pk, _class_of(partner), on=today, at=timezone.now())
    form = ReferForm(
        request.POST or None, today=today, actor=actor, person_id=person.pk, partner=partner, consents=consents,
        initial={"on": today, "case_id": request.GET.get("case", "")},
    )  # fmt: skip

    def act() -> Referral:
        said = form.cleaned_data
        return send_referral(
            person_id=person.pk, partner_id=partner.pk, asked=said["asked"], fields=said["fields_told"],
            ground=form.ground, on=said["on"], case_id=UUID(said["case_id"]) if said["case_id"] else None, actor=actor,
            at=timezone.now(),
        )  # fmt: skip

    if request.method == "POST" and form.is_valid() and (made := done(form, act)):
        messages.success(request, _("The referral is written, with what was told."))
        return redirect("casework:referral", made.pk)
    return form_page(request, form, "services/refer", person=person, partner=partner, consents=consents)


def _partner(pk: UUID | None, actor: Any) -> PartnerService | None:
    found = PartnerService.objects.select_related("body").filter(pk=pk, ended_on=None).first() if pk else None
    return found if found and _class_of(found) and may_keep(actor, _class_of(found)) else None


def _class_of(partner: PartnerService) -> str:
    found = service(partner.service)
    return found.data_class if found else ""


@needs(SEES)
@require_http_methods(["GET", "POST"])
def received(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A partner sends a person to us."""
    actor, person, today = keeper_of(request), person_or_404(request, pk), timezone.localdate()
    form = ReceivedForm(request.POST or None, today=today, actor=actor, initial={"on": today})

    def act() -> Referral:
        return receive_referral(person_id=person.pk, **form.cleaned_data, actor=actor, at=timezone.now())

    made = done(form, act) if request.method == "POST" and form.is_valid() else None
    if made is not None:
        messages.success(request, _("It is written down, and waits for our answer."))
        return redirect("casework:referral", made.pk)
    opened(request, person.pk)
    return form_page(request, form, "services/received", person=person)


@needs(SEES)
@require_GET
def referrals(request: HttpRequest) -> HttpResponse:
    """Referrals, the newest first; those that wait above."""
    actor, today = keeper_of(request), timezone.localdate()
    rows = records.referrals_listed(actor)
    waiting = list(records.unanswered(actor, on=today)[: records.PAGE])
    to_tell = list(records.partners_to_tell(actor)[: records.PAGE])
    listed(request, "casework.referrals", len(rows))
    context = {"rows": rows, "waiting": waiting, "to_tell": to_tell, "today": today}
    return render(request, "casework/services/referrals.html", context)


@needs(SEES)
@require_http_methods(["GET", "POST"])
def referral(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One referral: what was told on which ground, and what came of it."""
    actor, today = actor_of(request), timezone.localdate()
    found = records.referral_seen(pk, actor=actor)
    if found is None:
        raise Http404(str(pk))
    opened(request, found.person_id)
    form = AnswerForm(
        request.POST or None, today=today, referral=found, initial={"on": today, "version": found.version}
    )

    def act() -> Any:
        return answer_referral(referral_id=found.pk, **form.cleaned_data, actor=actor, at=timezone.now())

    if request.method == "POST" and form.is_valid() and done(form, act):
        messages.success(request, _("It is written down."))
        return redirect("casework:referral", found.pk)
    is_open = found.state in (ReferralState.SENT, ReferralState.ACCEPTED) and may_keep(actor, found.data_class)
    told = [FIELDS[one][0] for one in found.told if one in FIELDS]
    context = {"row": found, "person": found.person, "is_open": is_open, "told": told}
    return form_page(request, form, "services/referral", **context, page_class=found.data_class, today=today)


@needs(SEES)
@require_POST
def told(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The partner was told that the consent was taken back."""
    partner_told(referral_id=pk, actor=keeper_of(request), at=timezone.now())
    messages.success(request, _("It is written down that they were told."))
    return redirect("casework:referral", pk)


@needs("casework.keep")
@require_GET
def help_given(request: HttpRequest) -> HttpResponse:
    """What was given, by fund."""
    actor = keeper_of(request)
    rows, funds = records.help_listed(actor, fund=request.GET.get("fund", "")[:120]), records.funds(actor)
    listed(request, "casework.help", len(rows))
    context = {"rows": rows, "funds": funds, "may_export": actor.may("exports.make")}
    return render(request, "casework/services/help_given.html", context)


@needs("casework.keep")
@require_http_methods(["GET", "POST"])
def help_new(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Something is given to a person."""
    actor, person, today = keeper_of(request), person_or_404(request, pk), timezone.localdate()
    start = {
        "given_on": today, "given_by_name": actor.name, "currency": "PKR", "case_id": request.GET.get("case", ""),
        "kind": request.GET.get("kind", ""), "contact_id": request.GET.get("contact", ""),
    }  # fmt: skip
    contacts = contacts_for(actor).filter(person=person)[: records.PAGE]
    form = HelpForm(*posted(request), today=today, actor=actor, person_id=person.pk, contacts=contacts, initial=start)

    def act() -> Any:
        said = form.cleaned_data
        return give_help(
            person_id=person.pk, said={name: said[name] for name in HELP}, given=given_in(form),
            case_id=UUID(said["case_id"]) if said["case_id"] else None,
            contact_id=UUID(contact) if (contact := said.get("contact_id")) else None, actor=actor, at=timezone.now(),
        )  # fmt: skip

    if request.method == "POST" and form.is_valid() and done(form, act):
        messages.success(request, _("It is written down what was given."))
        if form.cleaned_data.get("contact_id"):
            return redirect("casework:family", person.pk)
        return redirect("people:person", person.pk)
    opened(request, person.pk)
    return form_page(request, form, "services/help_new", person=person)


@needs("casework.keep")
@require_http_methods(["GET", "POST"])
def job_new(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A person begins to work."""
    actor, person, today = keeper_of(request), person_or_404(request, pk), timezone.localdate()
    form = JobForm(request.POST or None, today=today, initial={"on": today})

    def act() -> Any:
        said = form.cleaned_data
        return place_in_job(
            person_id=person.pk, employer_id=UUID(said["employer_id"]), trade=said["trade"], told=said["told"],
            on=said["on"], actor=actor, at=timezone.now(),
        )  # fmt: skip

    if request.method == "POST" and form.is_valid() and done(form, act):
        messages.success(request, _("It is written down that they begin to work."))
        return redirect("people:person", person.pk)
    opened(request, person.pk)
    return form_page(request, form, "services/job_new", person=person)


@needs("casework.keep")
@require_http_methods(["GET", "POST"])
def job_end(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The work ends."""
    actor, today = keeper_of(request), timezone.localdate()
    found = rows_for(JobPlacement, actor).select_related("person", "employer").filter(pk=pk).first()
    if found is None:
        raise Http404(str(pk))
    opened(request, found.person_id)
    start = {"on": today, "version": found.version}
    form = EndJobForm(request.POST or None, today=today, initial=start)

    def act() -> Any:
        return end_job(job_id=found.pk, **form.cleaned_data, actor=actor, at=timezone.now())

    if request.method == "POST" and form.is_valid() and done(form, act):
        messages.success(request, _("It is written down."))
        return redirect("people:person", found.person_id)
    return form_page(request, form, "services/job_end", row=found, person=found.person)
