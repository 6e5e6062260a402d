"""Codes of certificates: eight signs in two groups, none that can be taken for another; a million million of them.

Whoever guesses finds one of a thousand certificates after some eight hundred million askings, and the page that answers
lets thirty through in an hour from one address (`views/certificates.py`).
"""

from __future__ import annotations

import secrets
from datetime import datetime

from rihai.kit.forms.typed import latin_digits
from rihai.kit.offers import CertificateKind, Verified, offered

SIGNS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"


def new_certificate_code() -> str:
    """A fresh code; who keeps it makes sure that it is there once."""
    return _grouped("".join(secrets.choice(SIGNS) for _place in range(8)))


def as_code(typed: str) -> str:
    """What somebody typed, as a code is written."""
    return _grouped("".join(sign for sign in latin_digits(typed).upper() if sign.isalnum()))


def _grouped(signs: str) -> str:
    return f"{signs[:4]}-{signs[4:]}"


def verify(typed: str, name: str, *, language: str, at: datetime) -> Verified | None:
    """What the code stands for, whichever room gave it; None for a code that nobody was given."""
    code = as_code(typed)
    for kind in offered(CertificateKind):
        found = kind.verify(code, name, language, at)
        if found is not None:
            return found
    return None
