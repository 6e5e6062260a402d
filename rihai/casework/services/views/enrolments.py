"""The catalogue, one service, and a person in it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from rihai.casework.cases.capabilities import may_keep, read_by
from rihai.casework.services.catalogue import catalogue, service
from rihai.casework.services.forms import EndForm, EnrolForm, RemissionForm, StageForm
from rihai.casework.services.models import Enrolment
from rihai.casework.services.operations import end_enrolment, enrol, move_to_stage, note_remission
from rihai.casework.services.queries import records
from rihai.casework.services.views.asked import SEES, form_page, given_in, keeper_of, posted
from rihai.kit.audit.reads import listed, opened
from rihai.kit.gate import needs, signed_in
from rihai.people.views.asked import actor_of, done, person_or_404


@signed_in
@require_GET
def services(request: HttpRequest) -> HttpResponse:
    """The catalogue: what we do, and to those who work in it how many are in each."""
    actor = actor_of(request)
    counts = records.counts_now(actor) if read_by(actor) else {}
    known = catalogue().values()
    parts = [
        (_("The eight services"), [(one, counts.get(one.id)) for one in known if one.is_founding]),
        (_("Further services"), [(one, counts.get(one.id)) for one in known if not one.is_founding]),
    ]
    return render(request, "casework/services/services.html", {"parts": parts, "page_class": "ordinary"})


@signed_in
@require_GET
def one_service(request: HttpRequest, slug: str) -> HttpResponse:
    """One service: what it is, its stages and outcomes; and who is in it now."""
    actor, found = actor_of(request), service(slug)
    if found is None:
        raise Http404(slug)
    inside = records.in_service(slug, actor=actor) if found.data_class in read_by(actor) else []
    if inside:
        listed(request, "casework.service", len(inside), {"service": slug})
    context = {"service": found, "inside": inside, "sees_people": found.data_class in read_by(actor)}
    return render(request, "casework/services/service.html", context)


@needs(SEES)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Begin a service for a person."""
    actor, person, today = keeper_of(request), person_or_404(request, pk), timezone.localdate()
    start = {"started_on": today, "service_id": request.GET.get("service", ""), "case_id": request.GET.get("case", "")}
    form = EnrolForm(request.POST or None, today=today, actor=actor, person_id=person.pk, initial=start)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        made = done(form, lambda: enrol(
            person_id=person.pk, service_id=said["service_id"], started_on=said["started_on"], wishes=said["wishes"],
            pledged_on=said["pledged_on"], case_id=UUID(said["case_id"]) if said["case_id"] else None,
            note=said["note"], actor=actor, at=timezone.now(),
        ))  # fmt: skip
        if made:
            messages.success(request, _("They are in the service."))
            return redirect("casework:enrolment", made.pk)
    opened(request, person.pk)
    return form_page(request, form, "services/enrol", person=person)


def _seen(request: HttpRequest, pk: UUID) -> Enrolment:
    found = records.enrolment_seen(pk, actor=actor_of(request))
    if found is None:
        raise Http404(str(pk))
    opened(request, found.person_id)
    return found


@needs(SEES)
@require_GET
def enrolment(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A person in a service: its stages, what comes next, what came of it."""
    found = _seen(request, pk)
    may = may_keep(actor_of(request), found.data_class)
    context = {"row": found, "person": found.person, "stages": found.stages.all(), "may_keep": may}
    return render(request, "casework/services/enrolment.html", {**context, "page_class": found.data_class})


@needs(SEES)
@require_http_methods(["GET", "POST"])
def stage(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Enter another stage."""
    actor, found, today = keeper_of(request), _seen(request, pk), timezone.localdate()
    form = StageForm(
        request.POST or None, today=today, enrolment=found, initial={"on": today, "version": found.version}
    )

    def act() -> Any:
        said = form.cleaned_data
        return move_to_stage(
            enrolment_id=found.pk, version=said["version"], stage_id=said["stage_id"], on=said["on"],
            pledged_on=said["pledged_on"], note=said["note"], actor=actor, at=timezone.now(),
        )  # fmt: skip

    if request.method == "POST" and form.is_valid() and done(form, act):
        messages.success(request, _("The stage is written."))
        return redirect("casework:enrolment", found.pk)
    return form_page(request, form, "services/stage", row=found, person=found.person)


@needs(SEES)
@require_http_methods(["GET", "POST"])
def end(request: HttpRequest, pk: UUID) -> HttpResponse:
    """They are no longer in it."""
    actor, found, today = keeper_of(request), _seen(request, pk), timezone.localdate()
    start = {"on": today + timedelta(days=1), "version": found.version}
    form = EndForm(*posted(request), today=today, enrolment=found, initial=start)

    def act() -> Any:
        said = form.cleaned_data
        return end_enrolment(
            enrolment_id=found.pk, version=said["version"], outcome_id=said["outcome_id"], on=said["on"],
            note=said["note"], given=given_in(form), actor=actor, at=timezone.now(),
        )  # fmt: skip

    if request.method == "POST" and form.is_valid() and done(form, act):
        messages.success(request, _("It is written what came of it."))
        return redirect("casework:enrolment", found.pk)
    return form_page(request, form, "services/end", row=found, person=found.person)


@needs("legal.matters")
@require_GET
def remission(request: HttpRequest) -> HttpResponse:
    """Finished courses that may earn remission, for lawyers."""
    rows = list(records.remission_waiting(actor_of(request))[: records.PAGE])
    listed(request, "casework.remission", len(rows))
    return render(request, "casework/services/remission.html", {"rows": rows})


@needs("legal.matters")
@require_http_methods(["GET", "POST"])
def remission_note(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A lawyer takes notice of one."""
    actor = actor_of(request)
    found = records.remission_waiting(actor).filter(pk=pk).first()
    if found is None:
        raise Http404(str(pk))
    opened(request, found.person_id)
    form = RemissionForm(request.POST or None)

    def act() -> Any:
        return note_remission(enrolment_id=found.pk, note=form.cleaned_data["note"], actor=actor, at=timezone.now())

    if request.method == "POST" and form.is_valid() and done(form, act):
        messages.success(request, _("It is written down what was done."))
        return redirect("casework:remission")
    return form_page(request, form, "services/remission_note", row=found, person=found.person)
