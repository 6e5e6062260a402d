"""Filling in missing facts from the list: many people and one fact, or one person and all her missing facts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from rihai.errors import NotFound
from rihai.kit.audit.reads import listed, opened
from rihai.kit.gate import needs
from rihai.law.labels import label
from rihai.people.typed import BY_HAND
from rihai.people.views.asked import actor_of, person_or_404, places_of
from rihai.screening.forms import FillForm, PlaceForm, persons_named
from rihai.screening.models import Gap
from rihai.screening.operations.filling import fill_facts
from rihai.screening.queries.figures import gaps_of, gaps_to_fill
from rihai.screening.queries.sums import settling
from rihai.screening.shown.rows import language

AT_ONCE = 20
"""Lines of a page."""


@needs("people.keep")
@require_http_methods(["GET", "POST"])
def fill(request: HttpRequest) -> HttpResponse:
    """One fact of many people of a place, line by line."""
    actor = actor_of(request)
    narrowed = PlaceForm(request.GET, places=places_of(request))
    facts = [one for one in settling(narrowed.place, actor=actor, most=40) if one.fact in BY_HAND]
    fact = request.GET.get("fact", "")
    if fact not in BY_HAND:
        fact = facts[0].fact if facts else ""
    persons = persons_named(request.POST) if request.method == "POST" else None
    gaps = gaps_to_fill(fact, narrowed.place, actor=actor, persons=persons, most=AT_ONCE)
    here = f"{reverse('screening:fill')}?{urlencode({'fact': fact, 'at': narrowed.place or ''})}"
    form = _form(request, gaps)
    listed(request, "screening.to_fill", len(gaps), {"fact": fact, "place": narrowed.place or ""})
    context = {
        "narrowed": narrowed, "fact": fact, "name": label(fact, language()) if fact else "",
        "facts": [(one.fact, label(one.fact, language()), one.people) for one in facts], "here": here,
    }  # fmt: skip
    return _answered(request, form, here, "fill", context)


@needs("people.keep")
@require_http_methods(["GET", "POST"])
def fill_person(request: HttpRequest, pk: UUID) -> HttpResponse:
    """All that is missing of one person."""
    person = person_or_404(request, pk)
    gaps = [one for one in gaps_of(person.pk, actor=actor_of(request)) if one.fact in BY_HAND]
    opened(request, person.pk)
    form = _form(request, gaps)
    here = reverse("screening:fill-person", args=[person.pk])
    return _answered(
        request, form, reverse("people:person", args=[person.pk]), "fill_person", {"person": person, "here": here}
    )


def _form(request: HttpRequest, gaps: Sequence[Gap]) -> FillForm:
    """The form; the paper and the day of the page before stay."""
    before = request.session.get("screening.paper") or {}
    initial = {"true_on": before.get("true_on") or timezone.localdate(), "paper": before.get("paper", "")}
    return FillForm(request.POST or None, gaps=gaps, initial=initial)


def _answered(
    request: HttpRequest, form: FillForm, onwards: str, template: str, context: dict[str, Any]
) -> HttpResponse:
    against: list[tuple[str, str, str]] = []
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            against = _kept(request, form)
            if not against:
                return redirect(onwards)
            status = 409
    rows = [(gap, field, label(gap.fact, language())) for gap, field in form.rows]
    return render(
        request,
        f"screening/{template}.html",
        {"form": form, "rows": rows, "against": against, **context},
        status=status,
    )


def _kept(request: HttpRequest, form: FillForm) -> list[tuple[str, str, str]]:
    """Keep person by person; what somebody else wrote meanwhile: of whom, which fact, what."""
    said, people, count = form.cleaned_data, 0, 0
    against: list[tuple[str, str, str]] = []
    names = {gap.person_id: gap.person.full_name for gap in form.gaps.values()}
    for person_id, answers in form.answers.items():
        try:
            filled = fill_facts(
                person_id=person_id, answers=answers, paper=said["paper"], true_on=said["true_on"],
                actor=actor_of(request), at=timezone.now(),
            )  # fmt: skip
        except NotFound as missing:
            raise Http404(str(person_id)) from missing
        people, count = people + bool(filled.kept), count + filled.kept
        against += [(names[person_id], label(path.fact, language()), value) for path, value in filled.against]
    request.session["screening.paper"] = {"paper": said["paper"], "true_on": said["true_on"].isoformat()}
    if count:
        says = ngettext(
            "%(n)s fact was written down, of %(people)s people; they are screened again.",
            "%(n)s facts were written down, of %(people)s people; they are screened again.", count,
        )  # fmt: skip
        messages.success(request, says % {"n": count, "people": people})
    if gone := sum(name not in form.fields for name, text in request.POST.items() if text and persons_named([name])):
        messages.warning(request, _("%(n)s answers were left out: somebody wrote them meanwhile.") % {"n": gone})
    return against
