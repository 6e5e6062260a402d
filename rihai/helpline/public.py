"""Pages for people without an account: light, without scripts, cookies or fonts, in the language they choose.

    @public
    @light
    def view(request): return light_page(request, "helpline/ask/…html", {…})

A page weighs some kilobytes; its style sheet is its own (`helpline/light.css`), because Bootstrap alone weighs more
than all of it. The forms carry no token against forged posts: who sends one is nobody, and has no rights to be misused.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from rihai.kit.spoken import keep_in_browser

HEADERS = {"X-Robots-Tag": "noarchive", "Referrer-Policy": "no-referrer"}
SPOKEN = dict(settings.LANGUAGES)
View = Callable[..., HttpResponse]


def light(view: View) -> View:
    """A light page: the language its address or its form asks for (`in`), never kept by a browser, not forgeable."""

    @wraps(view)
    def spoken(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        asked = request.POST.get("in") or request.GET.get("in", "")
        if asked not in SPOKEN:
            return view(request, *args, **kwargs)
        translation.activate(asked)
        request.LANGUAGE_CODE = asked
        response = view(request, *args, **kwargs)
        response.headers["Content-Language"] = asked
        keep_in_browser(response, asked)
        return response

    return csrf_exempt(never_cache(spoken))


def light_page(request: HttpRequest, template: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    """The page, with the number to call, the other languages and nothing of who asks."""
    now = translation.get_language() or settings.LANGUAGE_CODE
    shell = {
        "office": settings.OFFICE, "number": settings.LINE_NUMBER, "dial": settings.LINE_NUMBER.replace(" ", ""),
        "language": now, "is_demo": settings.DEMO,
        "others": [(code, name) for code, name in settings.LANGUAGES if code != now],
    }  # fmt: skip
    response = render(request, template, {"light": shell, **context}, status=status)
    for name, value in HEADERS.items():
        response.headers[name] = value
    return response
