"""Writes down missing facts of one person, straight from the list of what is missing: one act a person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from rihai.kit.actor import Actor
from rihai.people.models import SourceKind
from rihai.people.operations import Source, correct_facts
from rihai.people.operations.reach import person_for
from rihai.people.queries.records import said_about
from rihai.people.record import Path, believed, path_text
from rihai.people.shown import value_text


@dataclass(frozen=True, slots=True)
class Answer:
    """What was typed of one missing fact: the facts of its level that it says, and the text."""

    said: Mapping[str, Any]
    raw: str


@dataclass(frozen=True, slots=True)
class Filled:
    """What came of it: how many answers were kept; and what somebody else wrote meanwhile, which stays, by path."""

    kept: int
    against: tuple[tuple[Path, str], ...] = ()


@transaction.atomic
def fill_facts(
    *, person_id: UUID, answers: Mapping[Path, Answer], paper: str, true_on: date, actor: Actor, at: datetime
) -> Filled:
    """Keep the answers as statements of a paper or of somebody's word; the person is screened again in the same act.

    A fact that is known by now is not written over. Raises NoSuchPerson.
    """
    person = person_for(person_id, actor=actor, at=at)
    known = {one.path: one for one in believed(said_about(person_id, actor=actor, at=at))}
    against = tuple((path, value_text(path.fact, known[path].value)) for path in answers if path in known)
    new = {path: answer for path, answer in answers.items() if path not in known}
    if new:
        correct_facts(
            person_id=person_id, version=person.version, record=_record(new),
            raw={path_text(path): answer.raw for path, answer in new.items()}, true_on=true_on, actor=actor, at=at,
            source=Source(
                kind=SourceKind.DOCUMENT, at=at, by=actor.pk, by_name=actor.name[:120], true_on=true_on, title=paper
            ),
        )  # fmt: skip
    return Filled(len(new), against)


def _record(answers: Mapping[Path, Answer]) -> dict[str, Any]:
    """A record cut to the answers."""
    record: dict[str, Any] = {}
    cases: dict[str, dict[str, Any]] = {}
    for path, answer in answers.items():
        (cases.setdefault(path.case_id, {}) if path.case_id else record).update(answer.said)
    if cases:
        record["cases"] = [{"case_id": key, **facts} for key, facts in cases.items()]
    return record
