"""How often a public page answers one network; kept in the process's memory, an hour."""

from __future__ import annotations

from ipaddress import IPv6Address, IPv6Network, ip_address

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

HOUR = 60 * 60


def address(request: HttpRequest) -> str:
    """The address of the network; behind a proxy the one it saw, which is the last it wrote down."""
    if settings.BEHIND_PROXY and (forwarded := request.META.get("HTTP_X_FORWARDED_FOR", "")):
        return str(forwarded).rsplit(",", 1)[-1].strip()
    return str(request.META.get("REMOTE_ADDR", ""))


def network(request: HttpRequest) -> str:
    """What limits count as one: an address of IPv4; of IPv6 the first 64 bits, which one line is given (RFC 6177).

    Behind each of them may be one phone or a whole village.
    """
    written = address(request)
    try:
        found = ip_address(written)
    except ValueError:
        return written
    if not isinstance(found, IPv6Address):
        return str(found)
    return str(found.ipv4_mapped or IPv6Network((found, 64), strict=False))


def too_often(request: HttpRequest, what: str, most: int) -> bool:
    """Count one more asking; whether there were more than so many in an hour from its network."""
    key = f"slowed-{what}-{network(request)}"
    cache.add(key, 0, HOUR)
    try:
        return cache.incr(key) > most
    except ValueError:  # it ended between the two
        return False
