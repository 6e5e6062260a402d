"""What the pages of incidents have in common: the incident an address names, and a form's page under it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.forms import BaseForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from rihai.errors import NotFound
from rihai.kit.audit.reads import listed
from rihai.kit.views.asked import actor_of
from rihai.monitoring.incidents.models import Incident
from rihai.monitoring.incidents.queries import REPORT, incident_seen, works_on
from rihai.monitoring.pages import act_page

FORM = require_http_methods(["GET", "POST"])
MAY = REPORT


def incident_or_404(request: HttpRequest, pk: UUID, *, team: bool = True) -> Incident:
    """The incident an address names; with `team`, for its team alone, and while it is not erased.

    Another's is answered as if there were none.
    """
    actor = actor_of(request)
    found = incident_seen(pk, actor=actor)
    if found is None or (team and (found.is_erased or not works_on(actor, found))):
        raise Http404(str(pk))
    listed(request, "monitoring.sealed" if found.is_sealed else "monitoring.incident", 1, {"incident": pk})
    return found


def under(
    request: HttpRequest, one: Incident, form: BaseForm, act: Callable[[], Any], *, title: Any, word: Any,
    says: Any = "", standfirst: Any = "", anchor: str = "", to: Callable[[Any], str] | None = None, **more: Any,
) -> HttpResponse:  # fmt: skip
    """A form under an incident; after its act the incident again, where its part stands."""
    home = reverse("monitoring:incident", args=[one.pk])
    crumbs = ((reverse("monitoring:incidents"), _("Incidents")), (home, one.code))
    return act_page(
        request, form, act=act, to=to or (lambda _made: f"{home}{anchor}"), title=title, word=word, says=says,
        standfirst=standfirst, crumbs=crumbs, **more,
    )  # fmt: skip


def tapped(act: Callable[[], Any], pk: Callable[[Any], UUID], anchor: str = "") -> HttpResponse:
    """An act of one tap, and back to the incident. Raises Http404 for what is not the actor's."""
    try:
        made = act()
    except NotFound as missing:
        raise Http404(str(missing)) from missing
    return redirect(reverse("monitoring:incident", args=[pk(made)]) + anchor)
