"""An evening of typing in: how many there were, and how the last one was read."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from django.utils import timezone

from rihai.kit.actor import Actor
from rihai.people.models import Charge, Person, SourceKind, Statement
from rihai.people.queries.people import age_on, people_for
from rihai.people.shown.values import age_text, charges_text


@dataclass(frozen=True, slots=True)
class Entered:
    """The person just entered, and the line that says how the sheet was read."""

    person: Person
    read_as: tuple[str, ...]


def entered_today(*, actor: Actor, today: date) -> int:
    """How many people the actor has typed in since midnight."""
    midnight = timezone.make_aware(datetime.combine(today, time()))
    said = Statement.objects.filter(said_by=actor.pk, kind=SourceKind.HAND, said_at__gte=midnight)
    return said.filter(person__made_at__gte=midnight).values("person").distinct().count()


def just_entered(person_id: UUID, *, actor: Actor, today: date) -> Entered | None:
    """The person with what was made of the sheet, so that a slip is seen at once."""
    person = people_for(actor).select_related("held_at").filter(pk=person_id).first()
    if person is None:
        return None
    charges = Charge.objects.filter(person=person).values("act", "section", "sub_limb", "section_text")
    sex = str(person.get_sex_display()) if person.sex else ""
    status = str(person.get_legal_status_display()) if person.legal_status else ""
    said = (sex, age_text(age_on(person, today)), status, charges_text(list(charges)))
    return Entered(person, tuple(one for one in said if one))
