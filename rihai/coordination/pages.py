"""A page with one form and one act, as briefings, targets, plans and challenges have it; and the place asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse

from rihai.coordination.scope import AREAS, is_everywhere, places_for
from rihai.kit.views.asked import actor_of
from rihai.monitoring.pages import act_page as monitoring_page
from rihai.places.models import Place

T = TypeVar("T")
_WIDEST = [str(one) for one in AREAS]


def act_page(
    request: HttpRequest, form: BaseForm, *, act: Callable[[], T], to: Callable[[T], str], title: Any, word: Any,
    crumbs: Sequence[tuple[str, Any]], says: Any = "", standfirst: Any = "", **more: Any,
) -> HttpResponse:  # fmt: skip
    """The form, or what comes after its act, as monitoring has it: 409 when refused, 422 when written wrongly."""
    return monitoring_page(
        request, form, act=act, to=to, title=title, word=word, crumbs=crumbs, says=says, standfirst=standfirst,
        template="coordination/act.html", page_class="ordinary", **more,
    )  # fmt: skip


def place_asked(request: HttpRequest, capability: str) -> tuple[Place | None, list[Place]]:
    """The place that `place` names among those the reader's posting covers, and all of them to choose from.

    None is the whole office, for whose posting covers it; everybody else is shown the widest of their places.
    """
    actor = actor_of(request)
    mine = sorted(places_for(actor, capability), key=lambda one: (_WIDEST.index(one.kind), one.name))
    named = str(request.GET.get("place", ""))
    found = next((one for one in mine if str(one.pk) == named), None)
    if found is None and not is_everywhere(actor, capability) and mine:
        found = mine[0]
    return found, mine
