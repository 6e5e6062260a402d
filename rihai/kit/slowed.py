"""How often a public page answers one address of the network; kept in the process's memory, an hour."""

from __future__ import annotations

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

HOUR = 60 * 60


def address(request: HttpRequest) -> str:
    """The address of the network; behind a proxy the one it saw, which is the last it wrote down."""
    if settings.BEHIND_PROXY and (forwarded := request.META.get("HTTP_X_FORWARDED_FOR", "")):
        return str(forwarded).rsplit(",", 1)[-1].strip()
    return str(request.META.get("REMOTE_ADDR", ""))


def too_often(request: HttpRequest, what: str, most: int) -> bool:
    """Count one more asking; whether there were more than so many in an hour from where it comes."""
    key = f"slowed-{what}-{address(request)}"
    cache.add(key, 0, HOUR)
    try:
        return cache.incr(key) > most
    except ValueError:  # it ended between the two
        return False
