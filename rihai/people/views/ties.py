"""Relationships, consents, guarding."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from rihai.errors import NotFound
from rihai.kit.audit.reads import opened
from rihai.kit.gate import needs
from rihai.people.forms import ConsentForm, GuardForm, RelationshipForm
from rihai.people.models import Consent, Relationship
from rihai.people.operations import (
    add_relationship,
    end_relationship,
    give_consent,
    guard_person,
    unguard_person,
    withdraw_consent,
)
from rihai.people.views.asked import actor_of, done, form_page, person_or_404


@needs("people.keep")
@require_http_methods(["GET", "POST"])
def new_tie(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Somebody the person belongs to."""
    person = person_or_404(request, pk)
    form = RelationshipForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        tie = done(
            form,
            lambda: add_relationship(
                person_id=person.pk, kind=said["kind"], name=said["name"], phone=said["phone"],
                next_of_kin=said["next_of_kin"], safe_to_contact=form.safe_to_contact, actor=actor_of(request),
                at=timezone.now(),
            ),
        )  # fmt: skip
        if tie:
            return redirect("people:person", person.pk)
    opened(request, person.pk)
    return form_page(request, form, "tie", person=person)


@needs("people.keep")
@require_POST
def end_tie(request: HttpRequest, pk: UUID) -> HttpResponse:
    """It no longer holds."""
    tie = Relationship.objects.filter(pk=pk).first()
    person = person_or_404(request, tie.person_id if tie else pk)
    try:
        end_relationship(relationship_id=pk, on=timezone.localdate(), actor=actor_of(request), at=timezone.now())
    except NotFound as missing:
        raise Http404(str(missing)) from missing
    return redirect("people:person", person.pk)


@needs("people.keep")
@require_http_methods(["GET", "POST"])
def consents(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What the person allows, and what they have taken back."""
    person = person_or_404(request, pk)
    today, now = timezone.localdate(), timezone.now()
    form = ConsentForm(request.POST or None, initial={"started_on": today})
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        if done(form, lambda: give_consent(person_id=person.pk, actor=actor_of(request), at=now, **said)):
            messages.success(request, _("The consent is kept. It can be taken back at any time."))
            return redirect("people:consents", person.pk)
    opened(request, person.pk)
    rows = [(one, one.holds(today, now)) for one in Consent.objects.filter(person=person)]
    return form_page(request, form, "consents", person=person, rows=rows)


@needs("people.keep")
@require_POST
def withdraw(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The person takes a consent back: it stops at once."""
    consent = Consent.objects.filter(pk=pk).first()
    person = person_or_404(request, consent.person_id if consent else pk)
    try:
        withdraw_consent(consent_id=pk, actor=actor_of(request), at=timezone.now())
    except NotFound as missing:
        raise Http404(str(missing)) from missing
    messages.success(request, _("Taken back. From now on it covers nothing."))
    return redirect("people:consents", person.pk)


@needs("guarded.assign")
@require_http_methods(["GET", "POST"])
def guard(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Guard a person whom being known can kill, or end it."""
    person = person_or_404(request, pk)
    form = GuardForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        act = unguard_person if request.POST.get("end") else guard_person
        word = {"reason" if request.POST.get("end") else "ground": form.cleaned_data["ground"]}
        act(person_id=person.pk, actor=actor_of(request), at=timezone.now(), **word)
        return redirect("people:person", person.pk)
    opened(request, person.pk)
    return form_page(request, form, "guard", person=person)
