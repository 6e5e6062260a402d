"""A register is given in, its headings confirmed, its doubtful rows decided, taken in whole, and undone while new."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import models, transaction
from django.utils.translation import gettext as _

from rihai.accounts.models import Account, Ground
from rihai.accounts.operations import end_grants, forget
from rihai.accounts.operations.house import as_house
from rihai.accounts.standing import local_day
from rihai.casework.cases.capabilities import KEEP
from rihai.casework.cases.models import Case, CaseEvent, CaseState, EventKind, Outcome
from rihai.casework.cases.operations.errors import NoSuchCase, WrongCase
from rihai.casework.cases.operations.opening import let_see
from rihai.casework.cases.operations.reach import next_code
from rihai.casework.cases.programmes import programme_of
from rihai.casework.cases.queries.eligible import setting_of
from rihai.casework.cases.queries.hands import keepers_of
from rihai.casework.cases.registers.linking import link_rows
from rihai.casework.cases.registers.models import Link, Register, RegisterRow, RegisterState, Verdict
from rihai.casework.cases.registers.reading import House, Read, headings_of, read_register
from rihai.census.headings import fold
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.classes import DataClass
from rihai.kit.files import keep, read
from rihai.paper.sheets import open_sheets
from rihai.people.models import Consent, Person, Relationship, Statement
from rihai.people.operations import enter_person
from rihai.people.operations.reach import works_at
from rihai.people.queries.people import my_places, people_for
from rihai.places.kinds import SERVED_AT
from rihai.places.models import Place

OWNER = "casework.register"
MOST = 2_000
"""Rows of one file: a longer register is given in by years. All of it is read, looked at and taken in in one go."""
TAKEN = (Verdict.ACCEPTED, Verdict.WARNED)


@transaction.atomic
def give_register(*, content: bytes, name: str, place: Place, programme: str, actor: Actor, at: datetime) -> Register:
    """Keep the file and propose what its headings mean. Raises NoSuchCase for who keeps no cases, WrongPlace, WrongCase
    for a file given in before or too long, FileUnreadable, FileRefused."""
    if not actor.may(KEEP):
        raise NoSuchCase(_("There is no such register."))
    works_at(place, actor=actor, at=at)
    digest = hashlib.sha256(content).hexdigest()
    sheets = open_sheets(content, name).sheets
    if sum(len(sheet.rows) for sheet in sheets) > MOST:
        raise WrongCase(_("The file has more than %(n)d rows. Give it in by years.") % {"n": MOST})
    with as_house(at):
        known = Register.objects.filter(digest=digest).exclude(state=RegisterState.UNDONE)
        if known.exists():
            raise WrongCase(_("This very file has been given in already. Nothing of it was kept a second time."))
    stored = keep(content, name=name, data_class=DataClass.PERSONAL, actor=actor, at=at, owner=OWNER)
    guesses = {text: {"field": field, "sure": sure} for text, field, sure in headings_of(sheets)}
    if not guesses:
        raise WrongCase(_("No row of headings was found: name, programme, day opened. Write them above the columns."))
    register = Register.objects.create(
        name=name[:120], stored=stored, digest=digest, place=place, programme=programme, mapping=guesses,
        author_id=actor.pk, made_at=at,
    )  # fmt: skip
    append("casework.register.given", actor=actor, at=at, subject=register.pk, kind="register")
    return register


@transaction.atomic
def confirm_headings(*, register_id: UUID, mapping: Mapping[str, str], actor: Actor, at: datetime) -> Register:
    """Say what each heading stands for; the rows are read and linked. Raises NoSuchCase, WrongCase."""
    register = _mine(register_id, (RegisterState.TO_MAP, RegisterState.TO_REVIEW), actor=actor)
    said = {text: mapping.get(text, guess["field"]) for text, guess in register.mapping.items()}
    named = [field for field in said.values() if field]
    if len(named) != len(set(named)) or "full_name" not in named or "opened_on" not in named:
        raise WrongCase(_("Say which column holds the name and which the day opened; no two columns hold the same."))
    register.mapping = {text: {"field": field, "sure": 1.0} for text, field in said.items()}
    register.state = RegisterState.TO_REVIEW
    content = read(register.stored, actor=actor, at=at)
    rows = read_register(open_sheets(content, register.name).sheets, said, house_of(register, actor=actor, at=at))
    register.save(update_fields=["mapping", "state"])
    RegisterRow.objects.filter(register=register).delete()
    _stage(register, rows, actor=actor, at=at)
    append(
        "casework.register.read", actor=actor, at=at, subject=register.pk, kind="register", detail={"rows": len(rows)}
    )
    return register


@transaction.atomic
def decide_rows(*, register_id: UUID, said: Mapping[UUID, UUID | None], actor: Actor, at: datetime) -> int:
    """Of doubtful rows: which person each means, None for somebody new. Raises NoSuchCase, WrongCase."""
    register = _mine(register_id, (RegisterState.TO_REVIEW,), actor=actor)
    decided = 0
    for row in RegisterRow.objects.filter(register=register, pk__in=list(said)).exclude(candidates=[]):
        chosen = said[row.pk]
        if chosen is not None and str(chosen) not in row.candidates:
            raise WrongCase(_("Choose one of the persons that were found, or somebody new."))
        row.link, row.person_id = (Link.EXACT, chosen) if chosen else (Link.NEW, None)
        row.first_person_id = chosen
        row.save(update_fields=["link", "person", "first_person_id"])
        decided += 1
    append(
        "casework.register.decided", actor=actor, at=at, subject=register.pk, kind="register", detail={"rows": decided}
    )
    return decided


@transaction.atomic
def take_in_register(*, register_id: UUID, actor: Actor, at: datetime) -> int:
    """Every accepted row becomes a case, all or none; whom nobody knows is entered. Says how many.

    Raises NoSuchCase, WrongCase while a doubtful row is undecided.
    """
    register = _mine(register_id, (RegisterState.TO_REVIEW,), actor=actor)
    rows = list(RegisterRow.objects.filter(register=register, verdict__in=TAKEN))
    if not rows or any(one.link == Link.DOUBTFUL for one in rows):
        raise WrongCase(
            _("Decide first of each doubtful row whom it means. Without an accepted row nothing is taken in.")
        )
    places = Place.objects.in_bulk({json.loads(one.said or "{}")["values"]["place_id"] for one in rows})
    for row in rows:
        said = json.loads(row.said or "{}")
        place = places[said["values"]["place_id"]]
        person = _person(row, said, place, actor=actor, at=at)
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
    register = _mine(register_id, (RegisterState.TAKEN_IN,), actor=actor)
    with as_house(at):
        rows = list(RegisterRow.objects.filter(register=register, case_id__isnull=False))
        cases = Case.objects.filter(pk__in=[one.case_id for one in rows])
        entered = [one.person_id for one in rows if one.is_entered and one.person_id is not None]
        if _is_built_on(cases, entered, register):
            raise WrongCase(_("Somebody has gone on with a case of this register. Correct what is wrong case by case."))
        for case in cases:
            end_grants(ground=Ground.ASSIGNMENT, ground_id=case.pk, actor=actor, at=at)
        gone = cases.count()
        CaseEvent.objects.filter(case__in=cases).delete()
        cases.delete()
        RegisterRow.objects.filter(register=register).update(case_id=None, is_entered=False)
        forget(entered)
        Person.objects.filter(pk__in=entered).delete()
        register.state = RegisterState.UNDONE
        register.save(update_fields=["state"])
    append("casework.register.undone", actor=actor, at=at, subject=register.pk, kind="register", detail={"cases": gone})
    return gone


def house_of(register: Register, *, actor: Actor, at: datetime) -> House:
    """What the names in a register are looked up in."""
    mine = my_places(actor, at=at)
    places = (Place.objects.all() if mine is None else mine).filter(kind__in=SERVED_AT, closed_on=None)
    workers: list[Account] = list(keepers_of(DataClass.PERSONAL, at=at))
    return House(
        workers={fold(one.name): str(one.pk) for one in workers},
        places={fold(name): one.pk for one in places for name in (one.name, str(one.shown)) if name},
        place=register.place_id,
        programme=register.programme,
        today=local_day(at),
    )


def _mine(register_id: UUID, states: tuple[RegisterState, ...], *, actor: Actor) -> Register:
    """The actor's register, locked. Raises NoSuchCase; WrongCase at another step."""
    rows = Register.objects.select_for_update(of=("self",)).select_related("stored")
    register = rows.filter(pk=register_id, author=actor.pk).first()
    if register is None or not actor.may(KEEP):
        raise NoSuchCase(_("There is no such register."))
    if register.state not in states:
        raise WrongCase(
            _("This register is at another step by now: %(state)s.") % {"state": register.get_state_display()}
        )
    return register


