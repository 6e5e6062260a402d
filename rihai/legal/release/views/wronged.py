"""Taking back a release, a release in error, bringing back; and detention without ground."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from rihai.kit.audit.reads import listed, opened
from rihai.kit.forms import Form
from rihai.kit.gate import needs
from rihai.legal.release.forms import ErrorForm, RecallForm, UnlawfulForm, WhyForm
from rihai.legal.release.models import Release
from rihai.legal.release.operations import (
    find_in_error,
    name_unlawful,
    record_recall,
    take_back_unlawful,
    undo_release,
)
from rihai.legal.release.queries.releases import held_past, ordered_past, unlawful_for, unlawful_page
from rihai.legal.release.shown.figures import title
from rihai.legal.release.views.asked import form_page, number_in
from rihai.legal.release.views.releases import MAY, release_or_404
from rihai.people.views.asked import actor_of, done, person_or_404, places_of, uuid_in
from rihai.screening.law.packs import law_on


@needs(MAY)
@require_http_methods(["GET", "POST"])
def undo(request: HttpRequest, pk: UUID) -> HttpResponse:
    """It never happened."""
    found = _standing(request, pk)
    form = WhyForm(request.POST or None, initial={"version": found.version})

    def act() -> Release:
        return undo_release(why=form.cleaned_data["why"], **_common(request, found, form))

    said = _("The release is taken back. The person is held as before, and the days go on.")
    return _one(request, found, form, act, said, template="undo")


@needs(MAY)
@require_http_methods(["GET", "POST"])
def error(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The person left and should not have been let go."""
    found = _standing(request, pk)
    form = ErrorForm(request.POST or None, initial={"version": found.version, "found_on": timezone.localdate()})

    def act() -> Release:
        said = form.cleaned_data
        return find_in_error(found_on=said["found_on"], why=said["why"], **_common(request, found, form))

    return _one(request, found, form, act, _("It is kept as a release in error."), template="error")


@needs(MAY)
@require_http_methods(["GET", "POST"])
def recall(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Who was released in error is back in custody."""
    found = _standing(request, pk)
    start = {"version": found.version, "on": timezone.localdate(), "place": found.place_id}
    form = RecallForm(request.POST or None, places=places_of(request), initial=start)

    def act() -> Release:
        said = form.cleaned_data
        return record_recall(place=said["place"], on=said["on"], **_common(request, found, form))

    return _one(request, found, form, act, _("The person is in custody again. Both stay on record."), template="recall")


def _standing(request: HttpRequest, pk: UUID) -> Release:
    found = release_or_404(request, pk)
    if found.undone_at is not None:
        raise Http404(str(pk))
    return found


def _common(request: HttpRequest, found: Release, form: Form) -> dict[str, Any]:
    version = form.cleaned_data.get("version")
    return {
        "release_id": found.pk, "version": found.version if version is None else version, "actor": actor_of(request),
        "at": timezone.now(),
    }  # fmt: skip


def _one(
    request: HttpRequest, found: Release, form: Form, act: Callable[[], Release], said: str, *, template: str
) -> HttpResponse:
    if request.method == "POST" and form.is_valid() and done(form, act) is not None:
        messages.success(request, said)
        return redirect("legal:release", found.pk)
    return form_page(request, form, template, person=found.person, release=found)


@needs("people.see")
@require_GET
def past(request: HttpRequest) -> HttpResponse:
    """Who was held past the day: left days after the law said shall, or after the order came; what was named so."""
    actor, place = actor_of(request), number_in(request, "place")
    after = uuid_in(request, "after")
    rows, more = held_past(place, actor=actor, after=after)
    named = unlawful_page(actor=actor) if not after else []
    ordered = ordered_past(actor=actor) if not after else []
    listed(request, "legal.held_past", len(rows) + len(named) + len(ordered), {"place": place or ""})
    today = timezone.localdate()
    context = {
        "rows": [(one, title(one.reach.provision, law_on(today))) for one in rows],
        "named": [(one, one.days_on(today)) for one in named],
        "ordered": [(one, (one.released_on - one.arrived_on).days) for one in ordered if one.arrived_on],
        "later": f"?after={rows[-1].reach.pk}" if more else "",
        "may": actor.may(MAY),
    }
    return render(request, "legal/release/past.html", context)


@needs(MAY)
@require_http_methods(["GET", "POST"])
def unlawful(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Name, with a reason, that a person is or was held without ground."""
    person = person_or_404(request, pk)
    start = {"about": request.GET.get("about", "")[:320], "ground": request.GET.get("ground", "")[:8]}
    form = UnlawfulForm(request.POST or None, initial=start)

    def act() -> Any:
        said = form.cleaned_data
        provision, _bar, case_id = (said["about"] or "").partition("|")
        return name_unlawful(
            person_id=person.pk, ground=said["ground"], from_on=said["from_on"], why=said["why"], provision=provision,
            case_id=case_id, today=timezone.localdate(), actor=actor_of(request), at=timezone.now(),
        )  # fmt: skip

    if request.method == "POST" and form.is_valid() and done(form, act):
        messages.success(request, _("It is kept as detention without ground, under your name."))
        return redirect("legal:held-past")
    opened(request, person.pk)
    return form_page(request, form, "unlawful", person=person)


@needs(MAY)
@require_http_methods(["GET", "POST"])
def unlawful_back(request: HttpRequest, pk: UUID) -> HttpResponse:
    """It was not so after all."""
    found = unlawful_for(actor_of(request)).select_related("person", "place").filter(pk=pk).first()
    if found is None:
        raise Http404(str(pk))
    form = WhyForm(request.POST or None)

    def act() -> Any:
        return take_back_unlawful(
            detention_id=pk, why=form.cleaned_data["why"], actor=actor_of(request), at=timezone.now()
        )

    if request.method == "POST" and form.is_valid() and done(form, act):
        messages.success(request, _("It is taken back; the row stays on record, struck."))
        return redirect("legal:held-past")
    opened(request, found.person_id)
    return form_page(request, form, "unlawful_back", person=found.person, detention=found)
