"""The middleware that writes down what a page showed; it stands outside the gate and sees what the gate refused."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from rihai.kit.audit.reads import write


class Reads:
    """One line for each request that showed something or was refused, after its response is made."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        write(request, request.user if request.user.is_authenticated else None, response.status_code, timezone.now())
        return response
