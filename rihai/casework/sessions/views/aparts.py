"""Keep-apart records: all that stand, a new one, one looked at again."""

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

from rihai.casework.cases.capabilities import may_keep
from rihai.casework.services.views.asked import SEES, form_page, keeper_of
from rihai.casework.sessions.forms import ApartForm, EndApartForm, ReviewForm
from rihai.casework.sessions.models import Apart
from rihai.casework.sessions.operations import end_apart, keep_apart, review_apart
from rihai.casework.sessions.queries.apart import apart_seen, aparts_listed
from rihai.kit.audit.reads import listed, opened
from rihai.kit.gate import needs
from rihai.people.queries.search import find_people
from rihai.people.views.asked import done, person_or_404, uuid_in

REVIEW = timedelta(days=90)


@needs(SEES)
@require_GET
def aparts(request: HttpRequest) -> HttpResponse:
    """Those that stand, by the day of their review."""
    rows = aparts_listed(keeper_of(request))
    listed(request, "casework.aparts", len(rows))
    return render(request, "casework/sessions/aparts.html", {"rows": rows, "today": timezone.localdate()})


@needs(SEES)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Keep a person apart from another: find the other, then say how."""
    actor, person, today = keeper_of(request), person_or_404(request, pk), timezone.localdate()
    opened(request, person.pk)
    other_id, words = uuid_in(request, "other"), request.GET.get("q", "")[:200].replace("\x00", "")
    if other_id is None:
        found = [one for one in find_people(words, actor=actor) if one.pk != person.pk] if words.strip() else []
        context = {"person": person, "words": words, "found": found}
        return render(request, "casework/sessions/apart_whom.html", context)
    other = person_or_404(request, other_id)
    form = ApartForm(request.POST or None, today=today, actor=actor, initial={"review_on": today + REVIEW})

    def act() -> Apart:
        return keep_apart(
            one_id=person.pk, other_id=other.pk, on=today, **form.cleaned_data, actor=actor, at=timezone.now()
        )

    if request.method == "POST" and form.is_valid() and (made := done(form, act)):
        messages.success(request, _("They are kept apart. Others are told only that."))
        return redirect("casework:apart", made.pk)
    return form_page(request, form, "sessions/apart_new", person=person, other=other)


@needs(SEES)
@require_http_methods(["GET", "POST"])
def apart(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One record: look at it again, or end it."""
    actor, today = keeper_of(request), timezone.localdate()
    found = apart_seen(pk, actor=actor)
    if found is None:
        raise Http404(str(pk))
    opened(request, found.one_id)
    is_end = "because" in request.POST
    start = {"level": found.level, "review_on": max(found.review_on, today + REVIEW), "version": found.version}
    review = ReviewForm(None if is_end else request.POST or None, today=today, initial=start)
    end = EndApartForm(request.POST if is_end else None, initial={"version": found.version})

    def act() -> Any:
        if is_end:
            return end_apart(apart_id=found.pk, on=today, **end.cleaned_data, actor=actor, at=timezone.now())
        return review_apart(
            apart_id=found.pk, today=today, **review.cleaned_data, actor=actor,
            at=timezone.now(),
        )  # fmt: skip

    form = end if is_end else review
    if request.method == "POST" and form.is_valid() and done(form, act):
        messages.success(request, _("It is written down."))
        return redirect("casework:aparts" if is_end else "casework:apart", *([] if is_end else [found.pk]))
    may = may_keep(actor, found.data_class) and found.ended_on is None
    context = {"row": found, "review": review, "end": end, "may_keep": may, "page_class": found.data_class}
    return form_page(request, form, "sessions/apart", **context)
