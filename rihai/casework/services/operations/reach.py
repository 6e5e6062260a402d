"""Whether the actor may act on a person or a row in a class; asked first in every operation."""

from __future__ import annotations

from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Model
from django.utils.translation import gettext as _

from rihai.accounts.queries import sight_of
from rihai.casework.cases.capabilities import may_keep
from rihai.casework.cases.models import Case
from rihai.casework.services.errors import NoSuchRecord, WrongService
from rihai.casework.services.queries.reach import rows_for
from rihai.kit.actor import Actor
from rihai.people.models import Person
from rihai.people.operations.reach import person_for

M = TypeVar("M", bound=Model)


def kept_person(person_id: UUID, *, data_class: str, actor: Actor, at: datetime) -> Person:
    """The person, locked, for who keeps work of this class. Raises NoSuchPerson, NoSuchRecord."""
    person = person_for(person_id, actor=actor, at=at)
    if not may_keep(actor, data_class) or data_class not in sight_of(actor, person.pk, at=at).seen:
        raise NoSuchRecord(_("There is no such record."))
    return person


def kept_row(model: type[M], pk: UUID, *, actor: Actor, at: datetime) -> M:
    """A row about a person, locked, for who keeps work of its class. Raises NoSuchRecord."""
    found: Any = rows_for(model, actor, at=at).select_for_update(of=("self",)).filter(pk=pk).first()
    if found is None or not may_keep(actor, found.data_class):
        raise NoSuchRecord(_("There is no such record."))
    return found  # type: ignore[no-any-return]


def open_case_of(case_id: UUID | None, person: Person, *, actor: Actor, at: datetime) -> Case | None:
    """The open case under which something is done for a person; None for none. Raises WrongService."""
    if case_id is None:
        return None
    found = rows_for(Case, actor, at=at).filter(pk=case_id, person=person.pk, closed_on=None).first()
    if found is None:
        raise WrongService(_("That case is not open, or is not of this person."))
    return found
