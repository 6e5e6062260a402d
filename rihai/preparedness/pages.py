"""A page with one form and one act, as every part of preparedness has it; one record or nothing; the place asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar
from uuid import UUID

from django.contrib import messages
from django.db.models import Model, QuerySet
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from rihai.errors import NotFound, Refused

T = TypeVar("T")
M = TypeVar("M", bound=Model)
Crumbs = Sequence[tuple[str, Any]]


def act_page(
    request: HttpRequest, form: BaseForm, *, act: Callable[[], T], to: Callable[[T], str], title: Any, word: Any,
    crumbs: Crumbs, says: Any = "", standfirst: Any = "", template: str = "preparedness/act.html", **more: Any,
) -> HttpResponse:  # fmt: skip
    """The form, or what comes after its act. 409 when the act was refused, 422 when something was written wrongly."""
    if request.method == "POST" and form.is_valid():
        try:
            made = act()
        except NotFound as missing:
            raise Http404(str(missing)) from missing
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            if said := says(made) if callable(says) else says:
                messages.success(request, said)
            return redirect(to(made))
    context = {
        "form": form, "title": title, "word": word, "crumbs": crumbs, "back": crumbs[-1][0], "says": standfirst,
        "page_class": "ordinary", **more,
    }  # fmt: skip
    return render(request, template, context, status=status_of(form))


def status_of(form: BaseForm) -> int:
    """409 when the act was refused, 422 when something was written wrongly, else 200."""
    if not form.is_bound or not form.errors:
        return 200
    return 409 if form.non_field_errors() and len(form.errors) == 1 else 422


def one_of(rows: QuerySet[M], pk: UUID) -> M:
    """The record of this key among those the reader sees. Raises Http404."""
    found = rows.filter(pk=pk).first()
    if found is None:
        raise Http404(str(pk))
    return found
