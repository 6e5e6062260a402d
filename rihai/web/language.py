"""The language of a page: what the person chose and we kept, else what this browser chose, else the office's.

A program that asks the API says it with each request (Accept-Language).
"""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils import translation
from django.utils.cache import patch_vary_headers
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation.trans_real import parse_accept_lang_header

from rihai.kit.scopes import API

SPOKEN = dict(settings.LANGUAGES)


def language_of(request: HttpRequest) -> str:
    """The language to answer in, one of settings.LANGUAGES."""
    if request.path_info.startswith(API):
        return _accepted(request.headers.get("Accept-Language", ""))
    kept = getattr(request.user, "language", "") if request.user.is_authenticated else ""
    chosen = kept or request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME, "")
    return chosen if chosen in SPOKEN else settings.LANGUAGE_CODE


def _accepted(header: str) -> str:
    """The first language of the header that we speak; the office's when there is none."""
    for name, _weight in parse_accept_lang_header(header[:500]):
        if name.partition("-")[0] in SPOKEN:
            return name.partition("-")[0]
    return settings.LANGUAGE_CODE


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
            by_header = request.path_info.startswith(API)
            patch_vary_headers(response, ("Accept-Language", "Authorization") if by_header else ("Cookie",))
        return response


def page_to_return_to(request: HttpRequest) -> str:
    """The page of this site the form was on; home when it names none or another site."""
    asked = request.POST.get("next", "")
    here = url_has_allowed_host_and_scheme(asked, {request.get_host()}, require_https=request.is_secure())
    return asked if here and asked.startswith("/") else "/"
