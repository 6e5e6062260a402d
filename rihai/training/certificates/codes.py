"""What anybody is told of a certificate of training by its code; the page is `kit/views/certificates.py`."""

from __future__ import annotations

from datetime import datetime

from rihai.accounts.operations.house import as_house
from rihai.kit.certified import new_certificate_code
from rihai.kit.offers import Verified
from rihai.names import meets
from rihai.training.certificates.models import Certificate


def unused_code() -> str:
    """A fresh code that no certificate of training bears."""
    with as_house():
        return next(
            code for code in iter(new_certificate_code, "") if not Certificate.objects.filter(code=code).exists()
        )


def verify(code: str, name: str, language: str, at: datetime) -> Verified | None:
    """The course and the day of a code; whether a name that was typed is the one on it. None for a code never given.

    Of one that was withdrawn nothing more is said than that, on which day.
    """
    with as_house(at):
        found = Certificate.objects.filter(code=code).first()
    if found is None:
        return None
    title = (found.title_ur or found.title) if language.startswith("ur") else found.title
    is_hers = meets(name, found.full_name).meets if name.strip() and found.full_name else None
    if found.withdrawn_on is not None:
        return Verified(code=found.code, course="", issued_on=found.issued_on, withdrawn_on=found.withdrawn_on)
    return Verified(
        code=found.code, course=title, issued_on=found.issued_on, is_hers=is_hers, is_name_gone=not found.full_name
    )  # fmt: skip
