"""Where our e-mail goes out: a server named by smtp+tls://user:password@host:587, as Django's settings."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

_SCHEMES = {"smtp": (False, False), "smtp+tls": (True, False), "smtps": (False, True)}


def mail_server(address: str) -> dict[str, Any]:
    """Nothing for an empty address. Raises ImproperlyConfigured for one that is no mail server's."""
    if not address:
        return {}
    parts = urlsplit(address)
    if parts.scheme not in _SCHEMES or not parts.hostname:
        raise ImproperlyConfigured("RIHAI_EMAIL_URL is not smtp+tls://user:password@host:587; its value is not shown.")
    tls, ssl = _SCHEMES[parts.scheme]
    return {
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": parts.port or (465 if ssl else 587 if tls else 25),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_TLS": tls,
        "EMAIL_USE_SSL": ssl,
        "EMAIL_TIMEOUT": 20,
    }
