"""The long work of a register: its rows read and linked five hundred at a time; taken in or undone whole.

A worker that follows one that died reads the file again and goes on where the last row stands.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from rihai.accounts.models import Account
from rihai.accounts.standing import local_day
from rihai.casework.cases.models import Case
from rihai.casework.cases.queries.hands import keepers_of
from rihai.casework.cases.registers.linking import link_rows
from rihai.casework.cases.registers.models import TAKEN, Register, RegisterRow, RegisterState, Verdict
from rihai.casework.cases.registers.operations import READ, TAKE_IN, UNDO
from rihai.casework.cases.registers.reading import House, Read, read_register
from rihai.casework.cases.registers.taking import take_in_register, undo_register
from rihai.census.headings import fold
from rihai.kit.actor import Actor
from rihai.kit.audit import append
from rihai.kit.classes import DataClass
from rihai.kit.files import read
from rihai.kit.jobs import Job, Progress, Work
from rihai.kit.offers import JobKind
from rihai.paper.sheets import open_sheets
from rihai.people.queries.people import my_places
from rihai.places.kinds import SERVED_AT
from rihai.places.models import Place

ROWS = 500
LONG = timedelta(minutes=10)
_held: dict[UUID, list[Read]] = {}
"""What the worker of this process has read for the job it is doing; one at a time."""


def prepare_reading(work: Work) -> list[Read] | None:
    """The rows of the file, read outside the transaction."""
    register, actor = _of(work)
    if not _is_asked(register, RegisterState.READING, work):
        return None
    if work.job_id not in _held:
        _held.clear()
        said = {text: guess["field"] for text, guess in register.mapping.items()}
        sheets = open_sheets(read(register.stored, actor=actor, at=work.at), register.name).sheets
        _held[work.job_id] = read_register(sheets, said, house_of(register, actor=actor, at=work.at))
    return _held[work.job_id]


def step_reading(work: Work) -> Progress:
    """The next rows are linked and kept; with the last the register is there to be looked at."""
    register, actor = _of(work)
    if work.prepared is None:
        return Progress(1, 1)  # asked for anew while this waited
    rows: list[Read] = work.prepared
    if not work.done:
        RegisterRow.objects.filter(register=register).delete()
    part = rows[work.done : work.done + ROWS]
    _stage(register, part, actor=actor, at=work.at)
    done = work.done + len(part)
    if done < len(rows):
        return Progress(done, len(rows))
    _held.pop(work.job_id, None)
    register.state = RegisterState.TO_REVIEW
    register.save(update_fields=["state"])
    append(
        "casework.register.read", actor=actor, at=work.at, subject=register.pk, kind="register", detail={"rows": done}
    )
    return Progress(done, done, result={"rows": done})


def step_taking_in(work: Work) -> Progress:
    """The whole act, in the step's transaction."""
    register, actor = _of(work)
    if not _is_asked(register, RegisterState.TAKING, work):
        return Progress(1, 1)
    return Progress(1, 1, result={"cases": take_in_register(register_id=register.pk, actor=actor, at=work.at)})


def step_undoing(work: Work) -> Progress:
    """The whole act, in the step's transaction."""
    register, actor = _of(work)
    if not _is_asked(register, RegisterState.UNDOING, work):
        return Progress(1, 1)
    return Progress(1, 1, result={"cases": undo_register(register_id=register.pk, actor=actor, at=work.at)})


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


def _of(work: Work) -> tuple[Register, Actor]:
    assert work.actor is not None, "somebody asked for it"
    return Register.objects.select_related("stored").get(pk=work.arguments["register"]), work.actor


def _is_asked(register: Register, state: RegisterState, work: Work) -> bool:
    """Whether the register still waits for this very job, and not for one that was asked for since."""
    return register.state == state and str(register.job_id) == str(work.job_id)


def _stage(register: Register, rows: Sequence[Read], *, actor: Actor, at: datetime) -> None:
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


def _page(job: Job) -> tuple[Any, str]:
    return _("Go to the register"), reverse("casework:register", args=[job.arguments["register"]])


KINDS = (
    JobKind(name=READ, title=_("Reading a register"), step=step_reading, prepare=prepare_reading, link=_page),
    JobKind(name=TAKE_IN, title=_("Taking in a register"), step=step_taking_in, link=_page, silent=LONG),
    JobKind(name=UNDO, title=_("Undoing a register"), step=step_undoing, link=_page, silent=LONG),
)
