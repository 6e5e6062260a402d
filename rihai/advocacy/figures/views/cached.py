"""Pages that anybody may read and every cache may keep: no cookie, no script, the language in the address.

    @public
    @cached
    def view(request, at, …)

A page changes only when a release does, so its tag is made of them; who has it already is told so in one query.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.templatetags.static import static
from django.utils import timezone, translation
from django.utils.cache import patch_cache_control
from django.views.decorators.http import condition, require_safe

from rihai.advocacy.figures.map import cleared
from rihai.advocacy.figures.queries import public_stamp

SPOKEN = dict(settings.LANGUAGES)
SECONDS = 300
"""How long a cache may keep a page without asking: what is withdrawn is gone everywhere after five minutes."""
View = Callable[..., HttpResponseBase]


def cached(view: View) -> View:
    """A safe page in the language of its address (`language`, where it has one), tagged, to be kept by caches."""
    tagged = condition(etag_func=_tag)(view)

    @wraps(view)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        language = kwargs.get("language", "en")
        if language not in SPOKEN:
            raise Http404(language)
        setattr(request, "LANGUAGE_CODE", language)  # noqa: B010 - HttpRequest knows no such name
        with translation.override(language):
            response = tagged(request, *args, **kwargs)
        response.headers["Content-Language"] = language
        if response.status_code in {200, 304}:
            patch_cache_control(response, public=True, max_age=SECONDS)
        return response

    return require_safe(answered)


def _tag(request: HttpRequest, **_kwargs: Any) -> str:
    known = [public_stamp(timezone.now()), request.path, static("advocacy/figures.css"), settings.OFFICE, cleared()]
    return f'"{hashlib.sha256(repr(known).encode()).hexdigest()[:32]}"'


def page(request: HttpRequest, template: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
    """The page within its light frame: the office, the other languages, and nothing of who asks."""
    language = translation.get_language() or "en"
    match = request.resolver_match
    assert match is not None
    others = [(code, name) for code, name in settings.LANGUAGES if code != language]
    shell = {
        "office": settings.OFFICE, "language": language, "is_demo": settings.DEMO, "view": f"{match.view_name}",
        "others": others, "number": match.kwargs.get("number"),
    }  # fmt: skip
    return render(request, template, {"light": shell, **context}, status=status)
