"""What the pages of mentoring have in common: who may enter, finding what is named, and one way with every form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from rihai.casework.mentoring.queries.matches import MatchPage, match_page
from rihai.casework.mentoring.queries.reach import oversees
from rihai.casework.mentoring.queries.volunteers import VolunteerPage, volunteer_page
from rihai.errors import NotFound, Refused, Unreadable
from rihai.kit.actor import Actor
from rihai.kit.audit.reads import opened
from rihai.people.views.asked import actor_of

Said = Mapping[str, Any]


def overseer_of(request: HttpRequest) -> Actor:
    """Who asks, if they coordinate mentors or supervise; for the others the page is not there."""
    actor = actor_of(request)
    if not oversees(actor):
        raise Http404
    return actor


def volunteer_or_404(request: HttpRequest, pk: UUID) -> VolunteerPage:
    """The file of the volunteer an address names."""
    found = volunteer_page(pk, actor=overseer_of(request), on=timezone.localdate())
    if found is None:
        raise Http404(str(pk))
    return found


def match_or_404(request: HttpRequest, pk: UUID, *, overseen: bool = False) -> MatchPage:
    """The match an address names; the trail learns whom it is about."""
    found = match_page(pk, actor=overseer_of(request) if overseen else actor_of(request))
    if found is None:
        raise Http404(str(pk))
    opened(request, found.match.person_id)
    return found


def posted(request: HttpRequest) -> Any:
    """What was posted; None when nothing was."""
    return request.POST if request.method == "POST" else None


def entry(
    request: HttpRequest,
    form: BaseForm,
    act: Callable[[Said], Any],
    *,
    title: Any,
    word: Any,
    back: str,
    says: Any = "",
    kept: Any = "",
    then: str = "",
    about: Any = "",
    notice: Any = "",
    danger: bool = False,
) -> HttpResponse:
    """A page with a form: the act is done with what it says, or its refusal stands above the fields.

    Then to `then`, or back. 409 where the act was refused, 422 where something written was wrong.
    """
    if request.method == "POST" and form.is_valid() and done(form, act):
        messages.success(request, str(kept or title))
        return redirect(then or back)
    context = {
        "form": form, "title": title, "word": word, "says": says, "back": back, "about": about, "notice": notice,
        "danger": "yes" if danger else "",
    }  # fmt: skip
    return render(request, "casework/mentoring/form.html", context, status=status_of(form))


def done(form: BaseForm, act: Callable[[Said], Any]) -> bool:
    """Whether the act was done; what it refused is said by the form."""
    try:
        act(form.cleaned_data)
    except NotFound as missing:
        raise Http404(str(missing)) from missing
    except (Refused, Unreadable) as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


def status_of(form: BaseForm) -> int:
    """The status of a page with this form."""
    if not form.is_bound or not form.errors:
        return 200
    return 409 if form.non_field_errors() and len(form.errors) == 1 else 422


def act_or_say(request: HttpRequest, act: Callable[[], Any], kept: Any, back: str) -> HttpResponse:
    """One act from one button; a refusal is said on the page it came from."""
    try:
        act()
    except NotFound as missing:
        raise Http404(str(missing)) from missing
    except Refused as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, str(kept))
    return redirect(back)
