"""A page with one form and one act, as every part of advocacy has it, and one record or nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Model, QuerySet
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse

from rihai.monitoring.pages import act_page as monitoring_page

T = TypeVar("T")
M = TypeVar("M", bound=Model)


def act_page(
    request: HttpRequest, form: BaseForm, *, act: Callable[[], T], to: Callable[[T], str], title: Any, word: Any,
    crumbs: Sequence[tuple[str, Any]], says: Any = "", standfirst: Any = "", **more: Any,
) -> HttpResponse:  # fmt: skip
    """The form, or what comes after its act, as monitoring has it: 409 when refused, 422 when written wrongly."""
    more.setdefault("page_class", "ordinary")
    return monitoring_page(
        request, form, act=act, to=to, title=title, word=word, crumbs=crumbs, says=says, standfirst=standfirst,
        template="coordination/act.html", **more,
    )  # fmt: skip


def one_of(rows: QuerySet[M], pk: UUID) -> M:
    """The record of this key among those the reader sees. Raises Http404."""
    found = rows.filter(pk=pk).first()
    if found is None:
        raise Http404(str(pk))
    return found
