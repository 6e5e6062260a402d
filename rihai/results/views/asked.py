"""What the pages have in common: what an address names, which days are asked for, a form's page, an act told."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any, TypeVar
from uuid import UUID

from django.contrib import messages
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import get_language

from rihai.errors import FileUnreadable, NotFound, Refused
from rihai.kit.files import FileRefused
from rihai.kit.forms.typed import read_day
from rihai.kit.views.asked import actor_of
from rihai.results.counting import Span, period_at, span_of
from rihai.results.errors import NoSuchProject
from rihai.results.models import Indicator, Project
from rihai.results.reach import READ, indicator_for, project_for
from rihai.words import say

T = TypeVar("T")


def project_or_404(request: HttpRequest, pk: UUID, capability: str = READ) -> Project:
    """The project an address names, for who may do this in it."""
    try:
        return project_for(pk, actor=actor_of(request), capability=capability)
    except NoSuchProject as missing:
        raise Http404(str(missing)) from missing


def indicator_or_404(request: HttpRequest, pk: UUID, capability: str = READ) -> Indicator:
    """The indicator an address names."""
    try:
        return indicator_for(pk, actor=actor_of(request), capability=capability)
    except NoSuchProject as missing:
        raise Http404(str(missing)) from missing


def asked_span(request: HttpRequest, project: Project) -> Span:
    """The days asked for (`first`, `last`), within the project's; all of them where nothing sensible is asked."""
    whole = span_of(project, timezone.localdate())
    period = request.GET.get("period")
    if period:
        found = period_at(project, period, timezone.localdate())
        return found.span if found else whole
    first, last = _day(request, "first") or whole.first, _day(request, "last") or whole.last
    first, last = max(first, whole.first), min(last, whole.last)
    return Span(first, last + timedelta(days=1)) if first <= last else whole


def _day(request: HttpRequest, name: str) -> date | None:
    return read_day(request.GET.get(name, "")[:40]) if request.GET.get(name) else None


def page_of(request: HttpRequest) -> int:
    """The page asked for, from one."""
    number = request.GET.get("page", "1")
    return max(int(number), 1) if number.isdecimal() and len(number) < 6 else 1


def done(form: BaseForm, act: Callable[[], T]) -> T | None:
    """The act's result; None when it was refused, which the form then says above its fields."""
    try:
        return act()
    except NotFound as missing:
        raise Http404(str(missing)) from missing
    except FileUnreadable as refusal:
        language = get_language() or "en"
        form.add_error(None, f"{say(refusal.message, language)} {say(refusal.mend, language)}")
    except (Refused, FileRefused) as refusal:
        form.add_error(None, str(refusal))
    return None


def told(request: HttpRequest, act: Callable[[], Any], kept: Any) -> bool:
    """Do an act that has no form; a refusal is told on the next page."""
    try:
        act()
    except NotFound as missing:
        raise Http404(str(missing)) from missing
    except Refused as refusal:
        messages.warning(request, str(refusal))
        return False
    messages.success(request, str(kept))
    return True


def form_page(
    request: HttpRequest, form: BaseForm, *, title: Any, word: Any, back: str, project: Project | None = None,
    says: Any = "",
) -> HttpResponse:  # fmt: skip
    """A page with its form; 409 when the act was refused, 422 when something written was wrong."""
    status = 200
    if form.is_bound and form.errors:
        status = 409 if form.non_field_errors() and len(form.errors) == 1 else 422
    context = {
        "form": form, "title": title, "word": word, "back": back, "project": project, "says": says,
        "page_class": "ordinary",
    }  # fmt: skip
    return render(request, "results/form.html", context, status=status)