def _stage(register: Register, rows: list[Read], *, actor: Actor, at: datetime) -> None:
    taken = [one for one in rows if one.verdict in TAKEN]
    links = dict(zip(map(id, taken), link_rows(taken, actor=actor, at=at), strict=True))
    there = _cases_there([link[1] for link in links.values() if link[1]])
    staged = []
    for one in rows:
        link, person, candidates = links.get(id(one), ("", None, []))
        verdict, problems = one.verdict, list(one.problems)
        if person and (person, one.values["programme"], one.values["opened_on"]) in there:
            verdict, problems = Verdict.DUPLICATE, [*problems, "twice"]
        told = {"values": one.values, "record": one.record, "raw": one.raw} if one.values else None
        staged.append(
            RegisterRow(
                register=register, sheet=one.sheet[:120], row=one.row, verdict=verdict, problems=problems, link=link,
                said=json.dumps(told, ensure_ascii=False) if told else None, person_id=person, first_person_id=person,
                candidates=candidates,
            )
        )  # fmt: skip
    RegisterRow.objects.bulk_create(staged)


def _cases_there(person_ids: list[UUID]) -> set[tuple[UUID, str, str]]:
    found = Case.objects.filter(person__in=person_ids).values_list("person_id", "programme", "opened_on")
    return {(person, programme, on.isoformat()) for person, programme, on in found}


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
