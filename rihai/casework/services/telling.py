"""What can be told of a person to a partner, field by field; a partner says which of them it needs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from rihai.people.models import Person, Relationship
from rihai.people.queries.people import age_on

Tells = Callable[[Person, date], str]


def _age(person: Person, on: date) -> str:
    found = age_on(person, on)
    return "" if found is None else str(found[0]) if found[0] == found[1] else f"{found[0]}–{found[1]}"


def _contact(person: Person, _on: date) -> str:
    safe = Relationship.objects.filter(person=person, safe_to_contact=True, ended_on=None)
    return "; ".join(f"{one.name} ({one.get_kind_display()}) {one.phone or ''}".strip() for one in safe[:3])


FIELDS: dict[str, tuple[Any, Tells]] = {
    "name": (_("Name"), lambda person, _on: person.other_script or person.full_name),
    "sex": (_("Woman or man"), lambda person, _on: str(person.get_sex_display())),
    "age": (_("Age"), _age),
    "where": (_("Where they are"), lambda person, _on: person.held_at.shown if person.held_at else ""),
    "contact": (_("Who is safe to contact"), _contact),
}
"""Nothing here tells why somebody is held, nor of their health: what is asked stands in the referral."""


def told(person: Person, fields: Iterable[str], on: date) -> dict[str, str]:
    """The values of these fields, as the partner is given them."""
    return {code: FIELDS[code][1](person, on) for code in FIELDS if code in set(fields)}
