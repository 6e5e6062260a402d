"""A need of health is written down and changed; what stood before is kept."""

from __future__ import annotations

from dataclasses import asdict, dataclass, fields
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.casework.health.models import HealthNeed, State
from rihai.casework.health.operations.errors import WrongCare
from rihai.casework.health.operations.reach import by, patient_for, row_for, with_was
from rihai.kit.actor import Actor
from rihai.kit.acts import after
from rihai.kit.audit import append
from rihai.kit.editing import save_if_unchanged
from rihai.kit.offers import Done

LONGEST = 180
"""Days of medicine that may be given along at release: what a hospital writes at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What is said of a need; `settled_on` stands only where it is settled."""

    kind: str
    state: str
    started_on: date
    outline: str | None = None
    treatment: str | None = None
    goes_on: str | None = None
    days_of_medicine: int | None = None
    review_on: date | None = None
    settled_on: date | None = None


WRITTEN = tuple(one.name for one in fields(Said))


@transaction.atomic
def write_need(*, person_id: UUID, said: Said, answer_id: UUID | None = None, actor: Actor, at: datetime) -> HealthNeed:
    """Write a need down; `answer_id` names the answered form it came from. Raises NoSuchPerson, WrongCare."""
    person = patient_for(person_id, actor=actor, at=at)
    _check(said)
    need = HealthNeed.objects.create(
        person=person, made_for=person.pk, answer_id=answer_id, **asdict(said), **by(actor, at)
    )
    done = Done(act="casework.health_need.written", actor=actor, at=at, person_ids=(person.pk,))
    after(done)
    append(done.act, actor=actor, at=at, subject=need.pk, kind="health")
    return need


@transaction.atomic
def change_need(*, need_id: UUID, version: int, said: Said, actor: Actor, at: datetime) -> HealthNeed:
    """Write a need as it is now. Raises NoSuchCare, Changed, WrongCare."""
    need = row_for(HealthNeed, need_id, actor=actor, at=at)
    _check(said)
    changed = {name: getattr(need, name) for name in WRITTEN if getattr(need, name) != getattr(said, name)}
    if not changed:
        raise WrongCare(_("Nothing was changed."))
    need.history = with_was(need.history, changed, actor=actor, at=at)
    for name in changed:
        setattr(need, name, getattr(said, name))
    save_if_unchanged(need, version=version, fields=[*changed, "history"])
    detail = {"fields": sorted(changed)}
    after(Done(act="casework.health_need.changed", actor=actor, at=at, person_ids=(need.person_id,), detail=detail))
    append("casework.health_need.changed", actor=actor, at=at, subject=need.pk, kind="health", detail=detail)
    return need


def _check(said: Said) -> None:
    """Raises WrongCare for what cannot be."""
    if (said.state == State.SETTLED) != (said.settled_on is not None):
        raise WrongCare(_("Give the day on which it was settled, and only then."))
    if said.settled_on and said.settled_on < said.started_on:
        raise WrongCare(_("It was settled before it began. Check the two days."))
    if said.days_of_medicine is not None and not 0 <= said.days_of_medicine <= LONGEST:
        raise WrongCare(_("Write the days of medicine as a number up to %(most)d.") % {"most": LONGEST})
