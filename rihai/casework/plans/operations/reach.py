"""Whether the actor may act on a plan; asked first in every operation. And the line of history of each change."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, TypeVar
from uuid import UUID

from django.utils.translation import gettext as _

from rihai.casework.plans.models import Plan, PlanChange
from rihai.casework.plans.models.base import Kept
from rihai.casework.plans.operations.errors import NoSuchPlan, WrongPlan
from rihai.casework.plans.queries.sight import classes_seen, may_write, rows_for
from rihai.kit.actor import Actor
from rihai.people.models import Person
from rihai.people.operations.reach import person_for

Row = TypeVar("Row", bound=Kept)
GRAVITY = ("personal", "health", "sealed")


def written_by(person: Person, data_class: str, *, actor: Actor, at: datetime) -> dict[str, Any]:
    """What every new row says of itself."""
    return {
        "person": person, "made_for": person.pk, "data_class": data_class, "made_by": actor.pk,
        "made_by_name": actor.name[:120], "made_at": at,
    }  # fmt: skip


def person_to_write(person_id: UUID, *, actor: Actor, at: datetime) -> Person:
    """The person, locked. Raises NoSuchPerson, NoSuchPlan for who writes in no plan."""
    if not may_write(actor):
        raise NoSuchPlan(_("There is no such plan."))
    return person_for(person_id, actor=actor, at=at)


def row_for(model: type[Row], key: UUID, *, actor: Actor, at: datetime) -> Row:
    """A row of the actor's sight, its person locked. Raises NoSuchPlan."""
    found = rows_for(model, actor, at=at).filter(pk=key).first()
    if found is None or not may_write(actor):
        raise NoSuchPlan(_("There is no such plan."))
    person_for(found.person_id, actor=actor, at=at)
    return rows_for(model, actor, at=at).get(pk=key)


def open_plan(key: UUID, *, actor: Actor, at: datetime) -> Plan:
    """An open plan of the actor's sight. Raises NoSuchPlan, WrongPlan for a closed one."""
    plan = row_for(Plan, key, actor=actor, at=at)
    if plan.done_on is not None:
        raise WrongPlan(_("This plan is closed. Begin a new one to go on."))
    return plan


def class_in(plan: Plan | None, data_class: str) -> str:
    """The class of a row in a plan: the graver of the two."""
    return max(data_class, plan.data_class if plan else "personal", key=GRAVITY.index)


def may_hold(person_id: UUID, data_class: str, *, actor: Actor, at: datetime) -> None:
    """Raises WrongPlan where sealed matter would be written by somebody who may not see it."""
    if data_class == "sealed" and "sealed" not in classes_seen(actor, person_id, at=at):
        raise WrongPlan(_("That is not written here. Take their word to the survivor unit."))


def changed(row: Any, fields: Mapping[str, Any]) -> dict[str, list[Any]]:
    """Set fields of a row; what each held before and holds now, where that differs."""
    found = {}
    for name, value in fields.items():
        before = getattr(row, name)
        if (before or "") != (value or ""):
            found[name] = [_plain(before), _plain(value)]
        setattr(row, name, value)
    return found


def keep_change(
    plan: Plan | None, what: str, row: Kept, said: Mapping[str, Any] | None = None, *, actor: Actor, at: datetime
) -> None:
    """One line of the plan's history, of the class of what was changed. Steps of the first days have no plan."""
    if plan is None:
        return
    PlanChange.objects.create(
        plan=plan, what=what, subject_id=row.pk, said=json.dumps(said, ensure_ascii=False) if said else None,
        **written_by(row.person, row.data_class, actor=actor, at=at),
    )  # fmt: skip


def _plain(value: Any) -> Any:
    if isinstance(value, date):
        return value.isoformat()
    return value if isinstance(value, int | str) or value is None else str(value)
