"""A register is given in, its headings confirmed, its doubtful rows decided; the long steps are asked for and left."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from rihai.accounts.operations.house import as_house
from rihai.casework.cases.capabilities import KEEP
from rihai.casework.cases.operations.errors import NoSuchCase, WrongCase
from rihai.casework.cases.registers.models import Link, Register, RegisterRow, RegisterState
from rihai.casework.cases.registers.reach import register_for
from rihai.casework.cases.registers.reading import headings_of
from rihai.casework.cases.registers.taking import refuse_built_on, refuse_undecided
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.classes import DataClass
from rihai.kit.files import keep
from rihai.kit.jobs import start
from rihai.paper.sheets import open_sheets
from rihai.people.operations.reach import works_at
from rihai.places.models import Place

OWNER = "casework.register"
READ, TAKE_IN, UNDO = "casework.register.read", "casework.register.take_in", "casework.register.undo"
"""The kinds of work a worker does for a register."""
MOST = 20_000
"""Rows of one file: a longer register is given in by years."""


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
    """Say what each heading stands for, and ask for the rows to be read. Raises NoSuchCase, WrongCase."""
    register = register_for(register_id, (RegisterState.TO_MAP, RegisterState.TO_REVIEW), actor=actor)
    said = {text: mapping.get(text, guess["field"]) for text, guess in register.mapping.items()}
    named = [field for field in said.values() if field]
    if len(named) != len(set(named)) or "full_name" not in named or "opened_on" not in named:
        raise WrongCase(_("Say which column holds the name and which the day opened; no two columns hold the same."))
    register.mapping = {text: {"field": field, "sure": 1.0} for text, field in said.items()}
    register.save(update_fields=["mapping"])
    _ask(register, READ, RegisterState.READING, actor=actor, at=at)
    append("casework.register.reading_asked", actor=actor, at=at, subject=register.pk, kind="register")
    return register


@transaction.atomic
def decide_rows(*, register_id: UUID, said: Mapping[UUID, UUID | None], actor: Actor, at: datetime) -> int:
    """Of doubtful rows: which person each means, None for somebody new. Raises NoSuchCase, WrongCase."""
    register = register_for(register_id, (RegisterState.TO_REVIEW,), actor=actor)
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
def ask_to_take_in(*, register_id: UUID, actor: Actor, at: datetime) -> Register:
    """Ask for every accepted row to become a case. Raises NoSuchCase, WrongCase while a doubtful row is undecided."""
    register = register_for(register_id, (RegisterState.TO_REVIEW,), actor=actor)
    refuse_undecided(register)
    _ask(register, TAKE_IN, RegisterState.TAKING, actor=actor, at=at)
    append("casework.register.taking_in_asked", actor=actor, at=at, subject=register.pk, kind="register")
    return register


@transaction.atomic
def ask_to_undo(*, register_id: UUID, actor: Actor, at: datetime) -> Register:
    """Ask for all of it to be undone. Raises NoSuchCase, WrongCase where something is built on it."""
    register = register_for(register_id, (RegisterState.TAKEN_IN,), actor=actor)
    refuse_built_on(register, actor=actor, at=at)
    _ask(register, UNDO, RegisterState.UNDOING, actor=actor, at=at)
    append("casework.register.undoing_asked", actor=actor, at=at, subject=register.pk, kind="register")
    return register


def _ask(register: Register, kind: str, state: RegisterState, *, actor: Actor, at: datetime) -> None:
    job = start(kind, arguments={"register": str(register.pk)}, actor=actor, at=at)
    register.state, register.job_id = state, job.pk
    register.save(update_fields=["state", "job_id"])
