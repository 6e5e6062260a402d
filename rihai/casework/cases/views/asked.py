"""What the pages of cases have in common: who may enter, finding what an address names, one way with every form."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from rihai.casework.cases.capabilities import SUPERVISE, kept_by, read_by
from rihai.casework.cases.models import Case
from rihai.casework.cases.queries.reach import case_seen
from rihai.errors import NotFound, Refused, Unreadable
from rihai.kit.audit.reads import opened
from rihai.kit.gate import signed_in
from rihai.people.views.asked import actor_of

Said = Mapping[str, Any]
View = Callable[..., HttpResponse]
LAST_PAGE = 4_001


def reads_cases(view: View) -> View:
    """Whoever reads cases of any class may enter; for others the page does not exist."""
    return _with(view, lambda actor: bool(read_by(actor)))


def keeps_cases(view: View) -> View:
    """Whoever works in cases of any class, or supervises; a health worker's cases are of health."""
    return _with(view, lambda actor: bool(kept_by(actor)) or actor.may(SUPERVISE))


def _with(view: View, admits: Callable[[Any], bool]) -> View:
    @wraps(view)
    def entered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not admits(actor_of(request)):
            raise Http404
        return view(request, *args, **kwargs)

    return signed_in(entered)


def case_or_404(request: HttpRequest, pk: UUID) -> Case:
    """The case an address names; for who does not see it there is none, and the trail knows who asked."""
    found = case_seen(pk, actor=actor_of(request))
    if found is None:
        raise Http404(str(pk))
    if found.data_class != "sealed":
        opened(request, found.person_id)
    return found


def posted(request: HttpRequest) -> Any:
    """What was posted; None when nothing was."""
    return request.POST if request.method == "POST" else None


def page_number(request: HttpRequest) -> int:
    """The page asked for, from one."""
    number = request.GET.get("page", "1")
    return min(max(int(number), 1), LAST_PAGE) if number.isdecimal() and len(number) < 6 else 1


def entry(
    request: HttpRequest,
    case: Case,
    form: BaseForm,
    act: Callable[[Said], Any],
    *,
    title: Any,
    word: Any,
    says: Any = "",
    kept: Any = "",
    danger: bool = False,
) -> HttpResponse:
    """A page with a form about a case: the act is done with what it says, or its refusal stands above the fields.

    409 where the act was refused, 400 where something written was wrong.
    """
    home = reverse("casework:case", args=[case.pk])
    if request.method == "POST" and form.is_valid() and done(form, act):
        messages.success(request, str(kept or title))
        return redirect(home)
    context = {
        "case": case, "form": form, "title": title, "word": word, "says": says, "back": home, "danger": danger,
        "page_class": case.data_class,
    }  # fmt: skip
    return render(request, "casework/cases/form.html", context, status=status_of(form))


def done(form: BaseForm, act: Callable[[Said], Any]) -> bool:
    """Do the act with what the form says; a refusal is said above its fields."""
    try:
        act(form.cleaned_data)
    except NotFound as missing:
        raise Http404(str(missing)) from missing
    except (Refused, Unreadable) as refusal:
        form.add_error(None, str(refusal))
        return False
    return True


def status_of(form: BaseForm) -> int:
    """409 where an act was refused, 400 where something written was wrong, else 200."""
    if not form.is_bound or not form.errors:
        return 200
    return 409 if form.non_field_errors() and len(form.errors) == 1 else 400


def told(request: HttpRequest, act: Callable[[], Any], kept: Any) -> bool:
    """Do an act that has no form; a refusal is told on the next page."""
    try:
        act()
    except NotFound as missing:
        raise Http404(str(missing)) from missing
    except Refused as refusal:
        messages.warning(request, str(refusal))
        return False
    if kept:
        messages.success(request, str(kept))
    return True
