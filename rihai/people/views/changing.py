"""Writing one fact by hand, and recording what happened to somebody's custody."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rihai.facts import CASE_FACTS, PERSON_FACTS, Fact
from rihai.kit.audit.reads import opened
from rihai.kit.gate import needs
from rihai.people.forms import FactForm, MoveForm
from rihai.people.forms.move import BARRACK
from rihai.people.models import ENDS, CriminalCase, MovementKind, Person
from rihai.people.operations import (
    admit_person,
    correct_facts,
    end_custody,
    note_absence,
    place_in_unit,
    transfer_person,
)
from rihai.people.queries.facts import standing_of
from rihai.people.record import Path, path_text
from rihai.people.shown import label
from rihai.people.typed import BY_HAND
from rihai.people.views.asked import actor_of, done, form_page, person_or_404


@needs("people.keep")
@require_http_methods(["GET", "POST"])
def correct(request: HttpRequest, pk: UUID, fact: str) -> HttpResponse:
    """Write a fact of the person."""
    known = PERSON_FACTS.get(fact)
    if known is None or fact not in BY_HAND:
        raise Http404(fact)
    return _correct(request, person_or_404(request, pk), known, Path("", fact))


@needs("people.keep")
@require_http_methods(["GET", "POST"])
def correct_case(request: HttpRequest, pk: UUID, case: UUID, fact: str) -> HttpResponse:
    """Write a fact of one case."""
    known = CASE_FACTS.get(fact)
    person = person_or_404(request, pk)
    row = CriminalCase.objects.filter(pk=case, person=person).first()
    if known is None or fact not in BY_HAND or row is None:
        raise Http404(fact)
    return _correct(request, person, known, Path(row.case_id, fact))


def _correct(request: HttpRequest, person: Person, fact: Fact, path: Path) -> HttpResponse:
    actor, today = actor_of(request), timezone.localdate()
    now = standing_of(person.pk, path, actor=actor)
    start = {"value": now.typed, "true_on": today, "version": person.version}
    form = FactForm(request.POST or None, fact=fact, by_hand=now.is_by_hand, initial=start)
    if request.method == "POST" and form.is_valid():
        kept = done(form, lambda: _keep(request, person, form, path))
        if kept:
            messages.success(request, _("%(fact)s is written.") % {"fact": label(fact.name)})
            return redirect("people:person", person.pk)
    opened(request, person.pk)
    context = {"person": person, "fact": fact, "label": label(fact.name), "now": now, "case_id": path.case_id}
    return form_page(request, form, "correct", **context)


def _keep(request: HttpRequest, person: Person, form: FactForm, path: Path) -> Person:
    said, text = form.cleaned_data, str(form.cleaned_data.get("value") or "")
    takes_back = [path_text(path)] if said.get("takes_back") else []
    facts = {} if takes_back else form.said
    if path.fact == "children_in_prison" and "children" not in facts:
        takes_back.append("children")  # who were listed with their ages before are not these
    record: dict[str, Any] = {"cases": [{"case_id": path.case_id, **facts}]} if path.case_id and facts else dict(facts)
    return correct_facts(
        person_id=person.pk, version=said["version"], record=record,
        raw={path_text(Path(path.case_id, name)): text for name in facts}, takes_back=takes_back,
        true_on=said["true_on"], actor=actor_of(request), at=timezone.now(),
    )  # fmt: skip


@needs("people.keep")
@require_http_methods(["GET", "POST"])
def move(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Record a transfer, a day at court, a release."""
    person = person_or_404(request, pk)
    today = timezone.localdate()
    start = {"on": today, "version": person.version}
    form = MoveForm(request.POST or None, is_held=person.held_at_id is not None, today=today, initial=start)
    if request.method == "POST" and form.is_valid() and done(form, lambda: _move(request, person, form)) is not None:
        messages.success(request, _("It is recorded."))
        return redirect("people:person", person.pk)
    opened(request, person.pk)
    return form_page(request, form, "move", person=person)


def _move(request: HttpRequest, person: Person, form: MoveForm) -> Person:
    said = form.cleaned_data
    common: dict[str, Any] = {
        "person_id": person.pk, "version": said["version"], "on": said["on"], "actor": actor_of(request),
        "at": timezone.now(),
    }  # fmt: skip
    kind = said["kind"]
    if kind == BARRACK:
        return place_in_unit(unit=said["unit"], **common)
    if kind == MovementKind.TRANSFER:
        return transfer_person(place=said["place"], reason=said["reason"], **common)
    if kind == MovementKind.ADMISSION:
        return admit_person(place=said["place"], reason=said["reason"], **common)
    if kind in ENDS:
        return end_custody(kind=MovementKind(kind), reason=said["reason"], **common)
    return note_absence(kind=MovementKind(kind), reason=said["reason"], **common)
