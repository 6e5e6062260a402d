"""Who asks, behind a gate that let nobody in who is not signed in."""

from __future__ import annotations

from django.http import Http404, HttpRequest

from rihai.kit.actor import Actor


def actor_of(request: HttpRequest) -> Actor:
    """The actor of a request. Raises Http404 where nobody is signed in."""
    user = request.user
    if not user.is_authenticated:
        raise Http404
    return user
