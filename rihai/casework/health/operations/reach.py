"""Whether the actor may work on somebody's health; asked first in every operation of this part."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, TypeVar
from uuid import UUID

from django.db import models
from django.utils.translation import gettext as _

from rihai.accounts.queries import sees
from rihai.casework.health.operations.errors import NoSuchCare
from rihai.kit.actor import Actor
from rihai.kit.classes import DataClass
from rihai.people.models import Person
from rihai.people.operations.errors import NoSuchPerson
from rihai.people.operations.reach import person_for

Row = TypeVar("Row", bound=models.Model)


def patient_for(person_id: UUID, *, actor: Actor, at: datetime) -> Person:
    """The person, locked. Raises NoSuchPerson for one whose health the actor does not see."""
    person = person_for(person_id, actor=actor, at=at)
    if not Person.objects.filter(sees(actor, DataClass.HEALTH, column="pk", at=at), pk=person.pk).exists():
        raise NoSuchPerson(_("There is no such person."))
    return person


def row_for(model: type[Row], pk: UUID, *, actor: Actor, at: datetime, data_class: str = DataClass.HEALTH) -> Row:
    """A row about somebody, locked with its person. Raises NoSuchCare."""
    found = model._default_manager.filter(sees(actor, data_class, at=at), pk=pk).first()
    if found is None:
        raise NoSuchCare(_("There is nothing of this kind here."))
    person_for(found.person_id, actor=actor, at=at)  # type: ignore[attr-defined]
    return model._default_manager.select_related("person").get(pk=pk)


def by(actor: Actor, at: datetime) -> dict[str, Any]:
    """Who wrote a row, and when."""
    return {"written_by": actor.pk, "written_by_name": actor.name[:120], "written_at": at}


def with_was(kept: str | None, was: Mapping[str, Any], *, actor: Actor, at: datetime) -> str:
    """What stood before, added to what is kept under the seal."""
    earlier = json.loads(kept) if kept else []
    plain = {name: value.isoformat() if isinstance(value, date) else value for name, value in was.items()}
    return json.dumps([*earlier, {"at": at.isoformat(), "by": actor.name[:120], "was": plain}], ensure_ascii=False)


def told_before(kept: str | None) -> list[dict[str, Any]]:
    """What is kept under the seal, newest first."""
    return list(reversed(json.loads(kept))) if kept else []
