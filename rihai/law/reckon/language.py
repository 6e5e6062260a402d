"""Whether the staff and a person share a language (Nelson Mandela Rules 41, 55, 80)."""

from __future__ import annotations

from rihai.law.reckon.known import Record, Truth


def reckon_language_shared(person: Record) -> Truth:
    """True when one language of the person is one of the staff's, false when none is; not known when either list is."""
    spoken, used = person.get("languages"), person.get("staff_languages")
    if spoken is None:
        return Truth(-1, "languages" if used is not None else "languages,staff_languages")
    if used is None:
        return Truth(-1, "staff_languages")
    return Truth(int(bool(set(spoken) & set(used))))
