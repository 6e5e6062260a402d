"""A register becomes cases, all of it or none, and is undone while nobody has gone on with one of them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.utils.translation import gettext as _

from rihai.accounts.models import Ground
from rihai.accounts.operations import end_grants, forget
from rihai.accounts.operations.house import as_house
from rihai.accounts.standing import local_day
from rihai.casework.cases.models import Case, CaseEvent, CaseState, EventKind, Outcome
from rihai.casework.cases.operations.errors import WrongCase
from rihai.casework.cases.operations.opening import let_see
from rihai.casework.cases.operations.reach import next_code
from rihai.casework.cases.programmes import programme_of
from rihai.casework.cases.queries.eligible import setting_of
from rihai.casework.cases.registers.models import TAKEN, Link, Register, RegisterRow, RegisterState
from rihai.casework.cases.registers.reach import register_for
from rihai.casework.cases.registers.reading import who_is
from rihai.kit.actor import Actor
from rihai.kit.acts import before
from rihai.kit.audit import append
from rihai.kit.offers import Done
from rihai.people.models import Consent, Person, Relationship, Statement
from rihai.people.operations import enter_person
from rihai.people.queries.people import people_for
from rihai.places.models import Place
from rihai.screening.operations import forget_people

UNDONE = "casework.register.undone"


@transaction.atomic
def take_in_register(*, register_id: UUID, actor: Actor, at: datetime) -> int:
    """Every accepted row becomes a case, all or none; whom nobody knows is entered, once. Says how many.

    Raises NoSuchCase, WrongCase while a doubtful row is undecided.
    """
    register = register_for(register_id, (RegisterState.TO_REVIEW, RegisterState.TAKING), actor=actor)
    rows = refuse_undecided(register)
    places = Place.objects.in_bulk({json.loads(one.said or "{}")["values"]["place_id"] for one in rows})
    entered: dict[str, Person] = {}
    for row in rows:
        said = json.loads(row.said or "{}")
        place = places[said["values"]["place_id"]]
        person = entered.get(who_is(said["record"])) if row.link == Link.NEW else None
        person = person or _person(row, said, place, actor=actor, at=at)
        if row.is_entered:
            entered[who_is(said["record"]) or str(row.pk)] = person
        row.case_id = _case(row, said["values"], person, place, actor=actor, at=at).pk
        row.person = person
        row.first_person_id = person.pk
        row.save(update_fields=["case_id", "person", "first_person_id", "is_entered"])
    register.state, register.taken_in_at = RegisterState.TAKEN_IN, at
    register.save(update_fields=["state", "taken_in_at"])
    detail = {"cases": len(rows), "entered": sum(one.is_entered for one in rows)}
    append("casework.register.taken_in", actor=actor, at=at, subject=register.pk, kind="register", detail=detail)
    return len(rows)


@transaction.atomic
def undo_register(*, register_id: UUID, actor: Actor, at: datetime) -> int:
    """Everything as it was before, while nothing is built on any case of it. Raises NoSuchCase, WrongCase."""
    register = register_for(register_id, (RegisterState.TAKEN_IN, RegisterState.UNDOING), actor=actor)
    cases, entered = refuse_built_on(register, actor=actor, at=at)
    with as_house(at):
        for case in cases:
            end_grants(ground=Ground.ASSIGNMENT, ground_id=case.pk, actor=actor, at=at)
        gone = cases.count()
        CaseEvent.objects.filter(case__in=cases).delete()
        cases.delete()
        RegisterRow.objects.filter(register=register).update(case_id=None, is_entered=False)
        forget_people(entered, at=at)
        forget(entered)
        Person.objects.filter(pk__in=entered).delete()
        register.state = RegisterState.UNDONE
        register.save(update_fields=["state"])
    append(UNDONE, actor=actor, at=at, subject=register.pk, kind="register", detail={"cases": gone})
    return gone


def refuse_undecided(register: Register) -> list[RegisterRow]:
    """The rows of which cases are made. Raises WrongCase where there are none, or a doubtful one is undecided."""
    rows = list(RegisterRow.objects.filter(register=register, verdict__in=TAKEN))
    if not rows or any(one.link == Link.DOUBTFUL for one in rows):
        raise WrongCase(
            _("Decide first of each doubtful row whom it means. Without an accepted row nothing is taken in.")
        )
    return rows


def refuse_built_on(register: Register, *, actor: Actor, at: datetime) -> tuple[models.QuerySet[Case], list[UUID]]:
    """The cases that came from it, and the persons entered. Raises WrongCase where somebody has gone on with one.

    The rooms beside are asked of the persons entered: they raise Refused in their own words.
    """
    with as_house(at):
        rows = RegisterRow.objects.filter(register=register, case_id__isnull=False)
        cases = Case.objects.filter(pk__in=rows.values("case_id"))
        entered = [one for one in rows.filter(is_entered=True).values_list("person_id", flat=True) if one is not None]
        if _is_built_on(cases, entered, register):
            raise WrongCase(_("Somebody has gone on with a case of this register. Correct what is wrong case by case."))
    before(Done(act=UNDONE, actor=actor, at=at, person_ids=tuple(entered)))
    return cases, entered


def _person(row: RegisterRow, said: Mapping[str, Any], place: Place, *, actor: Actor, at: datetime) -> Person:
    """The person a row means, as far as the actor sees her now; else she is entered, not held as far as we know."""
    if row.link == Link.EXACT:
        known = people_for(actor, at=at).filter(pk=row.person_id).first() if row.person_id else None
        if known is None:
            raise WrongCase(_("Somebody of this list is not seen by you any more. Read the list again."))
        return known
    row.is_entered = True
    opened = date.fromisoformat(said["values"]["opened_on"])
    return enter_person(
        place=place, record=said["record"], raw=said["raw"], true_on=opened, is_held=False, actor=actor, at=at
    )


def _case(
    row: RegisterRow, values: Mapping[str, Any], person: Person, place: Place, *, actor: Actor, at: datetime
) -> Case:
    rules = programme_of(values["programme"])
    opened = date.fromisoformat(values["opened_on"])
    closed = date.fromisoformat(values["closed_on"]) if values["closed_on"] else None
    worker = UUID(values["worker_id"]) if values["worker_id"] else None
    with as_house(at):
        case = Case.objects.create(
            code=next_code(opened), person=person, first_person_id=person.pk, programme=rules.slug,
            data_class=rules.data_class, state=CaseState.CLOSED if closed else CaseState.OPEN, worker_id=worker,
            opened_on=opened, closed_on=closed, setting=setting_of(place), place=place, weight=rules.weight,
            asked=None if closed else values.get("reason"), closing_reason=values.get("reason") if closed else None,
            outcome=Outcome.UNKNOWN if closed else "", last_contact_on=closed or opened,
            review_on=None if closed else local_day(at) + timedelta(days=rules.review_days), made_by_id=actor.pk,
            made_at=at, register_row_id=row.pk,
        )  # fmt: skip
        CaseEvent.objects.create(
            case=case, kind=EventKind.OPENED, on=opened, at=at, by_name=actor.name[:120],
            whom=values.get("worker", "")[:160], note=values.get("services") or None,
        )  # fmt: skip
    if worker and not closed:
        let_see(case, worker, actor=actor, at=at)
    return case


def _is_built_on(cases: models.QuerySet[Case], entered: list[UUID], register: Register) -> bool:
    """Whether anything points at these cases or was written of the persons entered, but what came with them."""
    if (
        cases.filter(version__gt=1).exists()
        or CaseEvent.objects.filter(case__in=cases, at__gt=register.taken_in_at).exists()
    ):
        return True
    for relation in Case._meta.related_objects:
        other: Any = relation.related_model
        if other is not CaseEvent and other._default_manager.filter(**{f"{relation.field.name}__in": cases}).exists():
            return True
    said = Statement.objects.filter(person__in=entered, said_at__gt=register.taken_in_at)
    later = [said, Consent.objects.filter(person__in=entered), Relationship.objects.filter(person__in=entered)]
    later.append(Case.objects.filter(person__in=entered).exclude(pk__in=cases.values("pk")))
    later.append(Person.objects.filter(models.Q(pk__in=entered), models.Q(held_at__isnull=False)))
    return any(rows.exists() for rows in later)
