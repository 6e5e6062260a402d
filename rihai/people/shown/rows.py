"""A person in one line: who, where, why and since when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from rihai.people.models import Person
from rihai.people.queries.people import age_on
from rihai.people.shown.values import age_text, apart, charges_text, held_text


@dataclass(frozen=True, slots=True)
class PersonRow:
    """What a list says of a person; texts are in the reader's language, empty where nothing is known."""

    person: Person
    who: str
    why: str
    held: str


def row_of(person: Person, today: date) -> PersonRow:
    """The line of a person; its charges must have been fetched with it."""
    charges = [
        {"act": one.act, "section": one.section, "sub_limb": one.sub_limb, "section_text": one.section_text}
        for one in person.charges.all()
    ]
    why = apart(charges_text(charges))
    return PersonRow(person, who_text(person, today), why, held_text(person.held_since, today))


def who_text(person: Person, today: date) -> str:
    """Woman, 34; or what of it is known."""
    sex = str(person.get_sex_display()) if person.sex else ""
    age = age_text(age_on(person, today))
    if sex and age:
        return _("%(sex)s, %(age)s") % {"sex": sex, "age": age}
    return sex or (_("aged %(age)s") % {"age": age} if age else "")
