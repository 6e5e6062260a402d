"""The family: who is hers, the children outside, visits, calls and letters."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from rihai.casework.aftercare.forms import ChildForm, ContactForm, MadeForm, TieForm
from rihai.casework.aftercare.models import FamilyTie
from rihai.casework.aftercare.operations import keep_child, keep_tie, record_contact, wish_contact
from rihai.casework.aftercare.queries.family import child_seen, contact_seen, family_of, hers_seen
from rihai.casework.aftercare.views.asked import FOLDER, form_page, found
from rihai.kit.audit.reads import opened
from rihai.kit.gate import needs
from rihai.people.models import Person
from rihai.people.views.asked import actor_of, done, person_or_404

KEEP = "casework.keep"


@needs(KEEP)
@require_GET
def family(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Who is hers, how each may be reached and told what, the children outside, visits and calls."""
    person = person_or_404(request, pk)
    opened(request, person.pk)
    page = family_of(person.pk, actor=actor_of(request))
    return render(request, f"{FOLDER}family.html", {"person": person, "page": page, "today": timezone.localdate()})


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def tie(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The contact plan with one of hers."""
    hers = found(hers_seen(pk, actor=actor_of(request)), pk)
    one = hers.relationship
    form = TieForm(request.POST or None, today=timezone.localdate(), one=one, record=hers.tie)

    def act() -> Any:
        said = form.cleaned_data
        return keep_tie(
            relationship_id=one.pk, version=form.record_version, wants=said["wants"], safe=form.is_safe,
            ways=said["ways"], may_know=said["may_know"], actor=actor_of(request), at=timezone.now(),
        )  # fmt: skip

    return _one(
        request, one.person, form, act, title=f"{one.name}, {one.get_kind_display()}", word=_("Keep it"),
        says=_("As the person says it, alone with you. Ask again when something has changed."),
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def new_child(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A child outside."""
    person = person_or_404(request, pk)
    form = ChildForm(request.POST or None, today=timezone.localdate())
    return _child(request, person, None, form)


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def child(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What is known of a child outside now."""
    row = found(child_seen(pk, actor=actor_of(request)), pk)
    return _child(request, row.person, row.pk, ChildForm(request.POST or None, today=timezone.localdate(), record=row))


def _child(request: HttpRequest, person: Person, child_id: UUID | None, form: ChildForm) -> HttpResponse:
    def act() -> Any:
        return keep_child(
            person_id=person.pk, child_id=child_id, version=form.record_version, said=form.said,
            actor=actor_of(request), at=timezone.now(),
        )  # fmt: skip

    return _one(
        request, person, form, act, title=_("A child outside"), word=_("Keep it"),
        says=_("Who has the child tonight, and how it is. A child whom nobody cares for comes first."),
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def new_contact(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A visit, call, letter or session is wished for."""
    person, today = person_or_404(request, pk), timezone.localdate()
    hers = [one.relationship for one in family_of(person.pk, actor=actor_of(request)).hers]
    form = ContactForm(request.POST or None, today=today, hers=hers)

    def act() -> Any:
        said = form.cleaned_data
        return wish_contact(
            relationship_id=UUID(said["whom"]), kind=said["kind"], wished_on=today, due_on=said["due_on"],
            note=said["note"], actor=actor_of(request), at=timezone.now(),
        )  # fmt: skip

    return _one(
        request, person, form, act, title=_("A visit, a call, a letter"), word=_("Keep the wish"),
        says=_("Only people of whom the person said it is safe are called or written to."),
    )  # fmt: skip


@needs(KEEP)
@require_http_methods(["GET", "POST"])
def contact(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What came of it, and what they were told."""
    row = found(contact_seen(pk, actor=actor_of(request)), pk)
    today = timezone.localdate()
    tie_now = FamilyTie.objects.filter(relationship=row.relationship_id).first()
    allowed = tie_now.may_know if tie_now else []
    form = MadeForm(request.POST or None, today=today, record=row, may_know=allowed, initial={"on": today})

    def act() -> Any:
        said = form.cleaned_data
        return record_contact(
            contact_id=row.pk, version=form.record_version, state=said["state"], on=said["on"],
            failed_why=said["failed_why"], told=said.get("told") or (), note=said["note"], actor=actor_of(request),
            at=timezone.now(),
        )  # fmt: skip

    return _one(
        request, row.person, form, act, title=f"{row.get_kind_display()}: {row.relationship.name}", word=_("Keep it")
    )


def _one(request: HttpRequest, person: Person, form: Any, act: Any, **shown: Any) -> HttpResponse:
    opened(request, person.pk)
    back = reverse("casework:family", args=[person.pk])
    if request.method == "POST" and form.is_valid() and done(form, act):
        messages.success(request, _("It is written down."))
        return redirect(back)
    return form_page(request, form, person=person, back=back, **shown)
