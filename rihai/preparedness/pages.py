"""A page with one form and one act, as every part of preparedness has it; one record or nothing."""

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
from rihai.kit.files import FileRefused
from rihai.preparedness.views import who

__all__ = ["act_page", "as_file", "found", "one_of", "page_of", "status_of", "told", "who"]

T = TypeVar("T")
M = TypeVar("M", bound=Model)
Crumbs = Sequence[tuple[str, Any]]


def found(row: T | None, pk: object) -> T:
    """What an address names. Raises Http404 for nothing that the actor sees."""
    if row is None:
        raise Http404(str(pk))
    return row


def one_of(rows: QuerySet[M], pk: UUID) -> M:
    """The record of this key among those the reader sees. Raises Http404."""
    return found(rows.filter(pk=pk).first(), pk)


def act_page(
    request: HttpRequest, form: BaseForm, *, act: Callable[[], T], to: Callable[[T], str], title: Any, word: Any,
    crumbs: Crumbs, says: Any = "", standfirst: Any = "", template: str = "preparedness/act.html",
    page_class: str = "ordinary", **more: Any,
) -> HttpResponse:  # fmt: skip
    """The form, or what comes after its act. `says`, or what it makes of what was done, is told on the next page;
    `standfirst` stands over the form."""
    if request.method == "POST" and form.is_valid():
        try:
            made = act()
        except NotFound as missing:
            raise Http404(str(missing)) from missing
        except (Refused, FileRefused) as refusal:
            form.add_error(None, str(refusal))
        else:
            if kept := says(made) if callable(says) else says:
                messages.success(request, str(kept))
            return redirect(to(made))
    context = {
        "form": form, "title": title, "word": word, "crumbs": crumbs, "back": crumbs[-1][0], "says": standfirst,
        "page_class": page_class, **more,
    }  # fmt: skip
    return render(request, template, context, status=status_of(form))


def status_of(form: BaseForm) -> int:
    """409 when the act was refused, 422 when something was written wrongly, else 200."""
    if not form.is_bound or not form.errors:
        return 200
    return 409 if form.non_field_errors() and len(form.errors) == 1 else 422


def told(request: HttpRequest, act: Callable[[], T], kept: Any) -> T | None:
    """Do an act that has no form; what became of it is told on the next page. None where it was refused."""
    try:
        made = act()
    except NotFound as missing:
        raise Http404(str(missing)) from missing
    except (Refused, FileRefused) as refusal:
        messages.warning(request, str(refusal))
        return None
    messages.success(request, str(kept))
    return made


def page_of(request: HttpRequest, rows: QuerySet[M], most: int) -> tuple[list[M], dict[str, Any]]:
    """One page of rows, and what a template needs to go on: `earlier` and `later`, numbers or None."""
    number = str(request.GET.get("page", "1"))
    page = max(int(number), 1) if number.isdecimal() and len(number) < 6 else 1
    held = list(rows[(page - 1) * most : page * most + 1])
    earlier, later = (page - 1 or None), (page + 1 if len(held) > most else None)
    return held[:most], {"page": page, "earlier": earlier, "later": later}


def as_file(content: bytes, kind: str, name: str) -> HttpResponse:
    """A file to be kept by who asked for it."""
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
