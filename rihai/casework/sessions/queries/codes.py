"""What anybody is told of a certificate by its code: that it was given, for which course, on which day; no name.

Whoever holds the paper knows the name; whoever guesses a code learns none. A name that is typed is answered with
whether it is the one on the certificate. Of a course that tells of health nothing is said but that it was given.
"""

from __future__ import annotations

from datetime import datetime

from rihai.accounts.operations.house import as_house
from rihai.casework.sessions.models import Certificate
from rihai.kit.classes import DataClass
from rihai.kit.offers import Verified
from rihai.names import meets


def verify(code: str, name: str, language: str, at: datetime) -> Verified | None:
    """What the code stands for; None for a code that nobody was given."""
    with as_house(at):
        found = Certificate.objects.select_related("person").filter(code=code).first()
    if found is None:
        return None
    is_told = found.data_class == DataClass.PERSONAL
    subject = (found.subject_ur or found.subject) if language.startswith("ur") else found.subject
    names = (found.person.full_name, found.person.other_script)
    is_hers = any(meets(name, one).meets for one in names if one) if name.strip() else None
    return Verified(
        code=found.code, course=found.title if is_told else "", subject=subject if is_told else "",
        issued_on=found.issued_on, is_hers=is_hers,
    )  # fmt: skip
