"""Typing people in: one interview sheet after the other, by keyboard alone."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from rihai.kit.forms.typed import read_day
from rihai.kit.gate import needs
from rihai.people.forms import EntryForm
from rihai.people.operations import enter_person
from rihai.people.queries.evening import entered_today, just_entered
from rihai.people.views.asked import actor_of, done, form_page, places_of, uuid_in


@needs("people.keep")
@require_http_methods(["GET", "POST"])
def enter(request: HttpRequest) -> HttpResponse:
    """One person; when they are kept the next blank sheet comes, with the same place and day."""
    today = timezone.localdate()
    places = places_of(request, served=True)
    kept = {"place": request.GET.get("place"), "true_on": read_day(request.GET.get("day", "")) or today}
    form = EntryForm(request.POST or None, places=places, initial=kept, auto_id="id_%s")
    if request.method == "POST" and form.is_valid():
        read = form.read
        assert read is not None, "a valid form has been read"
        said = form.cleaned_data
        person = done(
            form,
            lambda: enter_person(
                place=said["place"], record=read.record, raw=read.raw, true_on=said["true_on"],
                admitted_on=form.admitted_on, actor=actor_of(request), at=timezone.now(),
            ),
        )  # fmt: skip
        if person:
            stays = {"place": said["place"].pk, "day": said["true_on"].isoformat(), "entered": person.pk}
            return redirect(f"{reverse('people:enter')}?{urlencode(stays)}")
    return form_page(request, form, "enter", **_evening(request))


def _evening(request: HttpRequest) -> dict[str, Any]:
    """How many were entered today, and the last one as it was read."""
    actor, today = actor_of(request), timezone.localdate()
    last = uuid_in(request, "entered")
    return {
        "count": entered_today(actor=actor, today=today),
        "last": just_entered(last, actor=actor, today=today) if last else None,
    }
