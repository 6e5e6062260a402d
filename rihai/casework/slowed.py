"""How often the public pages of the room answer one address of the network; kept in the process's memory, an hour."""

from __future__ import annotations

from django.core.cache import cache
from django.http import HttpRequest

from rihai.accounts.lockout import address

HOUR = 60 * 60


def too_often(request: HttpRequest, what: str, most: int) -> bool:
    """Count one more asking; whether there were more than so many in an hour from where it comes."""
    key = f"casework-{what}-{address(request)}"
    cache.add(key, 0, HOUR)
    try:
        return cache.incr(key) > most
    except ValueError:  # it ended between the two
        return False
