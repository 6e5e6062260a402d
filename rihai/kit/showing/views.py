"""The page that shows the design system; only where everything is invented."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.http import require_http_methods

from rihai.kit.gate import public
from rihai.kit.showing import examples
from rihai.kit.statuses import CLASSES, STATUSES


@public
@require_http_methods(["GET", "POST"])
def specimen(request: HttpRequest) -> HttpResponse:
    """Every component. A POST shows what the form says to what was typed, and keeps nothing."""
    if not settings.DEMO:
        raise Http404
    other = "ur" if translation.get_language() == "en" else "en"
    context: dict[str, Any] = {
        "form": examples.InviteForm(request.POST) if request.method == "POST" else examples.InviteForm(),
        "wrong_form": examples.wrong_form(),
        "conflict": examples.conflict(),
        "charts": examples.charts(),
        "custody": examples.custody_bars(),
        "map": examples.invented_map(),
        "map_table": examples.map_table(),
        "jobs": examples.jobs(),
        "statuses": [(kind, examples.STATUS_WORDS[kind]) for kind in STATUSES],
        "classes": list(CLASSES),
        "inks": examples.INKS,
        "other": other,
        "other_direction": "rtl" if other == "ur" else "ltr",
    }
    return render(request, "kit/showing/specimen.html", context, status=422 if context["form"].errors else 200)
