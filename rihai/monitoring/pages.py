"""A page with one form and one act, as the series of the room have it: crumbs, the form, what follows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar
from uuid import UUID

from django.contrib import messages
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from rihai.kit.views.asked import actor_of
from rihai.monitoring.views import done
from rihai.people.models import Person
from rihai.people.queries.people import person_seen

T = TypeVar("T")
Crumbs = Sequence[tuple[str, Any]]


def act_page(
    request: HttpRequest, form: BaseForm, *, act: Callable[[], T], to: Callable[[T], str], title: Any, word: Any,
    crumbs: Crumbs, says: Any = "", standfirst: Any = "", template: str = "monitoring/act.html", **more: Any,
) -> HttpResponse:  # fmt: skip
    """The form, or what comes after its act. 409 when the act was refused, 422 when something was written wrongly."""
    if request.method == "POST" and form.is_valid():
        made = done(form, act)
        if made is not None:
            if says:
                messages.success(request, says)
            return redirect(to(made))
    status = 200
    if form.is_bound and form.errors:
        status = 409 if form.non_field_errors() and len(form.errors) == 1 else 422
    context = {
        "form": form, "title": title, "word": word, "crumbs": crumbs, "back": crumbs[-1][0], "says": standfirst, **more,
    }  # fmt: skip
    return render(request, template, context, status=status)


def person_asked(request: HttpRequest) -> Person | None:
    """The person that `person` names in the address or the form; None where nobody is named. Raises Http404."""
    named = str(request.POST.get("person") or request.GET.get("person") or "")
    if not named:
        return None
    try:
        found = person_seen(UUID(named), actor=actor_of(request))
    except ValueError as wrong:
        raise Http404("person") from wrong
    if found is None:
        raise Http404("person")
    return found
