"""What the API answers when something is wrong: one shape, with a sentence (RFC 9457, application/problem+json)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext_lazy as _

from rihai.kit.scopes import API

MEDIA_TYPE = "application/problem+json"
SAYS: dict[int, Any] = {
    400: _("What was sent could not be read. Nothing was changed."),
    401: _("Send a key: Authorization: Bearer …"),
    403: _("This key was not made for that, or your roles do not include it. Nothing was changed."),
    404: _("There is nothing here for you: the address is wrong, or it may not be seen from your postings."),
    405: _("This address is not asked in that way. The list of addresses says how."),
    409: _("A rule of the house says no. Nothing was changed."),
    413: _("This is larger than is taken in here. Nothing of it was kept."),
    422: _("Something in the request is not as it must be. Nothing was changed."),
    429: _("Too many requests with this key. Wait a minute and go on."),
    500: _("Something in Rihai broke while it answered. Nothing half done was kept; it is written in the log."),
    503: _("A long piece of work is being written just now. Nothing was changed. Wait a minute and send it again."),
}


def problem(status: int, says: str = "", errors: Sequence[dict[str, str]] = ()) -> JsonResponse:
    """An answer that says what happened; `errors` name fields, each with a sentence."""
    body: dict[str, Any] = {
        "title": HTTPStatus(status).phrase,
        "status": status,
        "detail": says or str(SAYS.get(status, SAYS[500 if status >= 500 else 400])),
    }
    if errors:
        body["errors"] = list(errors)
    return JsonResponse(body, status=status, content_type=MEDIA_TYPE, json_dumps_params={"ensure_ascii": False})


class Problems:
    """The middleware that gives every refusal under the API that shape, also what Django or the gate refused."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self._get_response(request)
        if (
            not request.path_info.startswith(API)
            or response.status_code < 400
            or not isinstance(response, HttpResponse)
        ):
            return response
        kind = response.headers.get("Content-Type", "")
        if kind.startswith(MEDIA_TYPE):
            return response
        told = problem(response.status_code, response.content.decode() if kind.startswith("text/plain") else "")
        for name in ("WWW-Authenticate", "Retry-After", "Allow"):
            if name in response.headers:
                told.headers[name] = response.headers[name]
        return told
