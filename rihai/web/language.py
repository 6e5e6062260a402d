"""The language of a page: what the person chose and we kept, else what this browser chose, else the office's."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.http import url_has_allowed_host_and_scheme

SPOKEN = dict(settings.LANGUAGES)


def language_of(request: HttpRequest) -> str:
    """The language to answer in, one of settings.LANGUAGES."""
    kept = getattr(request.user, "language", "") if request.user.is_authenticated else ""
    chosen = kept or request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    return chosen if chosen in SPOKEN else settings.LANGUAGE_CODE


class Language:
    """The middleware that sets it; after the one that knows who is signed in."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        language = language_of(request)
        translation.activate(language)
        request.LANGUAGE_CODE = language
        response = self._get_response(request)
        response.headers.setdefault("Content-Language", language)
        if isinstance(response, HttpResponse):
            patch_vary_headers(response, ("Cookie",))
        return response


def page_to_return_to(request: HttpRequest) -> str:
    """The page of this site the form was on; home when it names none or another site."""
    asked = request.POST.get("next", "")
    here = url_has_allowed_host_and_scheme(asked, {request.get_host()}, require_https=request.is_secure())
    return asked if here and asked.startswith("/") else "/"
