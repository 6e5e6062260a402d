"""What the pages of the line have in common: the request an address names, a form under it, an act of one tap."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from rihai.errors import NotFound, Refused
from rihai.helpline.requests.models import HelpRequest
from rihai.helpline.requests.queries import request_seen
from rihai.kit.audit.reads import listed
from rihai.kit.views.asked import actor_of
from rihai.monitoring.pages import Crumbs
from rihai.monitoring.pages import act_page as page_of_an_act


def request_or_404(request: HttpRequest, pk: UUID) -> HelpRequest:
    """The request an address names; that it was opened is written down. Raises Http404."""
    found = request_seen(pk, actor=actor_of(request))
    if found is None:
        raise Http404(str(pk))
    listed(request, "helpline.request", 1, {"request": pk})
    return found


def crumbs_of(one: HelpRequest) -> Crumbs:
    """From the line to this request."""
    home = reverse("helpline:request", args=[one.pk])
    return ((reverse("helpline:requests"), _("Requests for help")), (home, one.code_shown))


def act_page(
    request: HttpRequest, form: BaseForm, *, act: Callable[[], Any], to: str, title: Any, word: Any, crumbs: Crumbs,
    says: Any = "", standfirst: Any = "", **more: Any,
) -> HttpResponse:  # fmt: skip
    """A form with one act, and where it leads."""
    return page_of_an_act(
        request, form, act=act, to=lambda _made: to, title=title, word=word, crumbs=crumbs, says=says,
        standfirst=standfirst, template="helpline/act.html", **more,
    )  # fmt: skip


def tapped(request: HttpRequest, act: Callable[[], Any], *, to: str, says: Any = "") -> HttpResponse:
    """An act of one tap, then a page; what refuses it is said there. Raises Http404 for what is not seen."""
    try:
        act()
    except NotFound as missing:
        raise Http404(str(missing)) from missing
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        if says:
            messages.success(request, says)
    return redirect(to)
