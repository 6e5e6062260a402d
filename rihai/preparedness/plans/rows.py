"""The rows of a plan that is being written: roles, steps in their order, agencies, places to assemble, resources."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.editing import Changed
from rihai.preparedness import approval
from rihai.preparedness.errors import NotSo, NotThere
from rihai.preparedness.plans.models import EntrySort, PlanEntry, PlanRole, PlanStep, PlanVersion
from rihai.preparedness.plans.queries import edition_to_work

ROLE, STEP = "role", "step"
SORTS = (ROLE, STEP, *EntrySort.values)
MOST = 60
FIELDS: Mapping[str, tuple[str, ...]] = {
    ROLE: ("post", "deputy", "duty", "duty_ur"),
    STEP: ("says", "says_ur", "post", "minutes"),
}
ENTRY = ("name", "name_ur", "phone", "says", "says_ur")


def rows_of(edition: PlanVersion, sort: str) -> Any:
    """The rows of one sort, in their order. Raises NotThere for a sort there is none of."""
    if sort == ROLE:
        return edition.roles.all()
    if sort == STEP:
        return edition.steps.all()
    if sort in EntrySort.values:
        return edition.entries.filter(sort=sort)
    raise NotThere("sort")


@transaction.atomic
def keep_row(
    *, edition_id: UUID, sort: str, said: Mapping[str, Any], row_id: UUID | None = None, version: int = 0, actor: Actor,
    at: datetime,
) -> PlanVersion:  # fmt: skip
    """Add a row to a draft, at its end, or change one as it stood in a `version` of the plan (0: as it stands now).

    Raises NotThere, NotSo, Changed.
    """
    one = edition_to_work(edition_id, actor=actor)
    if version and version != one.version:
        raise Changed(_("Somebody changed this while you wrote. Nothing of yours was saved yet."))
    rows = rows_of(one, sort)
    values = {name: said.get(name) for name in FIELDS.get(sort, ENTRY)}
    values |= {name: str(value or "").strip() for name, value in values.items() if name != "minutes"}
    if sort == ROLE and values["post"] == values["deputy"]:
        raise NotSo(_("The deputy is another post."))
    if row_id is None:
        if rows.count() >= MOST:
            raise NotSo(_("Nobody follows a list that long. Join some of its lines."))
        kinds: dict[str, Any] = {ROLE: PlanRole, STEP: PlanStep}
        last = rows.last()
        more = {} if sort in kinds else {"sort": sort}
        kinds.get(sort, PlanEntry).objects.create(
            edition=one, order=last.order + 1 if last else 0, **more, **values
        )  # fmt: skip
    else:
        row = _row(rows, row_id)
        for name, value in values.items():
            setattr(row, name, value)
        row.save(update_fields=list(values))
    return _written(one, sort, actor, at)


@transaction.atomic
def drop_row(*, edition_id: UUID, sort: str, row_id: UUID, actor: Actor, at: datetime) -> PlanVersion:
    """Take a row out of a draft. Raises NotThere, NotSo."""
    one = edition_to_work(edition_id, actor=actor)
    _row(rows_of(one, sort), row_id).delete()
    return _written(one, sort, actor, at)


@transaction.atomic
def move_row(*, edition_id: UUID, sort: str, row_id: UUID, actor: Actor, at: datetime) -> PlanVersion:
    """Let a row change its place with the one before it. Raises NotThere, NotSo."""
    one = edition_to_work(edition_id, actor=actor)
    rows = list(rows_of(one, sort))
    where = next((n for n, row in enumerate(rows) if row.pk == row_id), None)
    if where is None:
        raise NotThere("row")
    if where > 0:
        rows[where - 1], rows[where] = rows[where], rows[where - 1]
    for order, row in enumerate(rows):
        if row.order != order:
            row.order = order
            row.save(update_fields=["order"])
    return _written(one, sort, actor, at)


def _row(rows: Any, row_id: UUID) -> Any:
    found = rows.filter(pk=row_id).first()
    if found is None:
        raise NotThere("row")
    return found


def _written(one: PlanVersion, sort: str, actor: Actor, at: datetime) -> PlanVersion:
    approval.wrote(one, actor)
    one.version += 1
    one.save(update_fields=["writers", "version"])
    append(
        "preparedness.edition.written", actor=actor, at=at, subject=one.plan_id, kind="plan",
        detail={"number": one.number, "sort": sort},
    )  # fmt: skip
    return one
