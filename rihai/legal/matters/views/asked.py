"""What the pages of matters have in common: finding what an address names, and one way with every form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar
from uuid import UUID

from django.contrib import messages
from django.db import models
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from rihai.errors import NotFound, Refused, Unreadable
from rihai.kit.audit.reads import opened
from rihai.kit.files import FileRefused
from rihai.legal.matters.models import Matter, Party
from rihai.legal.matters.operations import Given
from rihai.legal.matters.queries.matters import with_person
from rihai.legal.matters.queries.reach import matter_seen, matters_for
from rihai.people.views.asked import actor_of

__all__ = [
    "Said", "actor_of", "clients_of", "entry", "given", "matter_or_404", "of_my_matters", "posted",
]  # fmt: skip
Row = TypeVar("Row", bound=models.Model)
Said = Mapping[str, Any]


def matter_or_404(request: HttpRequest, pk: UUID) -> Matter:
    """The matter an address names; for who is not of its team there is none, and the trail knows who asked."""
    found = matter_seen(pk, actor=actor_of(request))
    if found is None:
        raise Http404(str(pk))
    return found


def of_my_matters(request: HttpRequest, model: type[Row], pk: UUID) -> Row:
    """A row of a matter of the actor's."""
    found = model._default_manager.filter(pk=pk, matter__in=matters_for(actor_of(request))).first()
    if found is None:
        raise Http404(str(pk))
    return found


def clients_of(request: HttpRequest, matter: Matter) -> list[Party]:
    """The clients of a matter, named as far as the actor sees them; the trail learns that they were shown."""
    found = Party.objects.filter(matter=matter, side="client", ended_at=None)
    clients = list(found.prefetch_related(with_person(actor_of(request))))
    for one in clients:
        if one.person is not None:
            opened(request, one.person.pk)
    return clients


def posted(request: HttpRequest) -> Any:
    """What was posted; None when nothing was."""
    return request.POST if request.method == "POST" else None


def given(request: HttpRequest, form: BaseForm) -> Given | None:
    """The file of a form, if one was given."""
    upload = form.cleaned_data.get("file")
    if upload is None or not request.FILES:
        return None
    return Given(str(upload.name), upload.read())


def entry(
    request: HttpRequest,
    matter: Matter | None,
    form: BaseForm,
    act: Callable[[Said], Any],
    *,
    title: Any,
    word: Any,
    says: Any = "",
    kept: Any = "",
    place: str = "",
    back: str = "",
) -> HttpResponse:
    """A page with a form: the act is done with what it says, or its refusal stands above the fields.

    Then back to the matter's page, at `place`. 409 where the act was refused, 400 where something written was wrong.
    """
    home = back or (reverse("legal:matter", args=[matter.pk]) if matter else reverse("legal:matters"))
    if request.method == "POST" and form.is_valid() and _done(form, act):
        messages.success(request, str(kept or title))
        return redirect(home + (f"#{place}" if place else ""))
    context = {"matter": matter, "form": form, "title": title, "word": word, "says": says, "back": home}
    return render(request, "legal/matters/form.html", context, status=_status(form))


def _done(form: BaseForm, act: Callable[[Said], Any]) -> bool:
    try:
        act(form.cleaned_data)
    except NotFound as missing:
        raise Http404(str(missing)) from missing
    except FileRefused as refusal:
        form.add_error("file" if "file" in form.fields else None, str(refusal))
    except (Refused, Unreadable) as refusal:
        form.add_error(None, str(refusal))
    else:
        return True
    return False


def _status(form: BaseForm) -> int:
    if not form.is_bound or not form.errors:
        return 200
    return 409 if form.non_field_errors() and len(form.errors) == 1 else 400
