"""The language a browser remembers, also of who is not signed in."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpResponse


def keep_in_browser(response: HttpResponse, language: str) -> None:
    """Remember the choice in this browser for a year, also for who is not signed in."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=365 * 24 * 3600,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
