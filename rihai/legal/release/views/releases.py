"""Releases: the list, one of them, recorded, described, corrected."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from rihai.kit.audit.reads import listed, opened
from rihai.kit.gate import needs
from rihai.legal.release.forms import CorrectForm, NarrowForm, ReleaseForm
from rihai.legal.release.models import Release
from rihai.legal.release.operations import correct_release, describe_release, record_release
from rihai.legal.release.queries.releases import (
    Filters,
    days_before,
    episode_seen,
    list_releases,
    release_seen,
    undescribed,
)
from rihai.legal.release.views.asked import form_page
from rihai.people.views.asked import actor_of, done, person_or_404, places_of, uuid_in

UNDESCRIBED = 12
MAY = "legal.release"


@needs("people.see")
@require_GET
def releases(request: HttpRequest) -> HttpResponse:
    """Releases where the actor works, newest first; above them those of which nobody said how."""
    actor = actor_of(request)
    form = NarrowForm(request.GET or None, places=places_of(request))
    filters = _filters(form)
    after = uuid_in(request, "after")
    found = list_releases(filters, actor=actor, after=after)
    listed(request, "legal.releases", len(found.rows), {"place": filters.place or "", "kind": filters.kind})
    said = {name: text for name in form.fields if (text := request.GET.get(name, ""))}
    open_ones = undescribed(actor=actor, most=UNDESCRIBED) if not after and actor.may(MAY) else []
    context = {
        "form": form,
        "found": found,
        "is_narrowed": bool(said),
        "undescribed": open_ones,
        "later": f"?{urlencode({**said, 'after': found.rows[-1].pk})}" if found.rows and found.has_later else "",
        "first": f"?{urlencode(said)}" if after else "",
        "may_export": actor.may("exports.make"),
        "kept": urlencode({"place": filters.place or "", "kind": filters.kind}),
    }
    return render(request, "legal/release/releases.html", context)


def _filters(form: NarrowForm) -> Filters:
    """What the form narrows by; what cannot be read narrows nothing."""
    said = form.cleaned_data if form.is_valid() else getattr(form, "cleaned_data", {})
    place = said.get("place")
    return Filters(
        place=place.pk if place else None, kind=said.get("kind") or "", first_on=said.get("first"),
        last_on=said.get("last"), in_error=bool(said.get("wrong")),
    )  # fmt: skip


def release_or_404(request: HttpRequest, pk: UUID) -> Release:
    """The release an address names; who may not be seen is answered as if there were none."""
    found = release_seen(pk, actor=actor_of(request))
    if found is None:
        raise Http404(str(pk))
    opened(request, found.person_id)
    return found


@needs("people.see")
@require_GET
def release(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One release with its corrections, and what was lost before it."""
    found = release_or_404(request, pk)
    actor = actor_of(request)
    context = {
        "release": found,
        "person": found.person,
        "days": days_before(found, actor=actor),
        "waited": (found.released_on - found.arrived_on).days if found.arrived_on else 0,
        "may": actor.may(MAY) and found.undone_at is None,
    }
    return render(request, "legal/release/release.html", context)


@needs(MAY)
@require_http_methods(["GET", "POST"])
def record(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Record that a person was released."""
    person, today = person_or_404(request, pk), timezone.localdate()
    opened(request, person.pk)
    if person.held_at_id is None:
        messages.info(request, _("Not held as far as we know. If the release is on the list, say there how it was."))
        return redirect("legal:releases")
    form = ReleaseForm(request.POST or None, today=today, initial={"released_on": today, "version": person.version})
    if request.method == "POST" and form.is_valid():
        kept = done(
            form,
            lambda: record_release(
                person_id=person.pk, version=form.cleaned_data["version"], said=form.said, actor=actor_of(request),
                at=timezone.now(),
            ),
        )  # fmt: skip
        if kept:
            messages.success(request, _("The release is recorded. The days lost have stopped."))
            return redirect("legal:release", kept.pk)
        if getattr(form, "changed_meanwhile", False):
            form.data = {**{name: form.data.get(name) for name in form.data}, "version": str(person.version)}
    return form_page(request, form, "record", person=person)


@needs(MAY)
@require_http_methods(["GET", "POST"])
def describe(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say how somebody was released who has left by a list, or by hand without a word."""
    episode = episode_seen(pk, actor=actor_of(request))
    if episode is None or episode.ended_on is None:
        raise Http404(str(pk))
    opened(request, episode.person_id)
    form = ReleaseForm(
        request.POST or None, today=timezone.localdate(), left_on=episode.ended_on, initial={"version": 0}
    )
    if request.method == "POST" and form.is_valid():
        kept = done(
            form,
            lambda: describe_release(episode_id=pk, said=form.said, actor=actor_of(request), at=timezone.now()),
        )
        if kept:
            messages.success(request, _("It is written how it was."))
            return redirect("legal:release", kept.pk)
    return form_page(request, form, "record", person=episode.person, episode=episode)


@needs(MAY)
@require_http_methods(["GET", "POST"])
def correct(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write what was really so, with the reason."""
    found = release_or_404(request, pk)
    form = CorrectForm(request.POST or None, release=found, today=timezone.localdate())
    if request.method == "POST" and form.is_valid() and done(form, lambda: _correct(request, found, form)):
        messages.success(request, _("The release is corrected. What stood before is kept."))
        return redirect("legal:release", found.pk)
    return form_page(request, form, "correct", person=found.person, release=found)


def _correct(request: HttpRequest, found: Release, form: CorrectForm) -> Any:
    return correct_release(
        release_id=found.pk, version=form.record_version, said=form.said, why=form.cleaned_data["why"],
        actor=actor_of(request), at=timezone.now(),
    )  # fmt: skip
