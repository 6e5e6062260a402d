"""The registers somebody gave in, the sums of one, its rows, and the file back with what to mend."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from rihai.casework.cases.capabilities import KEEP
from rihai.casework.cases.programmes import Programme, programme_of
from rihai.casework.cases.registers.models import Link, Register, RegisterRow, Verdict
from rihai.casework.cases.registers.reading import PROBLEMS, heading_rows
from rihai.kit.actor import Actor
from rihai.kit.files import StoredFile, read
from rihai.paper.returned import Note, give_back
from rihai.paper.sheets import open_sheets
from rihai.people.models import Person
from rihai.people.queries.people import people_for

HEADING = _("What to mend")
LEFT_OUT = _("Left out.")
SHOWN = 50


@dataclass(frozen=True, slots=True)
class Doubt:
    """A row of which it is to be said whom it means."""

    row: RegisterRow
    name: str
    father: str
    programme: Programme
    people: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class Wrong:
    """A row with its problems in words."""

    row: RegisterRow
    says: tuple[str, ...]


def registers_of(actor: Actor) -> QuerySet[Register]:
    """The actor's own registers, the newest first."""
    if not actor.may(KEEP):
        return Register.objects.none()
    return Register.objects.filter(author=actor.pk).select_related("place")


def register_seen(register_id: UUID, *, actor: Actor) -> Register | None:
    """One of them; None for anybody else's."""
    return registers_of(actor).filter(pk=register_id).first()


def sums_of(register: Register) -> list[tuple[str, str, int]]:
    """How many rows have each verdict: its code, its word, the number. Together they are all rows of the file."""
    counted = dict(
        RegisterRow.objects.filter(register=register).order_by().values_list("verdict").annotate(n=Count("pk"))
    )
    return [(str(code), str(word), counted.get(code, 0)) for code, word in Verdict.choices]


def links_of(register: Register) -> Mapping[str, int]:
    """How many of the accepted rows are linked in each way."""
    rows = RegisterRow.objects.filter(register=register, verdict__in=(Verdict.ACCEPTED, Verdict.WARNED)).order_by()
    found: dict[str, int] = {str(code): 0 for code, _word in Link.choices}
    return {**found, **dict(rows.values_list("link").annotate(n=Count("pk")))}


def doubts_of(register: Register, *, actor: Actor) -> list[Doubt]:
    """The first rows of which it is to be said whom they mean, with the persons as far as the actor sees them."""
    taken = (Verdict.ACCEPTED, Verdict.WARNED)
    rows = list(RegisterRow.objects.filter(register=register, link=Link.DOUBTFUL, verdict__in=taken)[:SHOWN])
    wanted = {UUID(one) for row in rows for one in row.candidates}
    people = {one.pk: one for one in people_for(actor).select_related("held_at").filter(pk__in=wanted)}
    return [_doubt(row, people) for row in rows]


def _doubt(row: RegisterRow, people: Mapping[UUID, Person]) -> Doubt:
    said: dict[str, Any] = json.loads(row.said or "{}")
    record = said.get("record", {})
    found = tuple(people[UUID(one)] for one in row.candidates if UUID(one) in people)
    return Doubt(
        row, str(record.get("full_name", "")), str(record.get("father_or_husband_name", "")),
        programme_of(said.get("values", {}).get("programme", "")), found,
    )  # fmt: skip


def wrong_rows(register: Register) -> list[Wrong]:
    """The first rows with a problem, in words."""
    rows = RegisterRow.objects.filter(register=register).exclude(problems=[])[:SHOWN]
    return [Wrong(row, tuple(sentences(row))) for row in rows]


def sentences(row: RegisterRow) -> list[str]:
    """What is wrong with a row and what mends it, in the reader's language."""
    return [f"{PROBLEMS[code][0]} {PROBLEMS[code][1]}" for code in row.problems if code in PROBLEMS]


def file_back(register: Register, *, actor: Actor, at: datetime, language: str) -> tuple[str, bytes]:
    """The user's own file with a column that says row by row what to mend."""
    content = read(register.stored, actor=actor, at=at)
    book = open_sheets(content, register.name)
    with override(language):
        rows = RegisterRow.objects.filter(register=register).exclude(problems=[])
        notes = {(row.sheet or None, row.row): _note(row) for row in rows}
        heading = str(HEADING)
    return give_back(
        content, register.name, book, notes, heading=heading, language=language, heading_rows=heading_rows(book.sheets)
    )


def _note(row: RegisterRow) -> Note:
    told = " ".join(sentences(row))
    if row.verdict == Verdict.REJECTED:
        return Note(f"{LEFT_OUT} {told}", "reject")
    return Note(told, "warn")


def may_read(actor: Actor, stored: StoredFile) -> bool:
    """Whether the file is of a register of the actor's."""
    return registers_of(actor).filter(stored=stored.pk).exists()
