"""Whom the lines of a list, or ids of people, name for a pack."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.legal.papers.forms.packs import Candidate
from rihai.people.queries.people import people_for
from rihai.screening.law.packs import law_on
from rihai.screening.queries.sight import findings_for
from rihai.screening.shown.rows import language


def candidates_of(keys: Sequence[UUID], *, actor: Actor, on: date) -> list[Candidate]:
    """The people behind these findings, or of these ids, whom the actor sees; each once a case, in a few queries.

    A finding that rests on health facts brings the person without the matter: it would tell of the illness.
    """
    provisions = law_on(on).provisions
    found: dict[tuple[UUID, str], Candidate] = {}
    rows = findings_for(actor).filter(pk__in=keys).select_related("person", "person__held_at")
    named = set()
    for one in rows:
        named.add(one.pk)
        is_health = one.data_class == DataClass.HEALTH
        law = None if is_health else provisions.get(one.provision)
        says = law.title.of(language()) if law else ""
        found.setdefault(
            (one.person_id, one.case_id),
            Candidate(f"p{one.pk.hex}", one.person, one.case_id, law.id if law else "", says),
        )
    for person in people_for(actor).filter(pk__in=[key for key in keys if key not in named]):
        found.setdefault((person.pk, ""), Candidate(f"p{person.pk.hex}", person, "", "", ""))
    return sorted(found.values(), key=lambda one: (one.person.full_name, one.key))
